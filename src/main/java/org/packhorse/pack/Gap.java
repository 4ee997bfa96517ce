package org.packhorse.pack;

import java.util.List;
import java.util.Locale;

/// Something that a pack should have and does not, with those who can mend it.
///
/// @param leads posts that can mend it; none where nobody is named
/// @param subject what it is about: an action's ref, an indicator's title, a part of words
/// @param sentence what is missing, in words without any figure
public record Gap(Kind kind, List<String> leads, String subject, String sentence) {

	/// What is missing.
	public enum Kind {

		/// Nothing was ever reported of an action that has begun.
		NO_UPDATE("updates that are missing"),
		/// What was last reported of an action is too old.
		OLD_UPDATE("updates that are too old"),
		/// An indicator has no reading at all.
		NO_READING("indicators without a reading"),
		/// An indicator's newest reading is of a period too long ago.
		OLD_READING("indicators whose newest reading is too old"),
		/// Words that the pack needs are missing or too old.
		WORDS("words that are missing or too old"),
		/// A section has not answered the three questions.
		ANSWERS("sections that have not answered the three questions"),
		/// Something is wrong in a committee report.
		FAULT("faults that are open");

		private final String words;

		Kind(String words) {
			this.words = words;
		}

		/// The kind as a heading.
		public String words() {
			return this.words;
		}

		/// The name that scripts know it by.
		public String id() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

		/// Whether the pack says it among the facts about its data, and not among the words that it lacks.
		boolean isOfData() {
			return ordinal() <= OLD_READING.ordinal();
		}

	}

	public Gap {
		leads = List.copyOf(leads);
	}

}

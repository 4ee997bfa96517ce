package org.packhorse.template;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.packhorse.markup.NearestName;

/// The house's words at the front of a final that takes another's place: `erratum` in house.yml.
///
/// `{version}`, `{superseded}` and `{asAt}` stand for the numbers and the day, `{note}` for what was wrong.
public final class ErratumWords {

	static final List<String> KEYS = List.of("erratum.label", "erratum.cover", "erratum.title", "erratum.words", "erratum.note", "erratum.no-note");

	private static final List<String> NAMES = List.of("version", "superseded", "asAt");

	private static final Pattern NAME = Pattern.compile("\\{([^}]*)}?");

	private final String label;

	private final String cover;

	private final String title;

	private final String words;

	private final String note;

	private final String noNote;

	private ErratumWords(String label, String cover, String title, String words, String note, String noNote) {
		this.label = label;
		this.cover = cover;
		this.title = title;
		this.words = words;
		this.note = note;
		this.noNote = noNote;
	}

	/// A house of before these words has them as they ship.
	static ErratumWords of(SettingsFile file) {
		return new ErratumWords(text(file, "erratum.label", "Supersedes", NAMES), text(file, "erratum.cover", "Version {superseded}", NAMES),
				text(file, "erratum.title", "Version {version} takes the place of version {superseded}", NAMES),
				text(file, "erratum.words", "Version {superseded} as at {asAt} is superseded. Please use this version instead.", NAMES),
				text(file, "erratum.note", "What was wrong in it: {note}", List.of("version", "superseded", "asAt", "note")),
				text(file, "erratum.no-note", "No note was given of what was wrong in it.", NAMES));
	}

	private static String text(SettingsFile file, String key, String otherwise, List<String> names) {
		var words = file.text(key, otherwise);
		if (words.isBlank()) {
			file.fault(key, key + " is blank", "Write what readers are told, or take the line out");
		}
		NAME.matcher(words).results().map(name -> name.group(1)).filter(name -> !names.contains(name))
			.forEach(name -> file.fault(key, key + " names {" + name + "}", NearestName.among(names).remedy(name)));
		return words;
	}

	/// The label of a line on the cover.
	public String label(Map<String, String> values) {
		return filled(this.label, values);
	}

	/// The words of that line.
	public String cover(Map<String, String> values) {
		return filled(this.cover, values);
	}

	/// The heading.
	public String title(Map<String, String> values) {
		return filled(this.title, values);
	}

	/// That the other no longer counts.
	public String words(Map<String, String> values) {
		return filled(this.words, values);
	}

	/// What was wrong in it; what somebody wrote is not looked into for names in braces.
	public String note(String note, Map<String, String> values) {
		return NAME.matcher(this.note).replaceAll(name -> Matcher.quoteReplacement(name.group(1).equals("note") ? note : values.get(name.group(1))));
	}

	/// That nobody said what was wrong.
	public String withoutNote(Map<String, String> values) {
		return filled(this.noNote, values);
	}

	private static String filled(String words, Map<String, String> values) {
		return NAME.matcher(words).replaceAll(name -> Matcher.quoteReplacement(values.get(name.group(1))));
	}

}

package org.packhorse.calendar;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/// When something is due that follows from a letter or report: a date stated in the letter wins, and the computed one
/// stays beside it as a check.
///
/// @param trigger day 0: the day the letter or report was received
/// @param computed the trigger day and the working days of the rule
/// @param stated the date that the letter names, or null
public record Deadline(Rule rule, LocalDate trigger, LocalDate computed, @Nullable LocalDate stated) {

	/// What is due, and how many working days after receipt.
	public enum Rule {

		/// The draft action plan after a focused visit or inspection.
		DRAFT_PLAN("Draft action plan", 20),

		/// The report published, with copies to partners.
		REPORT_PUBLISHED("Report published", 30),

		/// The final action plan.
		FINAL_PLAN("Final action plan", 70);

		private final String words;

		private final int workingDays;

		Rule(String words, int workingDays) {
			this.words = words;
			this.workingDays = workingDays;
		}

		/// What is due, as a reader sees it.
		public String words() {
			return this.words;
		}

		public int workingDays() {
			return this.workingDays;
		}

	}

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

	/// The deadline that a letter received on the trigger day sets.
	public static Deadline of(Rule rule, LocalDate trigger, @Nullable LocalDate stated, WorkingDays workingDays) {
		return new Deadline(rule, trigger, workingDays.plus(trigger, rule.workingDays()), stated);
	}

	/// The day that counts: the stated one, else the computed one.
	public LocalDate due() {
		return this.stated == null ? this.computed : this.stated;
	}

	/// Whether the letter states another day than the one computed, which somebody should look into.
	public boolean differs() {
		return this.stated != null && !this.stated.equals(this.computed);
	}

	/// The deadline and how it came about, in one sentence.
	public String words() {
		var counted = "%d working days from %s".formatted(this.rule.workingDays(), DAY.format(this.trigger));
		var due = "%s due %s".formatted(this.rule.words(), DAY.format(due()));
		if (this.stated == null) {
			return "%s, %s.".formatted(due, counted);
		}
		return differs() ? "%s, as the letter states; %s would be %s.".formatted(due, counted, DAY.format(this.computed))
				: "%s, as the letter states, which is %s.".formatted(due, counted);
	}

}

package org.packhorse.rag;

import java.util.Arrays;
import java.util.Optional;

/// The rules, in the order in which they are tried; the first that fits gives the colour.
public enum RagRule {

	WITHDRAWN(Subject.ACTION, "withdrawn", Rag.GREY),
	EMBEDDED(Subject.ACTION, "embedded", Rag.BLUE),
	COMPLETE(Subject.ACTION, "complete", Rag.COMPLETE),
	NOT_DUE(Subject.ACTION, "not-due", Rag.GREY),
	OVERDUE(Subject.ACTION, "overdue", Rag.RED),
	SILENT(Subject.ACTION, "silent", Rag.RED),
	DECLARED_RED(Subject.ACTION, "declared-red", Rag.RED),
	NO_DATE(Subject.ACTION, "no-date", Rag.AMBER),
	FAR_BEHIND(Subject.ACTION, "far-behind", Rag.RED),
	BEHIND(Subject.ACTION, "behind", Rag.AMBER),
	DUE_SOON(Subject.ACTION, "due-soon", Rag.AMBER),
	MOVED(Subject.ACTION, "moved", Rag.AMBER),
	STALE(Subject.ACTION, "stale", Rag.AMBER),
	DECLARED_AMBER(Subject.ACTION, "declared-amber", Rag.AMBER),
	ON_TRACK(Subject.ACTION, "on-track", Rag.GREEN),

	NO_VALUE(Subject.KPI, "no-value", Rag.NONE),
	SUPPRESSED(Subject.KPI, "suppressed", Rag.NONE),
	STALE_VALUE(Subject.KPI, "stale", Rag.NONE),
	NO_POLARITY(Subject.KPI, "no-polarity", Rag.NONE),
	NO_TARGET(Subject.KPI, "no-target", Rag.NONE),
	MET(Subject.KPI, "met", Rag.GREEN),
	NEAR(Subject.KPI, "near", Rag.AMBER),
	MISSED(Subject.KPI, "missed", Rag.RED),

	NONE_RATED(Subject.ROLL_UP, "none-rated", Rag.GREY),
	PRIORITY_RED(Subject.ROLL_UP, "priority-red", Rag.RED),
	MANY_RED(Subject.ROLL_UP, "many-red", Rag.RED),
	SOME_RED(Subject.ROLL_UP, "some-red", Rag.AMBER),
	MANY_AMBER(Subject.ROLL_UP, "many-amber", Rag.AMBER),
	ALL_EMBEDDED(Subject.ROLL_UP, "all-embedded", Rag.BLUE),
	ALL_COMPLETE(Subject.ROLL_UP, "all-complete", Rag.COMPLETE),
	ROLLED_GREEN(Subject.ROLL_UP, "mostly-on-track", Rag.GREEN);

	/// What a rule rates.
	public enum Subject {

		ACTION("Actions"), KPI("Indicators"), ROLL_UP("Sections and plans");

		private final String words;

		Subject(String words) {
			this.words = words;
		}

		/// The subject as a legend heads it.
		public String words() {
			return this.words;
		}

	}

	private final Subject subject;

	private final String id;

	private final Rag rating;

	RagRule(Subject subject, String id, Rag rating) {
		this.subject = subject;
		this.id = id;
		this.rating = rating;
	}

	/// The name that packs carry; unique within its subject.
	public String id() {
		return this.id;
	}

	public Subject subject() {
		return this.subject;
	}

	/// The colour that the rule gives.
	public Rag rating() {
		return this.rating;
	}

	/// The rule that a pack names.
	public static Optional<RagRule> of(Subject subject, String id) {
		return Arrays.stream(values()).filter(rule -> rule.subject == subject && rule.id.equals(id)).findFirst();
	}

}

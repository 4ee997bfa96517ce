package org.packhorse.rag;

import java.math.BigDecimal;

/// One threshold: the key that a house's file gives it, its default and what it may be.
enum RagSetting {

	SILENT_DAYS("silent-days", "62", 1, 3650, true),
	STALE_DAYS("stale-days", "35", 1, 3650, true),
	BEHIND_POINTS("behind-points", "5", 0, 100, false),
	FAR_BEHIND_RATIO("far-behind-ratio", "0.70", 0, 1, false),
	BEHIND_RATIO("behind-ratio", "0.90", 0, 1, false),
	DUE_SOON_DAYS("due-soon-days", "28", 0, 3650, true),
	MOVES("moves", "1", 1, 100, true),
	TOLERANCE("tolerance", "5", 0, 1_000_000, false),
	TOLERANCE_KIND("tolerance-kind", "relative", "relative or points"),
	STALE_PERIODS("stale-periods", "2", 1, 120, true),
	SCREENING("screening", "no", "yes or no"),
	RED_SHARE("red-share", "20", 0, 100, false),
	AMBER_SHARE("amber-share", "30", 0, 100, false),
	WATERMELON_GOOD_SHARE("watermelon-good-share", "80", 1, 100, false),
	WATERMELON_RED_SHARE("watermelon-red-share", "50", 1, 100, false),
	EVIDENCE_MONTHS("evidence-months", "6", 1, 120, true);

	private final String key;

	private final String standard;

	private final int least;

	private final int most;

	private final boolean whole;

	private final String remedy;

	RagSetting(String key, String standard, int least, int most, boolean whole) {
		this.key = key;
		this.standard = standard;
		this.least = least;
		this.most = most;
		this.whole = whole;
		this.remedy = "a %snumber from %d to %d, such as %s".formatted(whole ? "whole " : "", least, most, standard);
	}

	/// A setting that is a word, not a number.
	RagSetting(String key, String standard, String remedy) {
		this.key = key;
		this.standard = standard;
		this.least = 0;
		this.most = 0;
		this.whole = false;
		this.remedy = remedy;
	}

	String key() {
		return this.key;
	}

	String standard() {
		return this.standard;
	}

	boolean allows(BigDecimal number) {
		return number.compareTo(BigDecimal.valueOf(this.least)) >= 0 && number.compareTo(BigDecimal.valueOf(this.most)) <= 0
				&& (!this.whole || number.stripTrailingZeros().scale() <= 0);
	}

	/// What is wrong with a value and what would be right.
	RagSettingsRefused.Fault fault(String value) {
		return new RagSettingsRefused.Fault(this.key, "%s cannot be \"%s\": give %s".formatted(this.key, value, this.remedy));
	}

}

package org.packhorse.disclosure;

import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Reads a house's settings for disclosure, with every fault told at once.
final class DisclosureSettings {

	static final List<String> KEYS = List.of("disclosure-threshold", "disclosure-hide-zero", "disclosure-hide-all", "disclosure-denominator",
			"disclosure-year-starts");

	private static final int MOST = 100;

	private final Map<String, String> settings;

	private final List<DisclosureRuleRefused.Fault> faults = new ArrayList<>();

	DisclosureSettings(Map<String, String> settings) {
		this.settings = settings;
	}

	DisclosureRule rule() {
		this.settings.keySet()
			.stream()
			.filter(key -> !KEYS.contains(key))
			.sorted()
			.forEach(key -> fault(key, "there is no such setting; there are " + String.join(", ", KEYS)));
		int threshold = whole("disclosure-threshold", 5);
		boolean hideZero = yes("disclosure-hide-zero");
		boolean hideAll = yes("disclosure-hide-all");
		int denominator = whole("disclosure-denominator", 6);
		var yearStarts = month("disclosure-year-starts");
		if (!this.faults.isEmpty()) {
			throw new DisclosureRuleRefused(this.faults);
		}
		return new DisclosureRule(threshold, hideZero, hideAll, denominator, yearStarts);
	}

	private int whole(String key, int standard) {
		var words = this.settings.getOrDefault(key, Integer.toString(standard)).strip();
		if (words.matches("[0-9]{1,3}") && Integer.parseInt(words) >= 1 && Integer.parseInt(words) <= MOST) {
			return Integer.parseInt(words);
		}
		fault(key, "'%s' is not a whole number from 1 to %d, such as %d".formatted(words, MOST, standard));
		return standard;
	}

	private boolean yes(String key) {
		var words = this.settings.getOrDefault(key, "no").strip().toLowerCase(Locale.ROOT);
		if (!words.equals("yes") && !words.equals("no")) {
			fault(key, "'%s' is neither yes nor no".formatted(words));
		}
		return words.equals("yes");
	}

	private Month month(String key) {
		var words = this.settings.getOrDefault(key, "April").strip();
		return Stream.of(Month.values()).filter(month -> month.name().equalsIgnoreCase(words)).findFirst().orElseGet(() -> {
			fault(key, "'%s' is not the name of a month, such as April".formatted(words));
			return Month.APRIL;
		});
	}

	private void fault(String key, String message) {
		this.faults.add(new DisclosureRuleRefused.Fault(key, message));
	}

}

package org.packhorse.rag;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/// Rolls colours up into one, of a section's actions or of a plan's sections. Colours are never averaged.
final class RollUp {

	private record Line(RagRule rule, String legend, Predicate<Parts> fits, Function<Parts, String> reason) {
	}

	private final List<Line> lines;

	RollUp(RagSettings.RollUp settings) {
		var red = settings.redShare();
		var amber = settings.amberShare();
		this.lines = List.of(
				new Line(RagRule.PRIORITY_RED, "A priority action (of a plan: a priority section) is red.",
						parts -> !parts.priorityReds().isEmpty(), Parts::priorityRed),
				new Line(RagRule.MANY_RED, "More than %s of the rated ones are red.".formatted(percent(red)),
						parts -> parts.moreThan(red, parts.red()), parts -> parts.share(parts.red(), "red", ", more than " + percent(red))),
				new Line(RagRule.SOME_RED, "At least one is red.", parts -> parts.red() > 0,
						parts -> parts.share(parts.red(), "red", ": amber up to %s, red above".formatted(percent(red)))),
				new Line(RagRule.MANY_AMBER, "More than %s of the rated ones are amber or red.".formatted(percent(amber)),
						parts -> parts.moreThan(amber, parts.amberOrRed()),
						parts -> parts.share(parts.amberOrRed(), "amber", ", more than " + percent(amber))),
				new Line(RagRule.ALL_EMBEDDED, "All that are rated are blue.", parts -> parts.allAre(Rag.BLUE),
						parts -> parts.share(parts.rated(), "blue", "")),
				new Line(RagRule.ALL_COMPLETE, "All that are rated are complete or blue.",
						parts -> parts.allAre(Rag.BLUE, Rag.COMPLETE), parts -> parts.share(parts.rated(), "complete or blue", "")),
				new Line(RagRule.MOSTLY_ON_TRACK, "None of the above.", parts -> parts.rated() > 0,
						parts -> parts.share(parts.good(), "green, complete or blue", "")),
				new Line(RagRule.NONE_RATED, "None is rated.", _ -> true, Parts::noneRated));
	}

	Verdict verdict(Parts parts) {
		var line = this.lines.stream().filter(candidate -> candidate.fits().test(parts)).findFirst().orElseThrow();
		return new Verdict(line.rule(), line.reason().apply(parts));
	}

	List<LegendLine> legend() {
		return this.lines.stream().map(line -> LegendLine.of(line.rule(), line.legend())).toList();
	}

	private static String percent(BigDecimal share) {
		return Say.plain(share) + "%";
	}

	/// What is rolled up: what one is called, how many there are of each colour, and which priority ones are red.
	record Parts(String thing, Tally tally, List<String> priorityReds) {

		int red() {
			return this.tally.count(Rag.RED);
		}

		int amberOrRed() {
			return red() + this.tally.count(Rag.AMBER);
		}

		int rated() {
			return this.tally.rated();
		}

		int good() {
			return rated() - amberOrRed();
		}

		boolean allAre(Rag... colours) {
			return rated() > 0 && rated() == List.of(colours).stream().mapToInt(this.tally::count).sum();
		}

		boolean moreThan(BigDecimal percent, int part) {
			return BigDecimal.valueOf(100L * part).compareTo(percent.multiply(BigDecimal.valueOf(rated()))) > 0;
		}

		String priorityRed() {
			return "Priority %s %s %s red.".formatted(things(this.priorityReds.size()), Say.listed(this.priorityReds),
					this.priorityReds.size() == 1 ? "is" : "are");
		}

		String noneRated() {
			return this.tally.total() == 0 ? "There is no %s to rate.".formatted(this.thing)
					: "None of its %s is rated.".formatted(Say.count(this.tally.total(), this.thing));
		}

		/// "3 of 10 rated actions are red, more than 20%. 2 more are grey (withdrawn or not due to start)."
		String share(int part, String colour, String clause) {
			return "%d of %d rated %s %s %s%s.%s".formatted(part, rated(), things(rated()), part == 1 ? "is" : "are", colour, clause,
					unrated());
		}

		private String things(int number) {
			return number == 1 ? this.thing : this.thing + "s";
		}

		private String unrated() {
			var more = this.tally.unrated();
			return more == 0 ? "" : " %d more %s grey (%s).".formatted(more, more == 1 ? "is" : "are", greyness(more));
		}

		private String greyness(int number) {
			return this.thing.equals("action") ? "withdrawn or not due to start"
					: "none of %s actions is rated".formatted(number == 1 ? "its" : "their");
		}

	}

}

package org.packhorse.disclosure;

import java.math.BigDecimal;
import java.time.Month;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.packhorse.kpi.Kpi.Disclosure;
import org.packhorse.kpi.Kpi.Unit;
import org.packhorse.kpi.Kpi;
import org.packhorse.kpi.KpiGroup.Kind;
import org.packhorse.kpi.KpiGroup;
import org.packhorse.kpi.Measured;

import static org.assertj.core.api.Assertions.assertThat;

class SuppressionTests {

	@Test
	void withheldReadingsKeepTheirPlaceAndLoseEveryFigure() {
		var figures = new Figures().share("p", 3, 40);
		var reading = figures.suppressed().series().getFirst().readings().getFirst();
		assertThat(reading).isEqualTo(new Kpi.Reading(Figures.month(0), null, "c", null, null, Figures.month(0)));
	}

	@Test
	void symbolsThatAreThereStay() {
		var figures = new Figures().count("a").add("a", 0, null, null, null, "x").add("a", 1, null, null, null, "c");
		assertThat(figures.suppressed().series().getFirst().readings()).extracting(Kpi.Reading::symbol).containsExactly("x", "c");
	}

	@Test
	void aLoneWithheldPartTakesTheNextSmallestWithIt() {
		var figures = new Figures().count("total", 42).count("a", 3).count("b", 9).count("c", 30).sum("total", "a", "b", "c");
		var suppression = figures.suppressed();
		assertThat(Figures.withheld(suppression)).containsExactly("a/0", "b/0");
		assertThat(suppression.withheld().getLast().reason()).isEqualTo(Reason.SECONDARY);
		assertThat(suppression.withheld().getLast().because()).contains("Indicator total").contains("sum");
		assertThat(Recovered.from(suppression, figures)).isEmpty();
	}

	@Test
	void theAttackerSucceedsOnPrimarySuppressionAlone() {
		var figures = new Figures().count("total", 42).count("a", 3).count("b", 9).count("c", 30).sum("total", "a", "b", "c");
		assertThat(Recovered.from(figures.primary(), figures)).containsExactly("a|2024-04-30|n");
		var complement = new Figures().share("p", 3, 40).share("q", 37, 40).group(Kind.COMPLEMENT, "q", "p").rule(new DisclosureRule(3, false, false, 6, Month.APRIL));
		assertThat(complement.primary().withheld()).hasSize(2);
		var running = new Figures().count("ytd", 20, 23).count("month", 20, 3).group(Kind.CUMULATIVE, "ytd", "month");
		assertThat(Recovered.from(running.primary(), running)).containsExactly("month|2024-05-31|n");
	}

	@Test
	void twoWithheldPartsThatMustBeSmallTakeAThird() {
		// 7 − 4 leaves 3 for the two: each is 1 or 2, which says more than c does.
		var figures = new Figures().count("total", 17).count("a", 1).count("b", 2).count("c", 14).sum("total", "a", "b", "c");
		assertThat(Recovered.from(figures.primary(), figures)).contains("a|2024-04-30|n");
		assertThat(Figures.withheld(figures.suppressed())).containsExactly("a/0", "b/0", "c/0");
		assertThat(Recovered.from(figures.suppressed(), figures)).isEmpty();
	}

	@Test
	void aTotalIsWithheldWhenNoPartIsLeft() {
		var figures = new Figures().count("total", 6).count("a", 2).count("b", 4).count("c", 0).count("d", 0).sum("total", "a", "b", "c", "d");
		assertThat(Figures.withheld(figures.suppressed())).containsExactly("a/0", "b/0");
		var three = new Figures().count("total", 7).count("a", 1).count("b", 2).count("c", 4).sum("total", "a", "b", "c");
		// 1 to 5 each is no more than c says already.
		assertThat(Figures.withheld(three.suppressed())).containsExactly("a/0", "b/0", "c/0");
		var four = new Figures().count("total", 6).count("a", 1).count("b", 1).count("c", 4).sum("total", "a", "b", "c");
		assertThat(Figures.withheld(four.suppressed())).containsExactly("a/0", "b/0", "c/0", "total/0");
	}

	@Test
	void complementsAreWithheldTogether() {
		var figures = new Figures().share("timely", 90, 97).share("late", 7, 97).group(Kind.COMPLEMENT, "late", "timely");
		assertThat(figures.suppressed().withheld()).isEmpty();
		var counts = new Figures().count("boys", 60).count("girls", 4).group(Kind.COMPLEMENT, "boys", "girls");
		assertThat(Figures.withheld(counts.suppressed())).containsExactly("boys/0", "girls/0");
		var values = new Figures().share("late", 3, 40).kpi("timely", Unit.PERCENT, Disclosure.RATE)
			.add("timely", 0, new BigDecimal("92.5"), null, null, "").group(Kind.COMPLEMENT, "timely", "late");
		assertThat(Figures.withheld(values.suppressed())).containsExactly("late/0", "timely/0");
		assertThat(values.suppressed().unjudged()).containsExactly("timely");
	}

	@Test
	void aRunningSumDoesNotGiveTheMonthBack() {
		var figures = new Figures().count("month", 20, 3, 8, 11).count("ytd", 20, 23, 31, 42).group(Kind.CUMULATIVE, "ytd", "month");
		var suppression = figures.suppressed();
		assertThat(Recovered.from(figures.primary(), figures)).isNotEmpty();
		assertThat(Recovered.from(suppression, figures)).isEmpty();
		assertThat(Figures.withheld(suppression)).contains("month/1").hasSizeLessThanOrEqualTo(4);
	}

	@Test
	void theFirstMonthOfAYearIsItsRunningSum() {
		var figures = new Figures().count("month", 4, 20).count("ytd", 4, 24).group(Kind.CUMULATIVE, "ytd", "month");
		assertThat(Figures.withheld(figures.suppressed())).contains("month/0", "ytd/0");
		assertThat(Recovered.from(figures.suppressed(), figures)).isEmpty();
	}

	@Test
	void anotherYearThanTheRulesIsSeenInTheFigures() {
		// Month 5 is September: the sum begins anew there, though the rule says April.
		var figures = new Figures().count("month", 9, 20, 8, 7, 9, 3).count("ytd", 9, 29, 37, 44, 53, 3).group(Kind.CUMULATIVE, "ytd", "month");
		assertThat(Figures.withheld(figures.suppressed())).contains("month/5", "ytd/5");
	}

	@Test
	void anIndicatorThatGivesTheNumeratorIsWithheldWithTheShare() {
		var figures = new Figures().share("late", 3, 40).kpi("lateNumber", Unit.COUNT, Disclosure.NONE)
			.add("lateNumber", 0, new BigDecimal("3"), null, null, "").sum("lateNumber", "late");
		assertThat(Figures.withheld(figures.suppressed())).containsExactly("late/0", "lateNumber/0");
	}

	@Test
	void groupsNest() {
		var figures = new Figures().count("all", 60).count("a", 20).count("b", 40).count("a1", 3).count("a2", 17).count("b1", 12).count("b2", 28)
			.sum("all", "a", "b").sum("a", "a1", "a2").sum("b", "b1", "b2");
		assertThat(Figures.withheld(figures.suppressed())).containsExactly("a1/0", "a2/0");
		assertThat(Recovered.from(figures.suppressed(), figures)).isEmpty();
	}

	@Test
	void twoWaysToDivideOneTotalAreToldApartByTheirFigures() {
		var figures = new Figures().count("all", 60).count("boys", 31).count("girls", 29).count("young", 4).count("middle", 20).count("old", 36)
			.sum("all", "boys", "girls").sum("all", "young", "middle", "old");
		assertThat(Figures.withheld(figures.suppressed())).containsExactly("middle/0", "young/0");
		assertThat(Recovered.from(figures.primary(), figures)).isNotEmpty();
		assertThat(Recovered.from(figures.suppressed(), figures)).isEmpty();
	}

	@Test
	void whatAnEarlierEditionShowedHidesNothing() {
		var figures = new Figures().count("total", 42).count("a", 3).count("b", 9).count("c", 30).sum("total", "a", "b", "c").shownBefore("b", 0, "9");
		var suppression = figures.suppressed();
		assertThat(Figures.withheld(suppression)).containsExactly("a/0", "c/0");
		assertThat(Recovered.from(suppression, figures)).isEmpty();
	}

	@Test
	void whatThePublicHasAlreadyIsWithheldAndSaidToBeKnown() {
		var figures = new Figures().count("total", 42).count("a", 3).count("b", 39).sum("total", "a", "b").shownBefore("a", 0, "3");
		var suppression = figures.suppressed();
		assertThat(suppression.withheld()).singleElement().satisfies(one -> {
			assertThat(one.kpi().code()).isEqualTo("a");
			assertThat(one.alreadyPublic()).isTrue();
		});
		assertThat(suppression.note()).last().asString().contains("cannot be taken back");
		var follows = new Figures().count("total", 42).count("a", 3).count("b", 39).sum("total", "a", "b").shownBefore("total", 0, "42").shownBefore("b", 0, "39");
		assertThat(follows.suppressed().withheld()).singleElement().matches(Withheld::alreadyPublic);
	}

	@Test
	void aRevisedTotalDoesNotUndoTheEarlierEdition() {
		// The last edition showed 41 and 29, so the two that were withheld made 12; now one of them is withheld and the total too.
		var figures = new Figures().count("total", 43).count("a", 3).count("b", 9).count("c", 31).sum("total", "a", "b", "c")
			.shownBefore("total", 0, "41").shownBefore("c", 0, "29");
		assertThat(Figures.withheld(figures.suppressed())).contains("a/0", "b/0");
	}

	@Test
	void aSourcesOwnWithheldFigureIsKept() {
		var figures = new Figures().count("total", 42).count("b", 9).count("c", 30).count("a").add("a", 0, null, null, null, "c").sum("total", "a", "b", "c");
		assertThat(Figures.withheld(figures.suppressed())).containsExactly("a/0", "b/0");
	}

	@Test
	void tiesAreSettledByCode() {
		var figures = new Figures().count("total", 43).count("z", 20).count("a", 3).count("y", 20).sum("total", "z", "a", "y");
		assertThat(Figures.withheld(figures.suppressed())).containsExactly("a/0", "y/0");
	}

	@Test
	void theNoteNamesNoFigure() {
		var figures = new Figures().count("total", 4242).count("a", 3).count("b", 39).count("c", 4200).sum("total", "a", "b", "c");
		assertThat(figures.suppressed().note()).anyMatch(sentence -> sentence.contains("letter c")).noneMatch(sentence -> sentence.contains("39"))
			.anyMatch(sentence -> sentence.contains("2 figures of 2 indicators are withheld"));
		assertThat(new Figures().count("a", 7).suppressed().note()).containsExactly("No figure of this pack is withheld to protect children and families.");
		assertThat(figures.suppressed().withheld().toString()).doesNotContain("39");
	}

	@ParameterizedTest
	@ValueSource(booleans = {false, true})
	void nothingIsRecoveredFromThreeHundredTables(boolean hideZero) {
		int primaryLeaks = 0;
		int further = 0;
		for (int seed = 0; seed < 150; seed++) {
			var figures = table(new Random(seed * 2L + (hideZero ? 1 : 0)));
			figures.rule = new DisclosureRule(5, hideZero, seed % 3 == 0, 6, Month.APRIL);
			var suppression = figures.suppressed();
			assertThat(Recovered.from(suppression, figures)).as("table %d", seed).isEmpty();
			primaryLeaks += Recovered.from(figures.primary(), figures).isEmpty() ? 0 : 1;
			further += suppression.withheld().size() - figures.primary().withheld().size();
		}
		assertThat(primaryLeaks).isGreaterThan(100);
		assertThat(further).isPositive();
	}

	@Test
	void aLongerTableHoldsToo() {
		var figures = filled(new Random(7), 18);
		var suppression = figures.suppressed();
		assertThat(Recovered.from(suppression, figures)).isEmpty();
		assertThat(suppression.withheld()).hasSizeLessThan(18 * 14);
	}

	@Test
	void nothingIsRecoveredFromTwoEditionsTogether() {
		for (int seed = 0; seed < 60; seed++) {
			var random = new Random(1000 + seed);
			var first = table(random);
			var earlier = first.suppressed();
			var second = revised(first, random);
			earlier.series().forEach(series -> series.readings().stream().filter(reading -> reading.symbol().isBlank()).forEach(reading -> {
				var value = reading.value() != null ? reading.value() : Measured.of(series.kpi().unit(), reading);
				if (value != null) {
					second.shown.add(new Shown(series.kpi().code(), reading.periodEnd(), value, reading.numerator(), reading.denominator()));
				}
			}));
			var suppression = second.suppressed();
			assertThat(Recovered.from(suppression, second)).as("table %d, with both editions", seed).isEmpty();
			assertThat(Recovered.from(suppression, second.series(), second.divisions, List.of(), second.rule)).as("table %d, newer edition", seed).isEmpty();
		}
	}

	/// Three months of a council: two ways to divide a total, one of them nested, shares and their complements, a count
	/// that gives a numerator, and a running sum.
	private static Figures table(Random random) {
		return filled(random, 3);
	}

	private static Figures filled(Random random, int months) {
		var rows = new LinkedHashMap<String, int[]>();
		for (String code : List.of("a1", "a2", "b", "c", "x", "y", "z", "all", "a", "late", "base", "month", "ytd")) {
			rows.put(code, new int[months]);
		}
		int running = 0;
		for (int i = 0; i < months; i++) {
			for (String code : List.of("a1", "a2", "b", "c", "late", "month")) {
				rows.get(code)[i] = small(random);
			}
			rows.get("a")[i] = rows.get("a1")[i] + rows.get("a2")[i];
			rows.get("all")[i] = rows.get("a")[i] + rows.get("b")[i] + rows.get("c")[i];
			rows.get("x")[i] = random.nextInt(rows.get("all")[i] + 1);
			rows.get("y")[i] = random.nextInt(rows.get("all")[i] - rows.get("x")[i] + 1);
			rows.get("z")[i] = rows.get("all")[i] - rows.get("x")[i] - rows.get("y")[i];
			rows.get("base")[i] = rows.get("late")[i] + small(random);
			running = i % 12 == 0 ? rows.get("month")[i] : running + rows.get("month")[i];
			rows.get("ytd")[i] = running;
		}
		return of(rows, months);
	}

	private static int small(Random random) {
		return random.nextInt(3) == 0 ? random.nextInt(7) : random.nextInt(50);
	}

	private static Figures of(Map<String, int[]> rows, int months) {
		var figures = new Figures();
		for (String code : List.of("a1", "a2", "b", "c", "x", "y", "z", "all", "a", "month", "ytd")) {
			figures.count(code, rows.get(code));
		}
		figures.count("lateNumber", rows.get("late"));
		figures.kpi("late", Unit.PERCENT, Disclosure.RATE).kpi("timely", Unit.PERCENT, Disclosure.RATE);
		for (int i = 0; i < months; i++) {
			int late = rows.get("late")[i];
			int base = rows.get("base")[i];
			figures.add("late", i, null, BigDecimal.valueOf(late), BigDecimal.valueOf(base), "");
			figures.add("timely", i, null, BigDecimal.valueOf(base - late), BigDecimal.valueOf(base), "");
		}
		return figures.sum("all", "a", "b", "c").sum("a", "a1", "a2").sum("all", "x", "y", "z").sum("lateNumber", "late")
			.group(Kind.COMPLEMENT, "timely", "late").group(Kind.CUMULATIVE, "ytd", "month");
	}

	/// The same council a little later: a part and its totals have been revised, all else is as it was.
	private static Figures revised(Figures first, Random random) {
		var rows = new LinkedHashMap<String, int[]>();
		first.series().forEach(series -> rows.put(series.kpi().code(), series.readings().stream()
			.mapToInt(reading -> (reading.value() != null ? reading.value() : reading.numerator()).intValue()).toArray()));
		int months = rows.get("b").length;
		rows.put("base", first.series().stream().filter(series -> series.kpi().code().equals("late")).findFirst().orElseThrow().readings().stream()
			.mapToInt(reading -> reading.denominator().intValue()).toArray());
		int month = random.nextInt(months);
		int more = 1 + random.nextInt(4);
		for (String code : List.of(random.nextBoolean() ? "b" : "c", "all", "x")) {
			rows.get(code)[month] += more;
		}
		return of(rows, months);
	}

}

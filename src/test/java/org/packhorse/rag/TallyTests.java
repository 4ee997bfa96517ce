package org.packhorse.rag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Counts are those that councils published; the shares follow from them by largest remainder.
class TallyTests {

	@ParameterizedTest(name = "{0}")
	@CsvSource({
			// Published as 43%, 43% and 14%.
			"Bracknell Forest 2024/25 Q4: actions in progress, 7, 21, 21, 0, 14, 43, 43",
			// Published as 15%, 3% and 82%.
			"Bracknell Forest 2024/25 Q4: indicators, 14, 3, 78, 0, 15, 3, 82",
			// Published as 13%, 4% and 83% of the 46 rated; four more were not rated.
			"Havering 2013/14 Q4: indicators, 6, 2, 38, 4, 13, 4, 83",
			// Published as 53% and 48%, which makes 101.
			"Flintshire 2014/15 Q1: activities, 0, 38, 42, 0, 0, 47, 53" })
	void sharesAreOfTheRatedAndSumTo100(String what, int red, int amber, int green, int unrated, int redShare, int amberShare,
			int greenShare) {
		var tally = tally(red, amber, green, unrated);

		assertThat(tally.shares()).as(what)
			.containsEntry(Rag.RED, redShare)
			.containsEntry(Rag.AMBER, amberShare)
			.containsEntry(Rag.GREEN, greenShare);
		assertThat(tally.shares().values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(100);
		assertThat(tally.unrated()).isEqualTo(unrated);
	}

	@Test
	void bracknellForestsActionsWithTheirOwnCountsMake56PercentComplete() {
		// 64 complete, 49 in progress, 1 not started of 114: 56.1, 43.0 and 0.9; published were 55%, 43% and "<1%".
		var colours = new ArrayList<>(Collections.nCopies(64, Rag.COMPLETE));
		colours.addAll(Collections.nCopies(49, Rag.AMBER));
		colours.add(Rag.RED);

		assertThat(Tally.of(colours).shares()).containsEntry(Rag.COMPLETE, 56).containsEntry(Rag.AMBER, 43).containsEntry(Rag.RED, 1);
	}

	@Test
	void ofEqualThirdsTheWorstColourTakesTheOddPoint() {
		assertThat(tally(1, 1, 1, 0).shares()).containsEntry(Rag.RED, 34).containsEntry(Rag.AMBER, 33).containsEntry(Rag.GREEN, 33);
	}

	@Test
	void everyColourIsCountedAndNothingRatedHasNoShares() {
		var none = Tally.of(List.of(Rag.GREY, Rag.NONE));

		assertThat(none.counts()).containsOnlyKeys(Rag.values()).containsEntry(Rag.GREY, 1).containsEntry(Rag.RED, 0);
		assertThat(none.shares().values()).containsOnly(0);
		assertThat(none.rated()).isZero();
		assertThat(none.total()).isEqualTo(2);
	}

	private static Tally tally(int red, int amber, int green, int unrated) {
		var colours = new ArrayList<Rag>(Collections.nCopies(red, Rag.RED));
		colours.addAll(Collections.nCopies(amber, Rag.AMBER));
		colours.addAll(Collections.nCopies(green, Rag.GREEN));
		colours.addAll(Collections.nCopies(unrated, Rag.NONE));
		return Tally.of(colours);
	}

}

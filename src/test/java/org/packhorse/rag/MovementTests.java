package org.packhorse.rag;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.packhorse.rag.Movement.Kind;

class MovementTests {

	private static Rated rated(String ref, RagRule rule) {
		return new Rated("P", ref, rule.rating(), rule, LocalDate.parse("2021-04-11"));
	}

	@ParameterizedTest(name = "{0} to {1}: {2}")
	@CsvSource({
			"ON_TRACK,  OVERDUE,   WORSE",
			"BEHIND,    OVERDUE,   WORSE",
			"OVERDUE,   BEHIND,    BETTER",
			"BEHIND,    ON_TRACK,  BETTER",
			"NOT_DUE,   ON_TRACK,  UNCHANGED",
			"ON_TRACK,  NOT_DUE,   UNCHANGED",
			"NOT_DUE,   BEHIND,    WORSE",
			"OVERDUE,   NOT_DUE,   BETTER",
			"OVERDUE,   FAR_BEHIND, UNCHANGED",
			"OVERDUE,   COMPLETE,  CLOSED",
			"ON_TRACK,  EMBEDDED,  CLOSED",
			"OVERDUE,   WITHDRAWN, CLOSED",
			"NOT_DUE,   WITHDRAWN, CLOSED",
			"COMPLETE,  EMBEDDED,  BETTER",
			"EMBEDDED,  COMPLETE,  WORSE",
			"COMPLETE,  BEHIND,    WORSE",
			"COMPLETE,  WITHDRAWN, WORSE",
			"WITHDRAWN, ON_TRACK,  UNCHANGED",
			"WITHDRAWN, COMPLETE,  BETTER" })
	void eachActionFallsIntoOneKind(RagRule before, RagRule now, Kind kind) {
		assertThat(Movement.between(List.of(rated("1", before)), List.of(rated("1", now))).moves()).singleElement()
			.extracting(Movement.Move::kind)
			.isEqualTo(kind);
	}

	@Test
	void newAndDroppedActionsAreTold() {
		var movement = Movement.between(List.of(rated("1", RagRule.OVERDUE), rated("2", RagRule.ON_TRACK)),
				List.of(rated("2", RagRule.ON_TRACK), rated("3", RagRule.COMPLETE)));

		assertThat(movement.of(Kind.NEW)).singleElement().satisfies(move -> assertThat(move.now()).isEqualTo(rated("3", RagRule.COMPLETE)));
		assertThat(movement.of(Kind.DROPPED)).singleElement().satisfies(move -> assertThat(move.before()).isEqualTo(rated("1", RagRule.OVERDUE)));
		assertThat(movement.counts()).containsOnlyKeys(Kind.values())
			.containsEntry(Kind.NEW, 1)
			.containsEntry(Kind.DROPPED, 1)
			.containsEntry(Kind.UNCHANGED, 1)
			.containsEntry(Kind.CLOSED, 0);
	}

	@Test
	void theSameRefInAnotherPlanIsAnotherAction() {
		var other = new Rated("Q", "1", Rag.RED, RagRule.OVERDUE, null);

		assertThat(Movement.between(List.of(rated("1", RagRule.ON_TRACK)), List.of(rated("1", RagRule.ON_TRACK), other)).of(Kind.NEW)).hasSize(1);
	}

	@Test
	void aMovedDateIsToldBesideTheKind() {
		var before = rated("1", RagRule.ON_TRACK);
		var now = new Rated("P", "1", Rag.AMBER, RagRule.MOVED, LocalDate.parse("2021-05-31"));

		var movement = Movement.between(List.of(before), List.of(now));

		assertThat(movement.dateMoved()).hasSize(1).isEqualTo(movement.of(Kind.WORSE));
	}

	@Test
	void theMatrixCountsFromWhichColourToWhich() {
		var movement = Movement.between(List.of(rated("1", RagRule.ON_TRACK), rated("2", RagRule.ON_TRACK), rated("3", RagRule.OVERDUE)),
				List.of(rated("1", RagRule.BEHIND), rated("2", RagRule.ON_TRACK), rated("3", RagRule.SILENT), rated("4", RagRule.ON_TRACK)));

		assertThat(movement.matrix().get(Rag.GREEN)).containsEntry(Rag.AMBER, 1).containsEntry(Rag.GREEN, 1).containsEntry(Rag.RED, 0);
		assertThat(movement.matrix().get(Rag.RED)).containsEntry(Rag.RED, 1);
		assertThat(movement.matrix()).containsOnlyKeys(Rag.values());
	}

	@Test
	void exceptionsAreEveryRedAndEveryAmberTwiceRunning() {
		var before = List.of(rated("1", RagRule.BEHIND), rated("2", RagRule.OVERDUE), rated("3", RagRule.ON_TRACK), rated("5", RagRule.MOVED));
		var now = List.of(rated("1", RagRule.STALE), rated("2", RagRule.BEHIND), rated("3", RagRule.OVERDUE), rated("4", RagRule.MOVED),
				rated("5", RagRule.ON_TRACK));

		assertThat(new RagPolicy(RagSettings.defaults()).exceptions(now, before)).extracting(Rated::ref).containsExactly("1", "3");
	}

}

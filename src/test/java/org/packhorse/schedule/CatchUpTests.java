package org.packhorse.schedule;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CatchUpTests {

	private static final Diary DIARY = BankHolidayFile.diary("CIB 2026-04-21");

	@Test
	void fireThatIsNoticedWithinTheHourIsOnTime() {
		for (CatchUp rule : CatchUp.values()) {
			var decided = rule.decide(mondays("2026-05-04T07:59:00Z", "2026-05-04T08:00:00Z"), Instant.parse("2026-05-04T08:59:00Z"));
			assertThat(decided).hasSize(1).allMatch(CatchUp.Decision::runs).allMatch(decision -> decision.reason().isEmpty());
		}
	}

	@Test
	void ofThreeThatWereMissedTheNewestRunsOnce() {
		var decided = CatchUp.RUN_ONCE.decide(mondays("2026-05-01T00:00:00Z", "2026-05-20T00:00:00Z"), Instant.parse("2026-05-20T09:12:00Z"));
		assertThat(decided).extracting(CatchUp.Decision::runs).containsExactly(false, false, true);
		assertThat(decided).extracting(CatchUp.Decision::reason)
			.containsExactly("Not made: no scheduler was at work, and the fire of Monday 18 May 2026 at 09:00 came before one was.",
					"Not made: no scheduler was at work, and the fire of Monday 18 May 2026 at 09:00 came before one was.",
					"Caught up: it was noticed on Wednesday 20 May 2026 at 10:12.");
	}

	@Test
	void skipAndFlagMakesNoneOfThem() {
		var decided = CatchUp.SKIP_AND_FLAG.decide(mondays("2026-05-01T00:00:00Z", "2026-05-20T00:00:00Z"), Instant.parse("2026-05-20T09:12:00Z"));
		assertThat(decided).hasSize(3).noneMatch(CatchUp.Decision::runs);
		assertThat(decided.getLast().reason()).isEqualTo("Not made: it was noticed on Wednesday 20 May 2026 at 10:12, and the schedule says skip and flag.");
	}

	@Test
	void packForAMeetingThatHasBeenIsNotMade() {
		var due = When.of("7 working days before CIB").between(Instant.parse("2026-04-01T00:00:00Z"), Instant.parse("2026-04-30T00:00:00Z"), DIARY);
		assertThat(CatchUp.RUN_ONCE.decide(due, Instant.parse("2026-04-21T09:00:00Z"))).allMatch(CatchUp.Decision::runs);
		assertThat(CatchUp.RUN_ONCE.decide(due, Instant.parse("2026-04-22T09:00:00Z"))).noneMatch(CatchUp.Decision::runs);
	}

	@Test
	void packForOneMeetingIsNotMadeByThatForAnother() {
		var two = BankHolidayFile.diary("CIB 2026-05-12", "CIB 2026-05-14");
		var due = When.of("7 working days before CIB").between(Instant.parse("2026-04-25T00:00:00Z"), Instant.parse("2026-05-08T00:00:00Z"), two);
		assertThat(CatchUp.RUN_ONCE.decide(due, Instant.parse("2026-05-08T09:00:00Z"))).hasSize(2).allMatch(CatchUp.Decision::runs);
	}

	private static List<FireTime> mondays(String after, String until) {
		return When.of("every Monday at 09:00").between(Instant.parse(after), Instant.parse(until), DIARY);
	}

}

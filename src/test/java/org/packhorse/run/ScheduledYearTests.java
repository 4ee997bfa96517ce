package org.packhorse.run;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.packhorse.ImportFiles;
import org.packhorse.SmallCouncil;
import org.packhorse.TestDatabases;
import org.packhorse.TestHome;

import static org.assertj.core.api.Assertions.assertThat;

/// A whole year against a clock that is moved: every fire that a wall calendar says, and no other.
class ScheduledYearTests {

	@TempDir
	private Path folder;

	@Test
	void aYearFiresOnItsDaysAndNoOther() {
		var home = TestHome.small("year", Map.of("quick", "title: Quick pack\naudience: members\nformats: [html]\n"));
		try (var database = TestDatabases.h2().home(home)) {
			SmallCouncil.files(this.folder.resolve("tables"))
				.csv("bodies", "authority,code,title\nX99000007,CIB,Improvement Board\n")
				.csv("meetings", "authority,body,meets_on\nX99000007,CIB,2026-01-08\nX99000007,CIB,2026-04-21\nX99000007,CIB,2026-05-19\n")
				.into(database);
			ImportFiles.of(Path.of("docs/bank-holidays")).into(database);
			Timer.write(database, "a-monthly", "when: 3rd working day of the month at 08:30", "as-at: month end");
			Timer.write(database, "b-board", "when: 7 working days before CIB");
			Timer.write(database, "c-quarter", "when: last working day of the quarter at 17:00");
			Timer.write(database, "d-night", "when: 0 30 1 25-31 3,10 SUN");
			var timer = new Timer(database, "2025-12-31T18:00:00Z").turn("2025-12-31T18:00:00");
			for (var day = LocalDate.of(2026, 1, 1); day.getYear() < 2027; day = day.plusDays(1)) {
				for (String time : times(day)) {
					timer.turn(day.atTime(LocalTime.parse(time)).atZone(Timer.LONDON).toInstant());
				}
			}
			assertThat(timer.fires()).containsExactlyInAnyOrderElementsOf(expected());
		}
	}

	/// A day without a fire is looked at once, behind whatever could have fired on it.
	private static List<String> times(LocalDate day) {
		return expected().stream().anyMatch(fire -> fire.startsWith(day.toString())) ? List.of("07:00:05", "17:00:00") : List.of("17:00:00");
	}

	/// The meeting of 8 January fell due on 29 December, before anybody looked.
	private static List<String> expected() {
		var fires = new ArrayList<String>();
		List.of("01-06", "02-04", "03-04", "04-07", "05-06", "06-03", "07-03", "08-05", "09-03", "10-05", "11-04", "12-03")
			.forEach(day -> fires.add("2026-" + day + " 08:30 done"));
		List.of("04-10", "05-08").forEach(day -> fires.add("2026-" + day + " 07:00 done"));
		List.of("03-31", "06-30", "09-30", "12-31").forEach(day -> fires.add("2026-" + day + " 17:00 done"));
		fires.addAll(List.of("2026-03-29 02:00 done", "2026-10-25 01:30 done"));
		return fires;
	}

}

package org.packhorse.run;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.packhorse.authority.FaultyTable;
import org.packhorse.calendar.BankHolidaysMissing;
import org.packhorse.pack.Home;
import org.packhorse.schedule.Diaries;
import org.packhorse.schedule.Diary;
import org.packhorse.schedule.FireTime;
import org.packhorse.schedule.Register;
import org.packhorse.schedule.Schedule;
import org.packhorse.schedule.ScheduleFile;
import org.packhorse.schedule.ScheduleFolder;
import org.packhorse.schedule.When;
import org.packhorse.template.TemplateFolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Looks at the schedules and writes down what has come due since the last look.
///
/// The folder is read afresh each time. A schedule whose file is at fault, or whose day cannot be told because bank holidays are
/// missing, keeps its mark: what it misses meanwhile is caught up once that is mended.
@Component
class Lookout {

	private final Home home;

	private final Register register;

	private final Diaries diaries;

	private final Fires fires;

	private final Marks marks;

	private final TransactionTemplate transaction;

	private final Clock clock;

	/// What has been told, so that a fault is told once and not at every look.
	private final Set<String> told = new HashSet<>();

	Lookout(Home home, Register register, Diaries diaries, Fires fires, Marks marks, TransactionTemplate transaction, Clock clock) {
		this.home = home;
		this.register = register;
		this.diaries = diaries;
		this.fires = fires;
		this.marks = marks;
		this.transaction = transaction;
		this.clock = clock;
	}

	/// What a look came to: the fires that wait to be made, and faults that nobody has been told of yet.
	record Seen(List<Long> open, List<String> faults) {
	}

	/// Looks once.
	synchronized Seen look() {
		var now = this.clock.instant().truncatedTo(ChronoUnit.SECONDS);
		var folder = ScheduleFolder.open(this.home.schedules(), TemplateFolder.open(this.home.templates()));
		folder.files().forEach(this.register::check);
		var faults = new ArrayList<>(folder.problems().stream().map(problem -> "schedules/" + problem).toList());
		this.marks.keep(folder.files().stream().filter(Lookout::isWatched).map(ScheduleFile::name).toList());
		folder.schedules().stream().filter(Schedule::enabled).forEach(schedule -> look(schedule, now, faults));
		return new Seen(this.fires.open(), untold(faults));
	}

	/// A file at fault is watched on: nobody has said that it should rest.
	private static boolean isWatched(ScheduleFile file) {
		return file.schedule().map(Schedule::enabled).orElse(true);
	}

	private void look(Schedule schedule, Instant now, List<String> faults) {
		for (String council : this.register.councils(schedule)) {
			try {
				look(schedule, council, now);
			}
			catch (BankHolidaysMissing | FaultyTable ex) {
				faults.add("schedules/%s.yml: %s It cannot be told when this schedule fires.".formatted(schedule.name(), ex.getMessage()));
			}
		}
	}

	private void look(Schedule schedule, String council, Instant now) {
		var mark = this.marks.find(schedule.name(), council);
		if (mark.isEmpty()) {
			this.marks.begin(schedule.name(), council, now);
			return;
		}
		var due = due(schedule, council, mark.get(), now);
		this.transaction.executeWithoutResult(_ -> {
			if (this.marks.move(schedule.name(), council, mark.get(), now)) {
				notice(schedule, council, due, now);
			}
		});
	}

	private List<FireTime> due(Schedule schedule, String council, Marks.Mark mark, Instant now) {
		var diary = this.diaries.of(council);
		var since = schedule.when().between(mark.seenUntil(), now, diary);
		if (schedule.when().body().isEmpty()) {
			return since;
		}
		var fired = this.fires.meetings(schedule.name(), council);
		return Stream.concat(late(schedule, mark, now, diary), since.stream()).filter(fire -> !fired.contains(fire.meetsOn())).toList();
	}

	/// Fires of meetings to come whose time had passed before the meeting was on file.
	private static Stream<FireTime> late(Schedule schedule, Marks.Mark mark, Instant now, Diary diary) {
		var today = When.day(now);
		return schedule.when()
			.between(mark.watchedSince(), mark.seenUntil(), diary)
			.stream()
			.filter(fire -> fire.meetsOn() != null && !fire.meetsOn().isBefore(today));
	}

	private void notice(Schedule schedule, String council, List<FireTime> due, Instant now) {
		schedule.conduct().catchUp().decide(due, now).forEach(decision -> {
			this.fires.notice(schedule.name(), council, decision, now);
			if (decision.runs()) {
				this.fires.supersede(schedule.name(), council, decision.fire(),
						"Not made: what it held for was still missing when the fire of %s came.".formatted(decision.fire().words()));
			}
		});
	}

	private List<String> untold(List<String> faults) {
		var untold = faults.stream().filter(fault -> !this.told.contains(fault)).toList();
		this.told.clear();
		this.told.addAll(faults);
		return untold;
	}

}

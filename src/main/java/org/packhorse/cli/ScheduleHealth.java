package org.packhorse.cli;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.stream.Stream;

import org.packhorse.authority.Holidays;
import org.packhorse.pack.Home;
import org.packhorse.run.Fire;
import org.packhorse.run.Fires;
import org.packhorse.schedule.FireTime;
import org.packhorse.schedule.Register;
import org.packhorse.schedule.Schedule;
import org.packhorse.schedule.ScheduleFolder;
import org.packhorse.schedule.Timetable;
import org.packhorse.template.TemplateFolder;

/// How the schedules stand, for `doctor`: their files, the bank holidays they count by, what they did last and do next.
record ScheduleHealth(ScheduleFolder folder, List<Integer> years, LocalDate today, Timetable.Coming coming, List<Fire> fires) {

	/// One finding.
	record Finding(String what, boolean good, String words) {
	}

	static ScheduleHealth of(Application application) {
		var home = application.get(Home.class);
		var now = application.get(Clock.class).instant();
		var folder = ScheduleFolder.open(home.schedules(), TemplateFolder.open(home.templates()));
		folder.files().forEach(application.get(Register.class)::check);
		var atWork = folder.schedules().stream().filter(Schedule::enabled).toList();
		return new ScheduleHealth(folder, application.get(Holidays.class).years(), LocalDate.ofInstant(now, Schedule.ZONE),
				application.get(Timetable.class).after(now, 1, atWork), application.get(Fires.class).newestOfEach());
	}

	List<Finding> findings() {
		return Stream.of(Stream.of(files(), holidays()), this.coming.entries().stream().limit(1).map(ScheduleHealth::next),
				this.coming.ends().stream().map(end -> new Finding("Next fire", false, end)), this.fires.stream().filter(this::isAtWork).map(ScheduleHealth::last))
			.flatMap(each -> each)
			.toList();
	}

	private Finding files() {
		var faults = this.folder.problems().size();
		if (faults > 0) {
			return new Finding("Schedules", false, Counted.of(faults, "fault") + "; ./packhorse check lists them");
		}
		var atWork = this.folder.schedules().stream().filter(Schedule::enabled).count();
		return new Finding("Schedules", true, "%s at work, %d at rest".formatted(Counted.of(atWork, "schedule"), this.folder.schedules().size() - atWork));
	}

	/// From autumn on next year's are wanted too: schedules look ahead, and deadlines run over the turn of the year.
	private Finding holidays() {
		boolean enough = this.years.contains(this.today.getYear()) && (this.today.getMonth().compareTo(Month.OCTOBER) < 0 || this.years.contains(this.today.getYear() + 1));
		var onFile = this.years.isEmpty() ? "no year is on file" : "%d to %d are on file".formatted(this.years.getFirst(), this.years.getLast());
		return enough ? new Finding("Bank holidays", true, onFile)
				: new Finding("Bank holidays", !isAnyAtWork(), onFile + "; load docs/bank-holidays/bank_holidays.csv, or gov.uk/bank-holidays for later years");
	}

	private boolean isAnyAtWork() {
		return this.folder.files().stream().anyMatch(file -> file.schedule().map(Schedule::enabled).orElse(true));
	}

	private static Finding next(Timetable.Entry entry) {
		return new Finding("Next fire", true, "%s, %s for %s".formatted(entry.fire().words(), entry.schedule().name(), entry.authority()));
	}

	private boolean isAtWork(Fire fire) {
		return this.folder.files().stream().anyMatch(file -> file.name().equals(fire.schedule()) && file.schedule().map(Schedule::enabled).orElse(true));
	}

	private static Finding last(Fire fire) {
		var good = switch (fire.state()) {
			case DUE, RUNNING, DONE -> true;
			case FAILED, SKIPPED, HELD -> false;
		};
		return new Finding("Last fire", good, "%s for %s, %s: %s%s".formatted(fire.schedule(), fire.authority(), FireTime.words(fire.dueAt().atZone(Schedule.ZONE)),
				fire.state(), fire.reason().isEmpty() ? "" : ". " + fire.reason()));
	}

}

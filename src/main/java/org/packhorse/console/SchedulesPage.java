package org.packhorse.console;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.packhorse.access.Account;
import org.packhorse.pack.Home;
import org.packhorse.run.Fire;
import org.packhorse.run.Fires;
import org.packhorse.run.Trouble;
import org.packhorse.schedule.FireTime;
import org.packhorse.schedule.Register;
import org.packhorse.schedule.Schedule;
import org.packhorse.schedule.ScheduleFile;
import org.packhorse.schedule.ScheduleFolder;
import org.packhorse.schedule.ScheduleProblem;
import org.packhorse.schedule.Timetable;
import org.packhorse.template.TemplateFolder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// The files of schedules/ in words: when each fires and why, what it did last, what has to happen before the meeting. Files are changed, not this page.
@Controller
@ConditionalOnWebApplication
class SchedulesPage {

	private static final int AHEAD = 10;

	/// How many fires of other councils are looked past for each one of somebody's own.
	private static final int OTHERS = 50;

	private final Home home;

	private final Register register;

	private final Timetable timetable;

	private final Fires fires;

	private final PackSight sight;

	private final NameBook names;

	private final Clock clock;

	SchedulesPage(Home home, Register register, Timetable timetable, Fires fires, PackSight sight, NameBook names, Clock clock) {
		this.home = home;
		this.register = register;
		this.timetable = timetable;
		this.fires = fires;
		this.sight = sight;
		this.names = names;
		this.clock = clock;
	}

	/// One file.
	public record Shown(String name, String title, Tag state, List<String> words, List<String> faults, List<Last> last) {
	}

	/// What a schedule did last for a council.
	public record Last(String council, String at, Tag state, String words, List<Called> editions) {
	}

	/// A fire to come.
	public record Coming(String at, String schedule, String council, String why, List<String> plan, String warning) {
	}

	@GetMapping("/schedules")
	ModelAndView schedules(Account account) {
		var files = files(account);
		var last = fires(account);
		var names = this.names.open();
		return new ModelAndView("schedules", Map.of("files", files.stream().map(file -> shown(account, names, file, last)).toList(), "coming", coming(account, names, files, AHEAD), "works",
				files.stream().anyMatch(file -> file.schedule().filter(Schedule::enabled).isPresent())));
	}

	private List<ScheduleFile> files() {
		var folder = ScheduleFolder.open(this.home.schedules(), TemplateFolder.open(this.home.templates()));
		folder.files().forEach(this.register::check);
		return folder.files();
	}

	/// What the overview tells of schedules: the next fires, and what somebody has to see to.
	record Glance(List<Coming> coming, List<String> troubles) {
	}

	/// That of the schedules that somebody may know of.
	Glance glance(Account account, Names names, int count) {
		var files = files(account);
		return new Glance(coming(account, names, files, count), troubles(account, names, files));
	}

	/// Whoever keeps or audits the machine sees the schedules of every pack, others those of packs that they may know of; all of them for their own councils.
	private List<ScheduleFile> files(Account account) {
		var seen = this.sight.runs(account);
		return seen == null ? files() : files().stream().filter(file -> isSeen(account, seen.packs(), file)).toList();
	}

	private static boolean isSeen(Account account, @Nullable List<String> packs, ScheduleFile file) {
		return file.schedule().map(schedule -> (packs == null || packs.containsAll(schedule.order().packs())) && isOfTheirs(account, schedule)).orElse(packs == null);
	}

	private static boolean isOfTheirs(Account account, Schedule schedule) {
		return schedule.order().forAll() || schedule.order().authorities().stream().anyMatch(account::ofCouncil);
	}

	/// The newest fires of the councils that somebody may know of.
	private List<Fire> fires(Account account) {
		return this.fires.newestOfEach().stream().filter(fire -> account.ofCouncil(fire.authority())).toList();
	}

	private List<Coming> coming(Account account, Names names, List<ScheduleFile> files, int count) {
		var enabled = files.stream().flatMap(file -> file.schedule().stream()).filter(Schedule::enabled).toList();
		return this.timetable.after(this.clock.instant(), account.councils().isEmpty() ? count : count * OTHERS, enabled)
			.entries()
			.stream()
			.filter(entry -> account.ofCouncil(entry.authority()))
			.limit(count)
			.map(entry -> new Coming(entry.fire().words(), entry.schedule().title(), names.council(entry.authority()), entry.fire().reason(),
					entry.backPlan().stream().map(planned -> "%s: %s".formatted(Words.capital(planned.step().words()), FireTime.words(planned.day()))).toList(), entry.warning()))
			.toList();
	}

	/// Schedules whose files are at fault, and fires that made nothing or wait for a person.
	private List<String> troubles(Account account, Names names, List<ScheduleFile> files) {
		var troubles = new ArrayList<String>();
		files.stream().filter(file -> file.schedule().isEmpty()).forEach(file -> troubles.add("Schedule %s is at fault and does not fire.".formatted(file.name())));
		fires(account)
			.stream()
			.filter(fire -> isAtWork(files, fire) && tone(fire.state()).equals("red"))
			.forEach(fire -> troubles.add("%s for %s, %s: %s. %s".formatted(title(files, fire.schedule()), names.council(fire.authority()), FireTime.words(fire.dueAt().atZone(Schedule.ZONE)), fire.state(),
					reason(fire))));
		return troubles;
	}

	/// What people call a schedule; the name of its file where that says none.
	private static String title(List<ScheduleFile> files, String name) {
		return files.stream().filter(file -> file.name().equals(name)).flatMap(file -> file.schedule().stream()).findFirst().map(Schedule::title).orElse("Schedule " + name);
	}

	private static boolean isAtWork(List<ScheduleFile> files, Fire fire) {
		return files.stream().anyMatch(file -> file.name().equals(fire.schedule()) && file.schedule().map(Schedule::enabled).orElse(true));
	}

	private static Shown shown(Account account, Names names, ScheduleFile file, List<Fire> fires) {
		var last = fires.stream().filter(fire -> fire.schedule().equals(file.name())).map(fire -> last(names, fire)).toList();
		var faults = file.problems().stream().map(ScheduleProblem::toString).toList();
		return file.schedule()
			.map(schedule -> new Shown(file.name(), schedule.title(), schedule.enabled() ? new Tag("at work", "green") : new Tag("rests", "grey"),
					schedule.words(account::ofCouncil, names::pack, names::council).stream().map(Words::capital).toList(), faults, last))
			.orElseGet(() -> new Shown(file.name(), "", new Tag("at fault", "red"), List.of(), faults, last));
	}

	private static Last last(Names names, Fire fire) {
		var words = fire.why() + (fire.reason().isEmpty() ? "" : " " + reason(fire));
		return new Last(names.council(fire.authority()), FireTime.words(fire.dueAt().atZone(Schedule.ZONE)), new Tag(fire.state().toString(), tone(fire.state())), words, fire.editions().stream().map(names::called).toList());
	}

	private static String reason(Fire fire) {
		return Told.words(Trouble.forPages(fire.reason()));
	}

	private static String tone(Fire.State state) {
		return switch (state) {
			case FAILED, SKIPPED, HELD -> "red";
			case DONE -> "green";
			case DUE, RUNNING -> "blue";
		};
	}

}

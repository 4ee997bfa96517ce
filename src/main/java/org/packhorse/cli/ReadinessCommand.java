package org.packhorse.cli;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.packhorse.pack.Home;
import org.packhorse.run.Orders;
import org.packhorse.run.PackRuns;
import org.packhorse.run.RunQuestion;
import org.packhorse.schedule.Schedule;
import org.packhorse.schedule.ScheduleFolder;
import org.packhorse.schedule.Timetable;
import org.packhorse.template.TemplateFolder;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `readiness`: what a pack still lacks, by those who can mend it, before it is made.
@Command(name = "readiness", mixinStandardHelpOptions = true,
		description = "Says what a pack still lacks, lead by lead: updates missing or old, indicators without a recent reading, words, open faults. "
				+ "Without PACK, of the next fire of each schedule at work.",
		footer = { "", "Ends with 0 when nothing is missing, and with 4 when something is: the same that a schedule with readiness: hold waits for." })
final class ReadinessCommand implements Callable<Integer> {

	@ParentCommand
	PackhorseCommand packhorse;

	@Spec
	CommandSpec spec;

	@Parameters(arity = "0..1", paramLabel = "PACK", description = "The pack; ./packhorse packs lists them.")
	@Nullable String pack;

	@Option(names = "--authority", paramLabel = "CODE|all", description = "The council's ONS code, or all; not needed while one is loaded.")
	@Nullable String authority;

	@Option(names = "--as-at", paramLabel = "DATE", description = "Facts known by this day; today when left out, or the day that the schedule's next fire takes.")
	@Nullable LocalDate asAt;

	@Option(names = "--json", description = "Prints it as JSON.")
	boolean json;

	@Override
	public Integer call() {
		try (var application = Application.open(this.packhorse.settings())) {
			var report = new ReadinessReport(this.pack != null ? ofPack(application, this.pack) : ofSchedules(application));
			var out = this.spec.commandLine().getOut();
			if (this.json) {
				out.println(Json.of(report.data()));
			}
			else {
				report.lines().forEach(out::println);
			}
			return report.exitCode();
		}
	}

	private List<ReadinessReport.Entry> ofPack(Application application, String pack) {
		var home = application.get(Home.class);
		var question = new RunQuestion(List.of(pack), this.authority, this.asAt, null, List.of(), null, false, List.of(), home.out());
		return application.get(PackRuns.class)
			.requests(question)
			.stream()
			.map(request -> new ReadinessReport.Entry(null, pack, request.authority(), request.asAt(), application.get(Orders.class).gaps(List.of(request))))
			.toList();
	}

	private List<ReadinessReport.Entry> ofSchedules(Application application) {
		var home = application.get(Home.class);
		var atWork = ScheduleFolder.open(home.schedules(), TemplateFolder.open(home.templates())).schedules().stream().filter(Schedule::enabled).toList();
		if (atWork.isEmpty()) {
			throw new CommandLine.ParameterException(this.spec.commandLine(), "No schedule is at work: name a pack, or write a schedule (schedules/README.md).");
		}
		var coming = application.get(Timetable.class).ofEach(application.get(Clock.class).instant(), 1, atWork);
		coming.ends().forEach(end -> this.spec.commandLine().getErr().println("packhorse: " + end));
		var entries = new ArrayList<ReadinessReport.Entry>();
		coming.entries().stream().filter(this::isWanted).forEach(next -> entries.addAll(of(application.get(Orders.class), next)));
		return entries;
	}

	private boolean isWanted(Timetable.Entry next) {
		return this.authority == null || this.authority.equals("all") || this.authority.equals(next.authority());
	}

	private List<ReadinessReport.Entry> of(Orders orders, Timetable.Entry next) {
		var requests = this.asAt == null ? orders.of(next.schedule(), next.authority(), next.fire()) : orders.of(next.schedule(), next.authority(), this.asAt);
		return requests.stream()
			.map(request -> new ReadinessReport.Entry(next, request.pack(), request.authority(), request.asAt(), orders.gaps(List.of(request))))
			.toList();
	}

}

package org.packhorse.cli;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;

import org.packhorse.markup.NearestName;
import org.packhorse.pack.Home;
import org.packhorse.run.Fire;
import org.packhorse.run.Fires;
import org.packhorse.run.Reminded;
import org.packhorse.schedule.Register;
import org.packhorse.schedule.Schedule;
import org.packhorse.schedule.ScheduleFile;
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

/// `schedules`: what each schedule says, what it did last and what it will do next.
@Command(name = "schedules", mixinStandardHelpOptions = true,
		description = "Lists schedules/: each in words or with its faults, what it did last, and the next fires with their reasons.",
		footer = { "", "Ends with 3 when a file is at fault, 4 when a pack is held, 1 when the newest fire of a schedule failed or was skipped." })
final class SchedulesCommand implements Callable<Integer> {

	@ParentCommand
	PackhorseCommand packhorse;

	@Spec
	CommandSpec spec;

	@Parameters(arity = "0..*", paramLabel = "NAME", description = "These schedules alone, and what they would do even while they rest.")
	List<String> names = List.of();

	@Option(names = "--next", paramLabel = "N", defaultValue = "5", description = "How many fires to tell ahead; ${DEFAULT-VALUE} when left out.")
	int next;

	@Option(names = "--json", description = "Prints all of it as JSON.")
	boolean json;

	@Override
	public Integer call() {
		if (this.next < 0 || this.next > 1000) {
			throw new CommandLine.ParameterException(this.spec.commandLine(), "--next takes a number from 0 to 1000.");
		}
		try (var application = Application.open(this.packhorse.settings())) {
			var home = application.get(Home.class);
			var folder = ScheduleFolder.open(home.schedules(), TemplateFolder.open(home.templates()));
			demandNames(folder);
			folder.files().forEach(application.get(Register.class)::check);
			var files = folder.files().stream().filter(this::isWanted).toList();
			var shown = new ScheduleReport(files, folder.problems(), fires(application), application.get(Reminded.class).unreached(), coming(application, files));
			print(shown);
			return shown.exitCode();
		}
	}

	private void demandNames(ScheduleFolder folder) {
		var known = folder.files().stream().map(ScheduleFile::name).toList();
		this.names.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
			throw new CommandLine.ParameterException(this.spec.commandLine(), "There is no schedule '%s'. %s".formatted(name, NearestName.among(known).remedy(name)));
		});
	}

	private boolean isWanted(ScheduleFile file) {
		return this.names.isEmpty() || this.names.contains(file.name());
	}

	private List<Fire> fires(Application application) {
		return application.get(Fires.class).newestOfEach().stream().filter(fire -> this.names.isEmpty() || this.names.contains(fire.schedule())).toList();
	}

	private Timetable.Coming coming(Application application, List<ScheduleFile> files) {
		var schedules = files.stream()
			.flatMap(file -> file.schedule().stream())
			.filter(schedule -> schedule.enabled() || !this.names.isEmpty())
			.toList();
		return application.get(Timetable.class).after(application.get(Clock.class).instant(), this.next, schedules);
	}

	private void print(ScheduleReport report) {
		var out = this.spec.commandLine().getOut();
		if (this.json) {
			out.println(Json.of(report.data()));
			return;
		}
		report.lines().forEach(out::println);
		report.faults().forEach(fault -> this.spec.commandLine().getErr().println("schedules/" + fault));
	}

}

package org.packhorse.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.packhorse.pack.Home;
import org.packhorse.pack.PackMaker;
import org.packhorse.pack.PackProblem;
import org.packhorse.pack.PackRequest;
import org.packhorse.pack.Previews;
import org.packhorse.pack.ReportProblem;
import org.packhorse.run.ScheduleCheck;
import org.packhorse.schedule.Register;
import org.packhorse.schedule.Schedule;
import org.packhorse.schedule.ScheduleFolder;
import org.packhorse.schedule.ScheduleProblem;
import org.packhorse.template.FaultyTemplate;
import org.packhorse.template.TemplateFolder;
import org.packhorse.template.TemplateProblem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `check`: every fault of templates, houses, rules and schedules, and whether each pack can be made from its sample data.
@Command(name = "check", mixinStandardHelpOptions = true,
		description = "Checks every template, house, rule and schedule file, and tries each pack on its sample data; lists all faults with file and line.")
final class CheckCommand implements Callable<Integer> {

	@ParentCommand
	PackhorseCommand packhorse;

	@Spec
	CommandSpec spec;

	@Parameters(paramLabel = "PACK", arity = "0..*", description = "Tries only these packs on their sample data; the files of all are looked through.")
	List<String> packs = List.of();

	@Option(names = "--schedules", description = "Looks through the files alone, schedules with the lists and posts that they name, and tries no pack: done in seconds.")
	boolean schedulesAlone;

	@Option(names = "--json", description = "Prints the faults as JSON.")
	boolean json;

	private final List<TemplateProblem> problems = new ArrayList<>();

	private final List<ScheduleProblem> ofSchedules = new ArrayList<>();

	@Override
	public Integer call() {
		var home = Folders.home(this.packhorse.settings());
		var folder = TemplateFolder.open(home.templates());
		this.problems.addAll(folder.check());
		this.problems.addAll(PackMaker.checkRules(folder));
		var schedules = ScheduleFolder.open(home.schedules(), folder);
		checkNames(schedules, home);
		this.ofSchedules.addAll(schedules.problems());
		if (this.problems.isEmpty() && !this.schedulesAlone) {
			tried(folder).stream().collect(Collectors.groupingBy(folder::sample, LinkedHashMap::new, Collectors.toList())).values().forEach(packs -> trials(folder, packs));
		}
		print(folder, schedules);
		return this.problems.isEmpty() && this.ofSchedules.isEmpty() ? Outcome.DONE : Outcome.INPUT;
	}

	/// The packs to try: those that were named, else all.
	private List<String> tried(TemplateFolder folder) {
		var unknown = this.packs.stream().filter(pack -> !folder.packs().contains(pack)).toList();
		if (!unknown.isEmpty()) {
			throw new CommandLine.ParameterException(this.spec.commandLine(), "There is no pack '%s'; the packs are %s."
				.formatted(String.join("', '", unknown), String.join(", ", folder.packs())));
		}
		return this.packs.isEmpty() ? folder.packs() : this.packs.stream().distinct().toList();
	}

	/// Looks up councils, bodies, lists and posts that schedules at work name; where no database can be asked, says so.
	private void checkNames(ScheduleFolder schedules, Home home) {
		if (schedules.schedules().stream().noneMatch(Schedule::enabled)) {
			return;
		}
		try (var application = Application.open(this.packhorse.settings())) {
			var register = application.get(Register.class);
			if (register.isEmpty()) {
				this.spec.commandLine().getErr().println("packhorse: no council with a plan is loaded, so the bodies, lists and posts that schedules name were not looked up");
			}
			schedules.files().forEach(register::check);
			schedules.files().forEach(application.get(ScheduleCheck.class)::check);
		}
		catch (RuntimeException ex) {
			this.spec.commandLine().getErr().println("packhorse: the councils, bodies, lists and posts that schedules name were not looked up. " + Outcome.of(ex, home).message());
		}
	}

	/// Tries the packs of one sample, each on every form that it has; a database in memory holds that sample alone.
	private void trials(TemplateFolder folder, List<String> packs) {
		try (var application = Application.openInMemory(this.packhorse.settings())) {
			var samples = new Samples(application);
			for (String pack : packs) {
				trial(application, samples, pack, null);
				folder.forms(pack).stream().filter(house -> !house.equals("default")).forEach(house -> trial(application, samples, pack, house));
			}
		}
	}

	/// Makes the pack in memory, in every format it has, and its e-mail.
	private void trial(Application application, Samples samples, String pack, @Nullable String house) {
		this.spec.commandLine().getErr().println("packhorse: trying " + pack + (house == null ? "" : " on the form of " + house) + " on its sample data");
		try {
			var folder = TemplateFolder.open(application.get(Home.class).templates());
			var request = samples.request(pack, house);
			application.get(Previews.class).reportProblems(request).forEach(problem -> add(folder, request, problem));
			samples.files(request.formats(), request);
			application.get(Previews.class).letters(request).tryAll();
		}
		catch (FaultyTemplate ex) {
			this.problems.addAll(ex.problems());
		}
		catch (PackProblem ex) {
			this.problems.add(new TemplateProblem(pack + "/sample", 0, ex.getMessage(), "Mend the sample data, then check again"));
		}
	}

	/// Where the run only warns, the check finds fault: sample data show how it is done.
	private void add(TemplateFolder folder, PackRequest request, ReportProblem problem) {
		var sample = folder.sample(request.pack());
		var file = "%s/sample/%s.csv".formatted(Objects.requireNonNull(sample.getParent()).getFileName(), problem.table());
		var form = request.house() == null ? "" : ", on the form of " + request.house();
		this.problems.add(new TemplateProblem(file + (problem.where().isEmpty() ? "" : ", " + problem.where()) + form, 0, problem.fault(), problem.remedy()));
	}

	private void print(TemplateFolder folder, ScheduleFolder schedules) {
		var out = this.spec.commandLine().getOut();
		var faults = this.problems.stream().sorted().distinct().toList();
		if (this.json) {
			out.println(Json.of(Stream.concat(faults.stream().map(fault -> data(fault.file(), fault.line(), fault.fault(), fault.remedy())),
					this.ofSchedules.stream().map(fault -> data("schedules/" + fault.file(), fault.line(), fault.fault(), fault.remedy()))).toList()));
		}
		else if (faults.isEmpty() && this.ofSchedules.isEmpty()) {
			out.printf("No faults in %s (%s) and %s (%s).%n", Counted.of(folder.packs().size(), "pack"), String.join(", ", folder.packs()),
					Counted.of(folder.houses().size(), "house"), String.join(", ", folder.houses()));
			if (!schedules.files().isEmpty()) {
				out.printf("No faults in %s.%n", Counted.of(schedules.files().size(), "schedule"));
			}
			if (this.schedulesAlone) {
				out.println("No pack was tried on sample data.");
			}
			else if (!this.packs.isEmpty()) {
				out.printf("Of the packs only %s was tried on sample data.%n", String.join(", ", tried(folder)));
			}
		}
		else {
			faults.forEach(fault -> out.println("report-templates/" + fault));
			this.ofSchedules.forEach(fault -> out.println("schedules/" + fault));
			this.spec.commandLine().getErr().println("packhorse: " + Counted.of(faults.size() + this.ofSchedules.size(), "fault"));
		}
	}

	private static Map<String, Object> data(String file, int line, String fault, String remedy) {
		return Map.of("file", file, "line", line, "fault", fault, "remedy", remedy);
	}

}

package org.packhorse.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.packhorse.pack.Home;
import org.packhorse.pack.PackMaker;
import org.packhorse.pack.PackProblem;
import org.packhorse.pack.PackRequest;
import org.packhorse.pack.ReportProblem;
import org.packhorse.template.FaultyTemplate;
import org.packhorse.template.TemplateFolder;
import org.packhorse.template.TemplateProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `check`: every fault of templates, houses and rules, and whether each pack can be made from its sample data.
@Command(name = "check", mixinStandardHelpOptions = true,
		description = "Checks every template, house and rule file, and tries each pack on its sample data; lists all faults with file and line.")
final class CheckCommand implements Callable<Integer> {

	@ParentCommand
	PackhorseCommand packhorse;

	@Spec
	CommandSpec spec;

	@Option(names = "--json", description = "Prints the faults as JSON.")
	boolean json;

	private final List<TemplateProblem> problems = new ArrayList<>();

	@Override
	public Integer call() {
		var folder = TemplateFolder.open(Folders.home(this.packhorse.settings()).templates());
		this.problems.addAll(folder.check());
		this.problems.addAll(PackMaker.checkRules(folder));
		if (this.problems.isEmpty()) {
			folder.packs().forEach(pack -> trial(pack, null));
			folder.packs().forEach(pack -> folder.forms(pack).stream().filter(house -> !house.equals("default")).forEach(house -> trial(pack, house)));
		}
		print(folder);
		return this.problems.isEmpty() ? Outcome.DONE : Outcome.INPUT;
	}

	/// Makes the pack in memory, in every format it has.
	private void trial(String pack, @Nullable String house) {
		this.spec.commandLine().getErr().println("packhorse: trying " + pack + (house == null ? "" : " on the form of " + house) + " on its sample data");
		try (var application = Application.openInMemory(this.packhorse.settings())) {
			var folder = TemplateFolder.open(application.get(Home.class).templates());
			var samples = new Samples(application);
			var request = samples.request(pack, house);
			application.get(PackMaker.class).reportProblems(request).forEach(problem -> add(folder, request, problem));
			samples.files(request.formats(), request);
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

	private void print(TemplateFolder folder) {
		var out = this.spec.commandLine().getOut();
		var faults = this.problems.stream().sorted().distinct().toList();
		if (this.json) {
			out.println(Json.of(faults.stream()
				.map(problem -> Map.of("file", problem.file(), "line", problem.line(), "fault", problem.fault(), "remedy", problem.remedy()))
				.toList()));
		}
		else if (faults.isEmpty()) {
			out.printf("No faults in %s (%s) and %s (%s).%n", Counted.of(folder.packs().size(), "pack"), String.join(", ", folder.packs()),
					Counted.of(folder.houses().size(), "house"), String.join(", ", folder.houses()));
		}
		else {
			faults.forEach(fault -> out.println("report-templates/" + fault));
			this.spec.commandLine().getErr().println("packhorse: " + Counted.of(faults.size(), "fault"));
		}
	}

}

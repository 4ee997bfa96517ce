package org.packhorse.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.packhorse.pack.Home;
import org.packhorse.run.PackRuns;
import org.packhorse.run.Recovery;
import org.packhorse.run.RunQuestion;
import org.packhorse.run.Runs;
import org.packhorse.writer.PackFormat;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `run PACK…`: makes packs now.
@Command(name = "run", mixinStandardHelpOptions = true, description = "Makes packs now and publishes each as an edition.",
		footer = { "", "Where an enabled schedule of the pack and council names posts for sign-off, or the pack's pack.yml does, a draft is made that waits",
				"for them, with or without --draft: nothing goes round a sign-off by hand. docs/sign-off.md says who clears it and how." })
final class RunCommand implements Callable<Integer> {

	@ParentCommand
	PackhorseCommand packhorse;

	@Spec
	CommandSpec spec;

	@Parameters(arity = "1..*", paramLabel = "PACK", description = "Packs to make; ./packhorse packs lists them.")
	List<String> packs;

	@Option(names = "--authority", paramLabel = "CODE|all", description = "The council's ONS code, or all; not needed while one is loaded.")
	@Nullable String authority;

	@Option(names = "--as-at", paramLabel = "DATE", description = "Facts known by this day, such as 2026-03-31; today when left out.")
	@Nullable LocalDate asAt;

	@Option(names = "--since", paramLabel = "DATE",
			description = "Movement since this day; since what the pack itself names (its previous edition, its body's last meeting) when left out.")
	@Nullable LocalDate since;

	@Option(names = "--formats", paramLabel = "LIST", split = ",", description = "Some of docx,xlsx,pdf,html; the pack's own when left out.")
	List<String> formats = List.of();

	@Option(names = "--house", paramLabel = "NAME", description = "The house style; the council's own when left out.")
	@Nullable String house;

	@Option(names = "--out", paramLabel = "DIR", description = "Publishes here instead of out/.")
	@Nullable Path out;

	@Option(names = "--deep-dive", paramLabel = "SECTIONS", split = ",",
			description = "Sections to look into, such as 3,7; those that the meeting asked for when left out.")
	List<String> deepDive = List.of();

	@Option(names = "--draft", description = "Marks every page as a draft.")
	boolean draft;

	@Option(names = "--sign-off", paramLabel = "POST",
			description = "Makes a draft that waits until this post has cleared it; may be given several times. ./packhorse approve clears.")
	List<String> signOff = List.of();

	@Option(names = "--erratum", paramLabel = "TEXT",
			description = "What was wrong in the final that this one supersedes: its readers see it at the front.")
	@Nullable String erratum;

	@Option(names = "--json", description = "Prints the editions as JSON.")
	boolean json;

	@Override
	public Integer call() {
		var formats = formats();
		try (var application = Application.open(this.packhorse.settings())) {
			warnOfTomorrow(LocalDate.now(application.get(Clock.class)));
			var runs = application.get(PackRuns.class);
			var home = application.get(Home.class);
			var store = this.out != null ? this.out : home.out();
			var question = new RunQuestion(this.packs, this.authority, this.asAt, this.since, formats, this.house, this.draft, sections(),
					store.toAbsolutePath().normalize(), posts(), Words.line(this.spec.commandLine(), "--erratum", this.erratum));
			var requests = runs.requests(question);
			tellOfLost(application.get(Recovery.class));
			return new RunReport(this.spec.commandLine(), this.json, application).of(watch -> application.get(Runs.class).make(requests, watch));
		}
	}

	private void tellOfLost(Recovery recovery) {
		recovery.lost().forEach(run -> this.spec.commandLine().getErr().println("packhorse: run %d was left unfinished; ./packhorse recover goes on with it".formatted(run.number())));
	}

	private void warnOfTomorrow(LocalDate today) {
		if (this.asAt != null && this.asAt.isAfter(today)) {
			this.spec.commandLine().getErr().println("packhorse: " + this.asAt + " is in the future: the pack says what is known today");
		}
	}

	private List<String> posts() {
		return this.signOff.stream().map(post -> Words.demanded(this.spec.commandLine(), "--sign-off", post)).toList();
	}

	private List<String> sections() {
		return this.deepDive.stream().map(String::strip).filter(section -> !section.isEmpty()).toList();
	}

	private List<PackFormat> formats() {
		var formats = new ArrayList<PackFormat>();
		for (String name : this.formats) {
			formats.add(Arrays.stream(PackFormat.values())
				.filter(format -> format.ending().equals(name.strip().toLowerCase(Locale.ROOT)))
				.findFirst()
				.orElseThrow(() -> new CommandLine.ParameterException(this.spec.commandLine(),
						"There is no format '" + name + "'; the formats are docx, xlsx, pdf and html.")));
		}
		return formats;
	}

}

package org.packhorse.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.packhorse.pack.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `preview PACK`: a pack with its own sample data, as HTML, without touching any database or edition.
@Command(name = "preview", mixinStandardHelpOptions = true, description = "Makes a pack's HTML from its own sample data, to see a template at work.")
final class PreviewCommand implements Callable<Integer> {

	@ParentCommand
	PackhorseCommand packhorse;

	@Spec
	CommandSpec spec;

	@Parameters(paramLabel = "PACK", description = "A pack of report-templates/.")
	String pack;

	@Option(names = "--house", paramLabel = "NAME", description = "The house style; the sample council's own when left out.")
	@Nullable String house;

	@Option(names = "--out", paramLabel = "FILE", description = "The file to write; out/preview/PACK.html when left out.")
	@Nullable Path out;

	@Override
	public Integer call() throws Exception {
		try (var application = Application.openInMemory(this.packhorse.settings())) {
			var samples = new Samples(application);
			samples.demandPack(this.pack, this.house);
			var html = samples.html(this.pack, this.house);
			var file = (this.out != null ? this.out : application.get(Home.class).out().resolve("preview").resolve(this.pack + ".html")).toAbsolutePath();
			Files.createDirectories(file.getParent());
			Files.write(file, html);
			this.spec.commandLine().getOut().println(file);
			return Outcome.DONE;
		}
	}

}

package org.packhorse.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.packhorse.pack.Home;
import org.packhorse.pack.Letter;
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

	@Option(names = "--email", description = "Makes the pack's e-mail instead: the page, and beside it the plain part with the subject as a .txt file.")
	boolean email;

	@Option(names = "--out", paramLabel = "FILE", description = "The file to write; out/preview/PACK.html when left out.")
	@Nullable Path out;

	@Override
	public Integer call() throws Exception {
		try (var application = Application.openInMemory(this.packhorse.settings())) {
			var samples = new Samples(application);
			samples.demandPack(this.pack, this.house);
			var name = this.pack + (this.email ? "-email" : "") + ".html";
			var file = (this.out != null ? this.out : application.get(Home.class).out().resolve("preview").resolve(name)).toAbsolutePath();
			Files.createDirectories(file.getParent());
			if (this.email) {
				write(samples.letter(this.pack, this.house), file);
			}
			else {
				Files.write(file, samples.html(this.pack, this.house));
			}
			this.spec.commandLine().getOut().println(file);
			return Outcome.DONE;
		}
	}

	private void write(Letter letter, Path page) throws IOException {
		var plain = page.resolveSibling(page.getFileName().toString().replaceFirst("\\.html?$", "") + ".txt");
		Files.writeString(page, letter.html());
		Files.writeString(plain, "Subject: " + letter.subject() + "\n\n" + letter.plain());
		this.spec.commandLine().getOut().println(plain);
	}

}

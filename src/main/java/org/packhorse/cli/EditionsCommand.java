package org.packhorse.cli;

import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import org.packhorse.pack.Edition;
import org.packhorse.pack.Editions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `editions`: what was published.
@Command(name = "editions", mixinStandardHelpOptions = true, description = "Lists the published editions, newest first.")
final class EditionsCommand implements Callable<Integer> {

	@ParentCommand
	PackhorseCommand packhorse;

	@Spec
	CommandSpec spec;

	@Option(names = "--json", description = "Prints the list as JSON.")
	boolean json;

	@Override
	public Integer call() {
		try (var application = Application.open(this.packhorse.settings())) {
			var editions = application.get(Editions.class).published();
			var out = this.spec.commandLine().getOut();
			if (this.json) {
				out.println(Json.of(editions.stream().map(EditionsCommand::data).toList()));
			}
			else if (editions.isEmpty()) {
				this.spec.commandLine().getErr().println("packhorse: nothing has been published yet; ./packhorse run PACK makes an edition.");
			}
			else {
				editions.forEach(edition -> out.printf("%-50s %-6s %s%s%n", edition.name(), state(edition), edition.path(),
						Files.isDirectory(edition.path()) ? "" : " (the folder is gone)"));
			}
			return Outcome.DONE;
		}
	}

	private static Map<String, Object> data(Edition edition) {
		var data = new LinkedHashMap<String, Object>();
		data.put("edition", edition.name());
		data.put("state", state(edition));
		data.put("folder", edition.path().toString());
		data.put("folderStands", Files.isDirectory(edition.path()));
		data.put("requestedBy", edition.request().requestedBy());
		data.put("requestedAt", edition.requestedAt().toString());
		data.put("software", String.valueOf(edition.software()));
		return data;
	}

	private static String state(Edition edition) {
		return edition.request().draft() ? "draft" : "final";
	}

}

package org.packhorse.cli;

import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import org.packhorse.pack.Editions;
import org.packhorse.pack.Standing;
import org.packhorse.pack.Standings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `editions`: what was published.
@Command(name = "editions", mixinStandardHelpOptions = true, description = "Lists the published editions, newest first: drafts with what they wait for, finals with who cleared them.")
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
			var standings = application.get(Standings.class).of(application.get(Editions.class).published());
			var out = this.spec.commandLine().getOut();
			if (this.json) {
				out.println(Json.of(standings.stream().map(EditionsCommand::data).toList()));
			}
			else if (standings.isEmpty()) {
				this.spec.commandLine().getErr().println("packhorse: nothing has been published yet; ./packhorse run PACK makes an edition.");
			}
			else {
				standings.forEach(standing -> {
					var edition = standing.edition();
					out.printf("%-50s %-6s %s%s%n", edition.name(), standing.state(), edition.path(), Files.isDirectory(edition.path()) ? "" : " (the folder is gone)");
					standing.words().forEach(line -> out.println("  " + line));
				});
			}
			return Outcome.DONE;
		}
	}

	private static Map<String, Object> data(Standing standing) {
		var edition = standing.edition();
		var data = new LinkedHashMap<String, Object>();
		data.put("edition", edition.name());
		data.put("state", standing.state());
		data.put("folder", edition.path().toString());
		data.put("folderStands", Files.isDirectory(edition.path()));
		data.put("requestedBy", edition.request().requestedBy());
		data.put("requestedAt", edition.requestedAt().toString());
		data.put("software", String.valueOf(edition.software()));
		if (standing.progress() != null) {
			data.put("signOff", SignOffReport.data(standing.progress()));
		}
		if (standing.supersededBy() != null) {
			data.put("supersededBy", standing.supersededBy().name());
		}
		return data;
	}

}

package org.packhorse.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

import org.packhorse.template.PackSettings;
import org.packhorse.template.TemplateFolder;
import org.packhorse.writer.PackFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `packs`: the packs that can be made.
@Command(name = "packs", mixinStandardHelpOptions = true, description = "Lists the packs that can be made, from report-templates/.")
final class PacksCommand implements Callable<Integer> {

	@ParentCommand
	PackhorseCommand packhorse;

	@Spec
	CommandSpec spec;

	@Option(names = "--json", description = "Prints the list as JSON.")
	boolean json;

	@Override
	public Integer call() {
		var folder = TemplateFolder.open(Folders.home(this.packhorse.settings()).templates());
		var packs = folder.packs().stream().map(folder::settings).toList();
		if (this.json) {
			this.spec.commandLine().getOut().println(Json.of(packs.stream().map(PacksCommand::data).toList()));
		}
		else {
			packs.forEach(pack -> this.spec.commandLine().getOut().printf("%-24s %s (%s; %s)%n", pack.pack(), pack.title(), audience(pack),
					String.join(", ", formats(pack))));
		}
		return Outcome.DONE;
	}

	private static Map<String, Object> data(PackSettings pack) {
		return Map.of("pack", pack.pack(), "title", pack.title(), "audience", audience(pack), "formats", formats(pack));
	}

	private static String audience(PackSettings pack) {
		return pack.audience().name().toLowerCase(Locale.ROOT);
	}

	private static List<String> formats(PackSettings pack) {
		return pack.formats().stream().map(PackFormat::ending).toList();
	}

}

package org.packhorse.run;

import java.nio.file.Path;
import java.util.List;

import org.packhorse.PackhorseApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/// A process that watches over a run with workers, to be killed. Arguments: the folder of the output, how many packs, then settings.
final class ManagingProcess {

	private ManagingProcess() {
	}

	public static void main(String[] args) {
		var settings = List.of(args).subList(2, args.length).toArray(String[]::new);
		try (var application = new SpringApplicationBuilder(PackhorseApplication.class).web(WebApplicationType.NONE).run(settings)) {
			application.getBean(Runs.class).make(ScaleOutTests.packs(Path.of(args[0]), Integer.parseInt(args[1])), RunWatch.NONE);
		}
	}

}

package org.packhorse.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.packhorse.access.Accounts;
import org.packhorse.delivery.OlderDeliveries;
import org.packhorse.pack.Home;
import org.packhorse.run.Approvals;
import org.packhorse.run.ScheduledRuns;
import org.packhorse.schedule.Schedule;
import org.packhorse.schedule.ScheduleFolder;
import org.packhorse.schedule.Timetable;
import org.packhorse.template.TemplateFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `serve`: fires schedules until it is told to stop.
@Command(name = "serve", mixinStandardHelpOptions = true, description = "Fires the schedules of schedules/ and opens the console, until it is stopped (Ctrl-C, or SIGTERM).",
		footer = { "", "The console is at http://127.0.0.1:8080 (packhorse.serve.port; docs/console.md), health and metrics at port 8081 (packhorse.watch.port; off).",
				"Other commands beside it need MySQL or MariaDB (docs/database.md): the embedded database serves one process.",
				"docs/operations.md says how to run it as a service." })
final class ServeCommand implements Callable<Integer> {

	private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

	private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

	private static final int TOLD_AHEAD = 5;

	@ParentCommand
	PackhorseCommand packhorse;

	@Spec
	CommandSpec spec;

	@Override
	public Integer call() throws InterruptedException {
		try (var application = Application.open(Role.SERVE, this.packhorse.settings())) {
			application.get(OlderDeliveries.class).fill();
			tellAhead(application);
			tellPages(application);
			tellFirstToken(application);
			var runs = application.get(ScheduledRuns.class);
			var clock = application.get(Clock.class);
			application.get(Approvals.class).finish(line -> tell(clock, line));
			runs.start(line -> tell(clock, line));
			tell(clock, "at work");
			runs.awaitStop();
			return Outcome.DONE;
		}
	}

	private void tellAhead(Application application) {
		var home = application.get(Home.class);
		var clock = application.get(Clock.class);
		var schedules = ScheduleFolder.open(home.schedules(), TemplateFolder.open(home.templates())).schedules().stream().filter(Schedule::enabled).toList();
		if (schedules.isEmpty()) {
			tell(clock, "no schedule is enabled: schedules/README.md says how to write one. Files are read again every half minute.");
		}
		var coming = application.get(Timetable.class).after(clock.instant(), TOLD_AHEAD, schedules);
		coming.entries().forEach(entry -> ScheduleReport.lines(entry).forEach(line -> tell(clock, line)));
		coming.ends().forEach(end -> tell(clock, end));
	}

	/// `local.server.port` is known where the pages are served, `local.management.port` where health and metrics are.
	private void tellPages(Application application) {
		var clock = application.get(Clock.class);
		tell(clock, Boolean.parseBoolean(application.setting("packhorse.serve.web", "true"))
				? "%s at http://%s:%s/%s".formatted(isConsole(application) ? "console" : "download pages", application.setting("server.address", ""), application.setting("local.server.port", ""),
						isConsole(application) ? ", download pages below /d/" : "d/")
				: "without console and download pages (packhorse.serve.web is off)");
		var port = application.setting("local.management.port", "");
		tell(clock, port.isEmpty() ? "without health and metrics (packhorse.watch.port is off)"
				: "health at http://%s:%s/actuator/health, metrics at /actuator/prometheus".formatted(application.setting("management.server.address", ""), port));
	}

	private static boolean isConsole(Application application) {
		return Boolean.parseBoolean(application.setting("packhorse.serve.console", "true"));
	}

	/// Not through the log: whoever reads it could make the first account.
	private void tellFirstToken(Application application) {
		var accounts = application.get(Accounts.class);
		if (Boolean.parseBoolean(application.setting("packhorse.serve.web", "true")) && isConsole(application) && !accounts.isKept()) {
			print(application.get(Clock.class), "nobody keeps accounts yet: open http://%s:%s/start and make the first one with this token, which holds for three days: %s"
				.formatted(application.setting("server.address", ""), application.setting("local.server.port", ""), accounts.firstToken()));
		}
	}

	/// Each line with its time, and in the log, for which addresses stay out of all of them: from the threads that make packs too.
	private void tell(Clock clock, String line) {
		LOG.info("{}", line.strip());
		print(clock, line);
	}

	private void print(Clock clock, String line) {
		PrintWriter out = this.spec.commandLine().getOut();
		synchronized (out) {
			out.println(STAMP.format(LocalDateTime.ofInstant(clock.instant(), Schedule.ZONE)) + " " + line);
			out.flush();
		}
	}

}

package org.packhorse.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.packhorse.pack.Home;
import org.packhorse.pack.Software;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `packhorse COMMAND`: finds the command, runs it, and turns what goes wrong into words and an exit code.
@Command(name = "packhorse", mixinStandardHelpOptions = true, versionProvider = PackhorseCommand.Version.class,
		description = "Carries the board's packs: from improvement-plan and KPI tables to published Word, Excel, PDF and HTML.",
		synopsisSubcommandLabel = "COMMAND",
		footer = { "", "Settings such as --packhorse.home=… or --spring.datasource.url=… may follow any command.",
				"Exit codes: 0 done, 1 failed, 2 usage, 3 the input is at fault, 4 a person must decide, 75 try later." },
		subcommands = { DemoCommand.class, LoadCommand.class, RunCommand.class, RunsCommand.class, RecoverCommand.class, PacksCommand.class, EditionsCommand.class, ApproveCommand.class,
				CheckCommand.class, PreviewCommand.class, VerifyCommand.class, SendCommand.class, DeliveriesCommand.class, SchedulesCommand.class,
				ReadinessCommand.class, ServeCommand.class, WorkerCommand.class, BrokerCommand.class, AccountsCommand.class, AuditCommand.class, DoctorCommand.class })
public final class PackhorseCommand implements Runnable {

	@Spec
	CommandSpec spec;

	private final List<String> settings;

	PackhorseCommand(List<String> settings) {
		this.settings = settings;
	}

	/// Runs the command that the words name. Packs are English: the machine's own language and digits stay out of them.
	public static void main(String[] words) {
		Locale.setDefault(Locale.UK);
		System.exit(run(words, new PrintWriter(System.out, true), new PrintWriter(System.err, true)));
	}

	static int run(String[] words, PrintWriter out, PrintWriter err) {
		System.setProperty("packhorse.command", words.length == 0 ? "" : words[0]);
		var own = Arrays.stream(words).filter(word -> !Application.isSetting(word)).toArray(String[]::new);
		var settings = Application.settings(words);
		return new CommandLine(new PackhorseCommand(settings)).setOut(out)
			.setErr(err)
			.setCaseInsensitiveEnumValuesAllowed(true)
			.registerConverter(LocalDate.class, PackhorseCommand::day)
			.setExecutionStrategy(parsed -> atHome(parsed, Folders.home(settings), err))
			.setExecutionExceptionHandler((fault, line, _) -> said(Outcome.of(fault, Folders.home(settings)), line.getErr()))
			.execute(own);
	}

	/// Runs the command where there is a home: a typing error in its name must not begin a new database.
	private static int atHome(CommandLine.ParseResult parsed, Home home, PrintWriter err) {
		var help = CommandLine.executeHelpRequest(parsed);
		if (help != null) {
			return help;
		}
		if (!Files.isDirectory(home.path())) {
			err.println("packhorse: There is no folder " + home.path() + ", which PACKHORSE_HOME or --packhorse.home names; make it, or name another.");
			return Outcome.USAGE;
		}
		return new CommandLine.RunLast().execute(parsed);
	}

	List<String> settings() {
		return this.settings;
	}

	@Override
	public void run() {
		throw new CommandLine.ParameterException(this.spec.commandLine(), "Say what to do: name a command.");
	}

	private static LocalDate day(String words) {
		try {
			return LocalDate.parse(words);
		}
		catch (DateTimeParseException ex) {
			throw new CommandLine.TypeConversionException("'" + words + "' is no day of the calendar; write one as 2026-03-31");
		}
	}

	private static int said(Outcome outcome, PrintWriter err) {
		err.println(outcome.message());
		return outcome.exitCode();
	}

	/// The version and build.
	static final class Version implements CommandLine.IVersionProvider {

		@Override
		public String[] getVersion() {
			return new String[] { Software.current() };
		}

	}

}

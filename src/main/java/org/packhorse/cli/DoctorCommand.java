package org.packhorse.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.packhorse.authority.Authorities;
import org.packhorse.delivery.MailCheck;
import org.packhorse.pack.Editions;
import org.packhorse.pack.Home;
import org.packhorse.pack.Software;
import org.packhorse.run.BrokerHealth;
import org.packhorse.run.DatabaseHealth;
import org.packhorse.template.TemplateFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `doctor`: whether everything that Packhorse needs is there.
@Command(name = "doctor", mixinStandardHelpOptions = true, description = "Checks versions, database, folders and templates, and says what to mend.")
final class DoctorCommand implements Callable<Integer> {

	@ParentCommand
	PackhorseCommand packhorse;

	@Spec
	CommandSpec spec;

	@Option(names = "--json", description = "Prints the findings as JSON.")
	boolean json;

	private final List<Map<String, Object>> findings = new ArrayList<>();

	@Override
	public Integer call() {
		find("Software", true, Software.current());
		var home = Folders.home(this.packhorse.settings());
		database(home);
		writable("Editions", home.out());
		writable("Data and logs", home.path().resolve("data"));
		templates(home);
		if (this.json) {
			this.spec.commandLine().getOut().println(Json.of(this.findings));
		}
		return this.findings.stream().allMatch(finding -> Boolean.TRUE.equals(finding.get("good"))) ? Outcome.DONE : Outcome.FAILED;
	}

	/// The other findings are wanted all the more when no database can be opened.
	private void database(Home home) {
		try (var application = Application.open(this.packhorse.settings())) {
			database(application);
		}
		catch (RuntimeException ex) {
			find("Database", false, words(ex, home));
		}
	}

	private static String words(RuntimeException fault, Home home) {
		return Outcome.of(fault, home).message().replaceFirst("^packhorse: ", "");
	}

	private void database(Application application) {
		var database = application.get(DatabaseHealth.class).look();
		find("Database", database.good(), database.words());
		ScheduleHealth.of(application).findings().forEach(finding -> find(finding.what(), finding.good(), finding.words()));
		var mail = application.get(MailCheck.class).look();
		find("Mail", mail.good(), mail.words());
		application.get(BrokerHealth.class).look().ifPresent(broker -> find("Broker", broker.good(), broker.words()));
		find("Councils", true, application.get(Authorities.class).withPlans().size() + " with a plan, "
				+ Counted.of(application.get(Editions.class).published().size(), "edition") + " on record");
	}

	private void writable(String what, Path folder) {
		var good = Folders.canWrite(folder);
		find(what, good, folder + (good ? " can be written" : " cannot be written: give this account the right to write there"));
	}

	private void templates(Home home) {
		try {
			var folder = TemplateFolder.open(home.templates());
			var problems = folder.check();
			find("Templates", problems.isEmpty(), problems.isEmpty()
					? "%s, %s in %s".formatted(Counted.of(folder.packs().size(), "pack"), Counted.of(folder.houses().size(), "house"), home.templates())
					: Counted.of(problems.size(), "fault") + "; ./packhorse check lists them");
		}
		catch (RuntimeException ex) {
			find("Templates", false, words(ex, home));
		}
	}

	private void find(String what, boolean good, String words) {
		var finding = new LinkedHashMap<String, Object>();
		finding.put("what", what);
		finding.put("good", good);
		finding.put("words", words);
		this.findings.add(finding);
		if (!this.json) {
			this.spec.commandLine().getOut().printf("%-4s %-14s %s%n", good ? "ok" : "BAD", what, words);
		}
	}

}

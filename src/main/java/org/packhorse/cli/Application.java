package org.packhorse.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.packhorse.PackhorseApplication;
import org.packhorse.run.OwnBroker;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/// Starts what a command needs, and stops it when the command is done.
final class Application implements AutoCloseable {

	private static final String IN_MEMORY =
			"jdbc:h2:mem:%s;MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;NON_KEYWORDS=VALUE;DB_CLOSE_DELAY=-1";

	private final ConfigurableApplicationContext context;

	private final EmbeddedDatabase database;

	private Application(ConfigurableApplicationContext context, EmbeddedDatabase database) {
		this.context = context;
		this.database = database;
	}

	/// Opens the database that the settings name; the embedded one is this process's alone until it closes.
	static Application open(List<String> settings) {
		return start(settings, Map.of(), Role.COMMAND);
	}

	/// Opens what the broker needs alone: settings and log, no database.
	static Application openBroker(List<String> settings) {
		return start(new SpringApplication(OwnBroker.parts()), new EmbeddedDatabase(), settings, Map.of(), Role.COMMAND);
	}

	/// The same for a process that stays, with what its role opens beside its work.
	static Application open(Role role, List<String> settings) {
		return start(settings, Map.of(), role);
	}

	/// Opens an empty database in memory, for sample data, whatever database the settings name; each has a name of its own, for
	/// it outlives what it was opened for.
	static Application openInMemory(List<String> settings) {
		var others = settings.stream().filter(setting -> !setting.startsWith("--spring.datasource.")).toList();
		return start(others, Map.of("spring.datasource.url", IN_MEMORY.formatted(UUID.randomUUID()), "spring.datasource.username", "sa",
				"spring.datasource.password", "", "packhorse.audit.folder", ""), Role.COMMAND);
	}

	private static Application start(List<String> settings, Map<String, Object> fixed, Role role) {
		var spring = new SpringApplication(PackhorseApplication.class);
		var database = new EmbeddedDatabase();
		spring.addInitializers(database);
		return start(spring, database, settings, fixed, role);
	}

	private static Application start(SpringApplication spring, EmbeddedDatabase database, List<String> settings, Map<String, Object> fixed, Role role) {
		spring.addListeners(role.listener());
		spring.setWebApplicationType(WebApplicationType.NONE);
		spring.setRegisterShutdownHook(true);
		var arguments = new ArrayList<>(settings);
		arguments.addAll(log(settings));
		fixed.forEach((name, value) -> arguments.add("--" + name + "=" + value));
		try {
			return new Application(spring.run(arguments.toArray(String[]::new)), database);
		}
		catch (RuntimeException ex) {
			database.close();
			throw ex;
		}
	}

	/// Without a log file where its folder cannot be written: the log's own complaints would drown the command's words.
	private static List<String> log(List<String> settings) {
		var elsewhere = settings.stream().anyMatch(setting -> setting.startsWith("--logging.file.") || setting.startsWith("--logging.config="));
		return elsewhere || isWritten(Folders.home(settings).path().resolve("data").resolve("packhorse.log")) ? List.of() : List.of("--logging.file.name=", "--logging.config=classpath:logback-without-file.xml");
	}

	/// Opens the log as it is about to be opened again.
	private static boolean isWritten(Path log) {
		try {
			Files.createDirectories(log.getParent());
			Files.write(log, new byte[0], StandardOpenOption.CREATE, StandardOpenOption.APPEND);
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	/// A setting as it stands for this run, whichever way it was given.
	String setting(String name, String otherwise) {
		return this.context.getEnvironment().getProperty(name, otherwise);
	}

	<T> T get(Class<T> type) {
		return this.context.getBean(type);
	}

	@Override
	public void close() {
		this.context.close();
		this.database.close();
	}

	/// Splits the settings (`--spring.…`, `--logging.…`) from a command's own words.
	static List<String> settings(String[] words) {
		return Arrays.stream(words).filter(Application::isSetting).toList();
	}

	static boolean isSetting(String word) {
		return word.startsWith("--spring.") || word.startsWith("--logging.") || word.startsWith("--packhorse.");
	}

}

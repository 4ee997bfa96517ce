package org.packhorse;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A fresh, migrated schema for one test class; the application on it starts when a bean is first asked for.
public final class TestDatabase implements AutoCloseable {

	private static final List<String> CONTRACT_TABLES = List.of("post_holders", "recipients", "distribution_lists", "bank_holidays", "findings", "inspections", "chart_events", "judgements", "risks", "deep_dives", "decisions", "report_appendices", "report_recommendations",
			"report_fields", "report_meetings", "reports", "narratives", "benchmarks", "kpi_values", "kpi_groups", "section_kpis",
			"kpi_targets", "overrides", "updates", "actions", "section_narratives", "sections", "plans", "meetings", "bodies", "kpis",
			"authorities");

	private static final AtomicInteger STARTED = new AtomicInteger();

	private final String name;

	private final String url;

	private final Map<String, Object> settings = new ConcurrentHashMap<>();

	private Path home = Path.of(".");

	private Clock clock;

	private ConfigurableApplicationContext application;

	TestDatabase(String name, String url) {
		this.name = name;
		this.url = url;
	}

	/// The JDBC address, for tests that start programs of their own (user `root`, no password; on H2 any user).
	public String url() {
		return this.url;
	}

	/// The home of the application; to be said before it starts.
	public TestDatabase home(Path folder) {
		this.home = folder;
		return this;
	}

	/// The clock that the whole application goes by; to be said before it starts.
	public TestDatabase clock(Clock clock) {
		this.clock = clock;
		return this;
	}

	/// A setting of the application, from now on; what reads its settings once has read them when the application started.
	public TestDatabase setting(String name, String value) {
		this.settings.put(name, value);
		return this;
	}

	/// A bean of the application on this database.
	public <T> T bean(Class<T> type) {
		return application().getBean(type);
	}

	/// All beans of a kind.
	public <T> List<T> beans(Class<T> type) {
		return List.copyOf(application().getBeansOfType(type).values());
	}

	/// The migrated schema.
	public DataSource dataSource() {
		return bean(DataSource.class);
	}

	/// SQL on the migrated schema.
	public JdbcClient sql() {
		return JdbcClient.create(dataSource());
	}

	/// Empties every table that councils fill, and forgets every edition.
	public void clear() {
		sql().sql("DELETE FROM editions").update();
		CONTRACT_TABLES.forEach((table) -> sql().sql("DELETE FROM " + table).update());
	}

	/// Spring Batch keeps running steps by their numbers for the whole JVM: no two databases count the same ones.
	private void countApart() {
		long from = 1_000_000L * STARTED.incrementAndGet();
		for (String sequence : List.of("BATCH_STEP_EXECUTION_SEQ", "BATCH_JOB_EXECUTION_SEQ")) {
			JdbcClient.create(this.application.getBean(DataSource.class))
				.sql(this.url.startsWith("jdbc:h2:") ? "ALTER SEQUENCE %s RESTART WITH %d".formatted(sequence, from) : "UPDATE %s SET ID = %d".formatted(sequence, from))
				.update();
		}
	}

	private ConfigurableApplicationContext application() {
		if (this.application == null) {
			this.application = new SpringApplicationBuilder(PackhorseApplication.class).web(WebApplicationType.NONE)
				.initializers(context -> context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", this.settings)), this::setClock)
				.run("--spring.datasource.url=" + this.url, "--spring.datasource.username=root", "--spring.datasource.password=",
						// Ten connections that wait for work, as is usual, would each be opened for nothing.
						"--spring.datasource.hikari.minimum-idle=1", "--packhorse.home=" + this.home,
						// What is tested without a home of its own leaves nothing beside the program.
						"--packhorse.audit.folder=" + (this.home.equals(Path.of(".")) ? "" : this.home.resolve("out/audit")), "--logging.file.name=target/packhorse-tests.log");
			countApart();
		}
		return this.application;
	}

	private void setClock(ConfigurableApplicationContext context) {
		if (this.clock != null) {
			((GenericApplicationContext) context).registerBean("clockOfTheTest", Clock.class, () -> this.clock, definition -> definition.setPrimary(true));
		}
	}

	/// Ends the application and leaves its database to another program.
	public void leave() {
		if (this.application != null) {
			this.application.close();
			this.application = null;
		}
	}

	@Override
	public void close() {
		if (this.application != null) {
			leave();
			forget();
		}
	}

	/// A database in memory is there for as long as the JVM is, unless it is told.
	private void forget() {
		if (this.url.startsWith("jdbc:h2:mem:")) {
			try (var connection = DriverManager.getConnection(this.url, "root", ""); var statement = connection.createStatement()) {
				statement.execute("SHUTDOWN");
			}
			catch (SQLException ex) {
				throw new IllegalStateException(ex);
			}
		}
	}

	@Override
	public String toString() {
		return this.name;
	}

}

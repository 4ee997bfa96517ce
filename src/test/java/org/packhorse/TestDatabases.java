package org.packhorse;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// The databases that integration tests run on; servers start once for all test classes and stop with the JVM.
///
/// `-Dpackhorse.test.databases=h2` (a comma-separated list) leaves the others out while one works on something.
public final class TestDatabases {

	private static final String H2 = ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;NON_KEYWORDS=VALUE;DB_CLOSE_DELAY=-1";

	private static final AtomicInteger SCHEMAS = new AtomicInteger();

	private enum Kind {

		H2, MARIADB, MYSQL

	}

	private TestDatabases() {
	}

	/// One new schema on each database; for `@MethodSource`, through [OnEveryDatabase].
	public static Stream<TestDatabase> all() {
		return kinds().stream().map(TestDatabases::fresh).flatMap(Optional::stream);
	}

	/// A new schema on the in-memory database, for tests that need only one.
	public static TestDatabase h2() {
		return fresh(Kind.H2).orElseThrow();
	}

	/// A new schema on MariaDB, for tests whose database outlives their processes; nothing where `packhorse.test.databases` leaves it out.
	public static Optional<TestDatabase> mariaDb() {
		return kinds().contains(Kind.MARIADB) ? fresh(Kind.MARIADB) : Optional.empty();
	}

	/// A server of MariaDB that a test has to itself, with a new schema; nothing where `packhorse.test.databases` leaves MariaDB out.
	public static Optional<MortalDatabase> mortal() {
		if (!kinds().contains(Kind.MARIADB)) {
			return Optional.empty();
		}
		int port = TestServers.ownMariaDb();
		return Optional.of(new MortalDatabase(onServer("MariaDB", port, "packhorse"), port));
	}

	private static List<Kind> kinds() {
		var wanted = System.getProperty("packhorse.test.databases", "h2,mariadb,mysql").toUpperCase(Locale.ROOT);
		return Arrays.stream(wanted.split(",")).map(Kind::valueOf).toList();
	}

	private static Optional<TestDatabase> fresh(Kind kind) {
		var schema = "packhorse_" + SCHEMAS.incrementAndGet();
		return switch (kind) {
			case H2 -> Optional.of(new TestDatabase("H2", "jdbc:h2:mem:" + schema + H2));
			case MARIADB -> Optional.of(onServer("MariaDB", TestServers.mariaDb(), schema));
			case MYSQL -> TestServers.mySql().map((port) -> onServer("MySQL", port, schema));
		};
	}

	private static TestDatabase onServer(String name, int port, String schema) {
		var server = "jdbc:mysql://127.0.0.1:" + port + "/";
		try (var connection = DriverManager.getConnection(server + "?user=root"); var statement = connection.createStatement()) {
			statement.execute("CREATE DATABASE " + schema + " CHARACTER SET utf8mb4");
		}
		catch (SQLException ex) {
			throw new IllegalStateException(name + " does not take connections at " + server, ex);
		}
		return new TestDatabase(name, server + schema + "?rewriteBatchedStatements=true&connectionTimeZone=UTC&sslMode=DISABLED&allowPublicKeyRetrieval=true");
	}

}

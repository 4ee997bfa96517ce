package org.packhorse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

/// A database whose server can be killed in the middle of everything, and started again on what it had written.
public final class MortalDatabase implements AutoCloseable {

	private final TestDatabase database;

	private final List<String> command = new ArrayList<>();

	private ProcessHandle server;

	MortalDatabase(TestDatabase database, int port) {
		this.database = database;
		this.server = ProcessHandle.current()
			.descendants()
			.filter(process -> process.info().commandLine().filter(line -> line.contains("mariadbd") && line.contains("--port=" + port)).isPresent())
			.findFirst()
			.orElseThrow();
		this.command.add(this.server.info().command().orElseThrow());
		this.command.addAll(List.of(this.server.info().arguments().orElseThrow()));
	}

	public TestDatabase database() {
		return this.database;
	}

	/// As `kill -9` does.
	public void kill() throws InterruptedException, ExecutionException {
		this.server.destroyForcibly();
		this.server.onExit().get();
	}

	public void revive() throws IOException {
		this.server = new ProcessBuilder(this.command).redirectErrorStream(true).redirectOutput(Path.of("target/revived-mariadb.log").toFile()).start().toHandle();
	}

	@Override
	public void close() {
		this.database.close();
		this.server.destroyForcibly();
	}

}

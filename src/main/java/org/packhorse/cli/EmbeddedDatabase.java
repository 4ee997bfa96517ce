package org.packhorse.cli;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import org.packhorse.pack.PackProblem;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/// Keeps the embedded database to one process, and tells the second one who has it.
final class EmbeddedDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext>, AutoCloseable {

	private @Nullable RandomAccessFile owner;

	/// Says that another process has the embedded database.
	static final class InUse extends RuntimeException {

		private static final long serialVersionUID = 1L;

		InUse(String message) {
			super(message);
		}

	}

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		var url = context.getEnvironment().getProperty("spring.datasource.url", "");
		if (url.startsWith("jdbc:h2:file:")) {
			var database = Path.of(url.substring("jdbc:h2:file:".length()).replaceAll(";.*", "")).toAbsolutePath();
			this.owner = own(database.resolveSibling(database.getFileName() + ".owner"));
		}
	}

	/// Lets the next process in; called when the database is closed.
	@Override
	public void close() {
		try (var file = this.owner) {
			if (file != null) {
				file.setLength(0);
			}
		}
		catch (IOException ex) {
			// The lock goes with the file's closing in any case.
		}
	}

	private static RandomAccessFile own(Path file) {
		try {
			Files.createDirectories(file.getParent());
			var owner = new RandomAccessFile(file.toFile(), "rw");
			if (lock(owner) == null) {
				var name = Files.readString(file).strip();
				owner.close();
				throw new InUse("The embedded database is in use by " + (name.isEmpty() ? "another process" : name)
						+ ". Wait until it has finished, or set up MySQL or MariaDB (docs/database.md) to work side by side.");
			}
			owner.setLength(0);
			owner.write("process %d (%s)\n".formatted(ProcessHandle.current().pid(), command()).getBytes(StandardCharsets.UTF_8));
			return owner;
		}
		catch (IOException ex) {
			throw new PackProblem(PackProblem.Kind.FAILED,
					"The folder of the embedded database, %s, cannot be written; ./packhorse doctor looks at the folders.".formatted(file.getParent()));
		}
	}

	private static @Nullable FileLock lock(RandomAccessFile owner) throws IOException {
		try {
			// Past the text, so that others may read who owns it where locks are mandatory.
			return owner.getChannel().tryLock(Long.MAX_VALUE - 1, 1, false);
		}
		catch (OverlappingFileLockException ex) {
			return null;
		}
	}

	private static String command() {
		return "packhorse " + System.getProperty("packhorse.command", "");
	}

}

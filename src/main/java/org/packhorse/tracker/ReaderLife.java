package org.packhorse.tracker;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A process that reads a file, from its start to its end, which comes by time at the latest. It has a folder of its own, nothing
/// of this process's environment, and leaves nothing behind.
final class ReaderLife implements AutoCloseable {

	private static final Logger LOG = LoggerFactory.getLogger(ReaderLife.class);

	private static final int OUT_OF_MEMORY = 3;

	/// What Java needs to know of names with letters beyond ASCII; nothing else of the environment goes along.
	private static final List<String> LANGUAGE = List.of("LANG", "LC_ALL", "LC_CTYPE");

	private final Process process;

	private final Path folder;

	private final ReadingLimits limits;

	private volatile boolean late;

	private ReaderLife(Process process, Path folder, ReadingLimits limits) {
		this.process = process;
		this.folder = folder;
		this.limits = limits;
	}

	static ReaderLife begin(List<String> command, Path work, ReadingLimits limits) throws IOException {
		var folder = Files.createTempDirectory(work, "reading-");
		var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
		builder.environment().keySet().retainAll(LANGUAGE);
		try {
			var life = new ReaderLife(builder.start(), folder, limits);
			Thread.ofVirtual().start(life::endInTime);
			return life;
		}
		catch (IOException ex) {
			Files.delete(folder);
			throw ex;
		}
	}

	InputStream answers() {
		return this.process.getInputStream();
	}

	DataOutputStream questions() {
		return new DataOutputStream(this.process.getOutputStream());
	}

	/// Why the answers ended before the file did.
	UnreadableFile reason() {
		var code = exitCode();
		if (this.late) {
			return this.limits.tooSlow();
		}
		if (code == OUT_OF_MEMORY) {
			return this.limits.tooLarge();
		}
		LOG.warn("a sent file was refused: the process that read it ended with {}", code);
		return new UnreadableFile("the file brought the process that reads it to an end", "Copy its tables, as values, into a new workbook, or save each as CSV.");
	}

	/// For answers that make no sense.
	UnreadableFile confused(String what) {
		end();
		LOG.warn("a sent file was refused: the process that read it gave {}", what);
		return new UnreadableFile("the file confused the process that reads it", "Copy its tables, as values, into a new workbook, or save each as CSV.");
	}

	private void endInTime() {
		try {
			if (!this.process.waitFor(this.limits.time().toMillis(), TimeUnit.MILLISECONDS)) {
				this.late = true;
				end();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/// A process whose answers have ended is about to end by itself, and is given the moment that this takes.
	private int exitCode() {
		try {
			if (!this.process.waitFor(5, TimeUnit.SECONDS)) {
				end();
			}
			return this.process.waitFor();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return -1;
		}
	}

	/// Ends it with everything that it started.
	private void end() {
		var started = this.process.descendants().toList();
		this.process.destroyForcibly();
		started.forEach(ProcessHandle::destroyForcibly);
	}

	@Override
	public void close() throws IOException {
		end();
		exitCode();
		try (var left = Files.walk(this.folder)) {
			for (var path : left.sorted(Comparator.reverseOrder()).toList()) {
				Files.deleteIfExists(path);
			}
		}
	}

}

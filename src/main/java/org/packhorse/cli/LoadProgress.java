package org.packhorse.cli;

import java.io.PrintWriter;
import java.nio.file.Path;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;
import org.packhorse.tracker.Progress;

/// Shows how far a load has come: a counter on a terminal, a line every hundred thousand rows elsewhere.
final class LoadProgress implements Progress, AutoCloseable {

	private static final long LINE_EVERY = 100_000;

	private final PrintWriter err;

	private final @Nullable ProgressBar bar;

	private long said;

	LoadProgress(PrintWriter err) {
		this.err = err;
		this.bar = System.console() != null && System.console().isTerminal() ? bar() : null;
	}

	private static ProgressBar bar() {
		return new ProgressBarBuilder().setTaskName("Reading").setInitialMax(-1).setUnit(" rows", 1).clearDisplayOnFinish().build();
	}

	@Override
	public void read(Path file, long rows) {
		if (this.bar != null) {
			this.bar.setExtraMessage(String.valueOf(file.getFileName()));
			this.bar.stepTo(rows);
		}
		else if (rows / LINE_EVERY != this.said) {
			this.said = rows / LINE_EVERY;
			if (this.said > 0) {
				this.err.printf("packhorse: %s: %,d rows read%n", file.getFileName(), rows);
			}
		}
	}

	@Override
	public void settling() {
		if (this.bar != null) {
			this.bar.setExtraMessage("checking and storing");
		}
	}

	@Override
	public void close() {
		if (this.bar != null) {
			this.bar.close();
		}
	}

}

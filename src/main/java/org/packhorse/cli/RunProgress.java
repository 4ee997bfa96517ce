package org.packhorse.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/// How far a run of several packs has come: a bar on a terminal, a line now and then elsewhere; packs done, per second, and the time
/// that is left.
final class RunProgress implements AutoCloseable {

	private static final long LINE_EVERY_NANOS = Duration.ofSeconds(10).toNanos();

	/// Back to the line's beginning, and the line emptied: the bar draws itself again below.
	private static final String CLEAR = "\r\u001b[K";

	private final PrintWriter err;

	private @Nullable ProgressBar bar;

	private int packs;

	private int said;

	private long begunAt;

	private long saidAt;

	RunProgress(PrintWriter err) {
		this.err = err;
	}

	void begin(int packs) {
		this.packs = packs;
		this.begunAt = System.nanoTime();
		this.saidAt = this.begunAt;
		if (packs > 1 && System.console() != null && System.console().isTerminal()) {
			this.bar = new ProgressBarBuilder().setTaskName("Making").setInitialMax(packs).setUnit(" packs", 1).showSpeed().setStyle(ProgressBarStyle.ASCII).clearDisplayOnFinish().build();
		}
	}

	void counted(int ended) {
		if (this.bar != null) {
			this.bar.stepTo(ended);
		}
		else if (this.packs > 1 && ended > this.said && ended < this.packs && System.nanoTime() - this.saidAt > LINE_EVERY_NANOS) {
			this.said = ended;
			this.saidAt = System.nanoTime();
			this.err.println("packhorse: " + words(ended, this.packs, Duration.ofNanos(this.saidAt - this.begunAt)));
		}
	}

	static String words(int ended, int packs, Duration spent) {
		double perSecond = ended / (spent.toMillis() / 1000.0);
		long left = Math.round((packs - ended) / perSecond);
		return String.format(Locale.UK, "%,d of %,d packs, %.1f a second, about %s left", ended, packs, perSecond, left < 90 ? left + " s" : Math.round(left / 60.0) + " min");
	}

	/// Makes room for a line of words.
	void aside() {
		if (this.bar != null) {
			this.err.print(CLEAR);
			this.err.flush();
		}
	}

	@Override
	public void close() {
		if (this.bar != null) {
			this.bar.close();
			this.bar = null;
		}
	}

}

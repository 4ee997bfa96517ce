package org.packhorse.run;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Ends the runs of commands in good order when their process is told to stop: packs in the making are finished, the others are left
/// for [Recovery]. Runs of schedules and sign-offs are short and go on to their end.
@Component
class Stopping implements SmartLifecycle {

	private static final Logger LOG = LoggerFactory.getLogger(Stopping.class);

	private static final Duration PATIENCE = Duration.ofMinutes(5);

	private final Runs runs;

	private volatile boolean running;

	Stopping(Runs runs) {
		this.runs = runs;
	}

	@Override
	public void start() {
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
		int stopped = this.runs.leave();
		if (stopped > 0) {
			LOG.info("told to stop: {} of {} runs end with the packs in the making", stopped, this.runs.atWork());
		}
		try {
			if (!this.runs.awaitEnd(PATIENCE)) {
				LOG.warn("{} runs have not ended in {}", this.runs.atWork(), PATIENCE);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}

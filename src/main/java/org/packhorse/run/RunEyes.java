package org.packhorse.run;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at a run's record while others make its packs, and tells of each that has ended, in the order of the run.
final class RunEyes implements AutoCloseable {

	private static final Logger LOG = LoggerFactory.getLogger(RunEyes.class);

	private static final long BETWEEN_LOOKS_MS = 500;

	private final RunLog log;

	private final PackRun run;

	private final RunWatch watch;

	private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(work -> Thread.ofPlatform().name("watching").daemon().unstarted(work));

	private final Set<Integer> stoodBefore;

	private final Set<Integer> ended = new HashSet<>();

	private int told;

	RunEyes(RunLog log, PackRun run, RunWatch watch) {
		this.log = log;
		this.run = run;
		this.watch = watch;
		this.stoodBefore = Set.copyOf(log.done(run.number()));
		this.looks.scheduleWithFixedDelay(this::look, BETWEEN_LOOKS_MS, BETWEEN_LOOKS_MS, TimeUnit.MILLISECONDS);
	}

	void look() {
		try {
			tellNews();
		}
		catch (RuntimeException ex) {
			// The next look, or the last one, tells it; a database that is away is told of by the run itself.
			LOG.debug("no look at run {}", this.run.number(), ex);
		}
	}

	private synchronized void tellNews() {
		this.ended.addAll(this.log.ended(this.run.number()));
		this.watch.counted(this.ended.size(), this.run.packs());
		while (this.ended.contains(this.told + 1)) {
			tell(this.told + 1);
			this.told++;
		}
	}

	/// Tells what has not been told, also of packs behind one that was never begun. A look on its way is not interrupted: the
	/// embedded database closes its file when a thread is interrupted in it.
	@Override
	public void close() {
		this.looks.shutdown();
		tellNews();
		for (int no = this.told + 1; no <= this.run.packs(); no++) {
			if (this.ended.contains(no)) {
				tell(no);
			}
		}
	}

	/// What stood when a run was taken up again is no news.
	private void tell(int no) {
		if (!this.stoodBefore.contains(no)) {
			this.log.items(this.run.number(), no, no).forEach(this.watch::ended);
		}
	}

}

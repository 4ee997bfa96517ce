package org.packhorse.access;

import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// Writes checkpoints of the audit trail: every hundred entries, a quarter of an hour after an entry at the latest, and when a
/// program that has made entries ends.
@Component
class Checkpoints implements AutoCloseable {

	private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

	private static final int ENTRIES = 100;

	private static final int MINUTES = 15;

	private final AuditTable table;

	private final CheckpointFiles files;

	private final CheckpointKey key;

	private final Clock clock;

	private @Nullable ScheduledExecutorService timer;

	private boolean owed;

	Checkpoints(AuditTable table, CheckpointFiles files, CheckpointKey key, Clock clock) {
		this.table = table;
		this.files = files;
		this.key = key;
		this.clock = clock;
	}

	/// An entry is kept: a checkpoint is owed, now or later.
	synchronized void kept(long seq) {
		if (!this.files.areKept()) {
			return;
		}
		if (this.timer == null) {
			this.timer = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("audit-checkpoints").factory());
		}
		if (seq % ENTRIES == 0) {
			this.timer.execute(this::take);
		}
		else if (!this.owed) {
			this.timer.schedule(this::take, MINUTES, TimeUnit.MINUTES);
		}
		this.owed = true;
	}

	/// Writes one, unless none is owed. That one is missing stops nobody's work, and `audit verify` says how far the last one goes.
	synchronized void take() {
		if (!this.owed) {
			return;
		}
		try {
			var head = this.table.head();
			this.files.append(this.key.sign(new Checkpoint(head.chain(), head.seq(), head.hash(), head.seq(),
					this.clock.instant().truncatedTo(ChronoUnit.SECONDS), "", "")));
			this.owed = false;
		}
		catch (IOException | DataAccessException ex) {
			LOG.warn("No checkpoint of the audit trail was written: {}", ex.toString());
		}
	}

	@Override
	public void close() {
		synchronized (this) {
			if (this.timer != null) {
				this.timer.shutdownNow();
			}
		}
		take();
	}

}

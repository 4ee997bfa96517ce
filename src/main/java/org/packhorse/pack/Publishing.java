package org.packhorse.pack;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.packhorse.pack.PublishingRows.Key;
import org.packhorse.pack.PublishingRows.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Lets one of several simultaneous runs make and publish a pack of a council as at a date.
///
/// A process that was killed, or is silent for too long, loses its locks to whoever asks next. What it still does when it wakes is fenced:
/// each taking counts up a number, and nothing is recorded or put in place but under the newest.
@Component
public class Publishing {

	private static final Logger LOG = LoggerFactory.getLogger(Publishing.class);

	/// Looks at a row that somebody is just taking, before it is given up.
	private static final int LOOKS = 40;

	/// Asks whether a holder lives, before somebody is turned away for it.
	private static final int PROBES = 3;

	private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(25);

	private final PublishingRows rows;

	private final Processes processes;

	private final EditionStore store;

	private final Home home;

	/// What threads of this process hold, or are about to.
	private final Map<Key, Optional<Held>> here = new ConcurrentHashMap<>();

	/// What could not be given back: while this process lives nobody else takes it.
	private final Queue<Held> left = new ConcurrentLinkedQueue<>();

	Publishing(PublishingRows rows, Processes processes, EditionStore store, Home home) {
		this.rows = rows;
		this.processes = processes;
		this.store = store;
		this.home = home;
		processes.atEachSign(this::freeLeft);
	}

	/// Held while a pack is made; closing it lets the next run in.
	public interface Lock extends AutoCloseable {

		/// How often the pack and day has been taken until now: higher than that of whoever had it before.
		long fence();

		/// Says that another process has taken over, if it has.
		void demandHeld();

		/// Does something in one transaction with the lock: the whole of it, or nothing where another process has taken over.
		<T> T hold(Supplier<T> work);

		/// The same for what has no result.
		default void holdWhile(Runnable work) {
			hold(() -> {
				work.run();
				return true;
			});
		}

		@Override
		void close();

	}

	/// Takes the lock, or says at once that another run has it.
	public Lock lock(PackRequest request) {
		return locked(request, null);
	}

	/// The same for a run, which others are told when they are turned away.
	public Lock lock(PackRequest request, long run) {
		return locked(request, run);
	}

	private Lock locked(PackRequest request, @Nullable Long run) {
		var key = key(request);
		var before = this.here.putIfAbsent(key, Optional.empty());
		if (before != null) {
			throw busy(request, before.map(Held::run).orElse(null), this.processes.id());
		}
		Held taken = null;
		try {
			taken = new Held(key, request, run, take(key, request, run));
			// Before anything else is done: of what others left aside nothing can be put in place any more.
			this.store.clear(request, taken.fence());
			this.here.put(key, Optional.of(taken));
			return taken;
		}
		catch (DataAccessException | TransactionException ex) {
			throw new PackProblem(PackProblem.Kind.FAILED, "The database gave no lock to make %s with: %s".formatted(request.pack(), ex.getMostSpecificCause().getMessage()));
		}
		catch (IOException ex) {
			throw StoreProblem.of(request.store(), ex);
		}
		finally {
			giveUpUnlessHeld(key, taken);
		}
	}

	private void giveUpUnlessHeld(Key key, @Nullable Held taken) {
		if (!this.here.getOrDefault(key, Optional.empty()).isPresent()) {
			this.here.remove(key);
			if (taken != null) {
				free(taken);
			}
		}
	}

	/// The lock that this process holds on a pack and day.
	Lock held(PackRequest request) {
		return this.here.getOrDefault(key(request), Optional.empty())
			.orElseThrow(() -> new IllegalStateException("nobody here holds the lock of %s of %s as at %s".formatted(request.pack(), request.authority(), request.asAt())));
	}

	private long take(Key key, PackRequest request, @Nullable Long run) {
		this.processes.register();
		State seen = this.rows.state(key);
		for (int i = 0; i < LOOKS; i++) {
			demandFree(request, seen);
			if (this.rows.take(key, seen, this.processes.id(), run)) {
				return seen.fence() + 1;
			}
			seen = this.rows.state(key);
			LockSupport.parkNanos(BETWEEN_LOOKS);
		}
		throw stuck(request, seen);
	}

	/// What this process holds by the row alone was left when freeing it failed: no thread of it is at work there.
	private void demandFree(PackRequest request, State seen) {
		if (seen.holder() == null || seen.holder().equals(this.processes.id())) {
			return;
		}
		for (int i = 0; i < PROBES; i++) {
			// Whoever else asks after a dead process holds its row for a moment, and makes it look alive.
			if (!this.processes.isAlive(seen.holder())) {
				return;
			}
			LockSupport.parkNanos(BETWEEN_LOOKS);
		}
		throw busy(request, seen.run(), seen.holder());
	}

	private void free(Held held) {
		try {
			this.rows.free(held.key(), this.processes.id(), held.fence());
		}
		catch (DataAccessException | TransactionException ex) {
			this.left.add(held);
			LOG.warn("The lock of {} cannot be given back yet: {}", held.key(), ex.getMessage());
		}
	}

	/// Tries each once more; what fails again waits for the next time.
	private void freeLeft() {
		for (int i = this.left.size(); i > 0; i--) {
			var held = this.left.poll();
			if (held != null) {
				free(held);
			}
		}
	}

	private Key key(PackRequest request) {
		return new Key(this.home.name(request.store()), request.authority(), request.pack(), request.asAt());
	}

	private PackProblem busy(PackRequest request, @Nullable Long run, String holder) {
		var who = run == null ? "Another run" : "Run %d%s".formatted(run, this.processes.find(holder).map(process -> " (%s)".formatted(process.words())).orElse(""));
		return new BeingMade(run, "%s is making %s of %s as at %s; try again when it has finished.".formatted(who, request.pack(), request.authority(), request.asAt()));
	}

	private PackProblem stuck(PackRequest request, State seen) {
		var who = seen.holder() == null ? Optional.<AtWork>empty() : this.processes.find(seen.holder());
		return new PackProblem(PackProblem.Kind.BUSY, who.map(process -> "%s was making %s of %s as at %s, has not been heard of since %s, and the database still keeps a row for it. End that process, then try again."
			.formatted(process.words(), request.pack(), request.authority(), request.asAt(), process.seenAt()))
			.orElseGet(() -> "Other runs are about to make %s of %s as at %s; try again later.".formatted(request.pack(), request.authority(), request.asAt())));
	}

	/// A lock of this process's.
	private final class Held implements Lock {

		private final Key key;

		private final PackRequest request;

		private final @Nullable Long run;

		private final long fence;

		Held(Key key, PackRequest request, @Nullable Long run, long fence) {
			this.key = key;
			this.request = request;
			this.run = run;
			this.fence = fence;
		}

		Key key() {
			return this.key;
		}

		@Nullable Long run() {
			return this.run;
		}

		@Override
		public long fence() {
			return this.fence;
		}

		@Override
		public void demandHeld() {
			hold(() -> true);
		}

		@Override
		public <T> T hold(Supplier<T> work) {
			return Publishing.this.rows.during(this.key, Publishing.this.processes.id(), this.fence, work).orElseThrow(this::lost);
		}

		private PackProblem lost() {
			return new PackProblem(PackProblem.Kind.BUSY, "Another process has taken over %s of %s as at %s, for this one was not heard of for %d s; nothing of it is published. ./packhorse editions shows what stands."
				.formatted(this.request.pack(), this.request.authority(), this.request.asAt(), Publishing.this.processes.silence().toSeconds()));
		}

		@Override
		public void close() {
			free(this);
			Publishing.this.here.remove(this.key);
		}

	}

}

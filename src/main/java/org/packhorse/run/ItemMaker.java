package org.packhorse.run;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.packhorse.pack.BeingMade;
import org.packhorse.pack.Home;
import org.packhorse.pack.PackProblem;
import org.packhorse.run.PackRun.Item;
import org.packhorse.run.PackRun.Outcome;
import org.packhorse.run.PackRun.Stands;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Makes one pack of a run, with Part 2 of the same report where words of it are exempt, or the final of a cleared draft; whatever
/// goes wrong becomes words on the run's record.
@Component
class ItemMaker {

	private static final Logger LOG = LoggerFactory.getLogger(ItemMaker.class);

	private static final Duration WAIT = Duration.ofMillis(500);

	/// Five minutes: longer than any lease that a pack's making needs.
	private static final int MOST_WAITS = 600;

	private final PackRuns packs;

	private final Finals finals;

	private final Home home;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	ItemMaker(PackRuns packs, Finals finals, Home home, ApplicationEventPublisher events, Clock clock) {
		this.packs = packs;
		this.finals = finals;
		this.home = home;
		this.events = events;
		this.clock = clock;
	}

	/// Makes it, and tells in this process what came of it.
	Optional<Outcome> make(Item item, BooleanSupplier mayWait) {
		var begun = this.clock.instant();
		var outcome = outcome(item, mayWait);
		outcome.ifPresent(ended -> this.events.publishEvent(new PackEnded(ended, Duration.between(begun, this.clock.instant()))));
		return outcome;
	}

	/// A pack that another process has in hand for this very run (one that was taken for dead) waits until that one has ended with it, as
	/// long as this one may wait; nothing, when it may not any more.
	private Optional<Outcome> outcome(Item item, BooleanSupplier mayWait) {
		for (int waited = 0;; waited++) {
			var stands = new ArrayList<Stands>();
			var told = new ArrayList<String>();
			try {
				make(item, stands, told::add);
				return Optional.of(new Outcome(List.copyOf(stands), List.copyOf(told), null));
			}
			catch (RuntimeException | OutOfMemoryError | StackOverflowError ex) {
				if (waited == MOST_WAITS || !(ex instanceof BeingMade other && other.isFor(item.run()))) {
					return Optional.of(new Outcome(List.copyOf(stands), List.copyOf(told), trouble(item, ex)));
				}
				if (!mayWait.getAsBoolean()) {
					return Optional.empty();
				}
				LockSupport.parkNanos(WAIT.toNanos());
			}
		}
	}

	/// What goes wrong with Part 2 leaves Part 1 as it stands.
	private void make(Item item, List<Stands> stands, Consumer<String> told) {
		var draft = item.wanted().draft();
		if (draft != null) {
			stands.add(stands(this.finals.make(draft, item.run(), told)));
			return;
		}
		var made = this.packs.make(item.request(), item.run(), told);
		stands.add(stands(made));
		this.packs.part2(made).ifPresent(part2 -> stands.add(stands(this.packs.make(part2, item.run(), told))));
	}

	private static Stands stands(PackRuns.Made made) {
		return new Stands(made.edition().number(), made.edition().name(), made.published(), made.toLookAt(), made.notes(), made.waitsFor());
	}

	/// What this process has not enough memory for may leave enough for the next.
	private Trouble trouble(Item item, Throwable fault) {
		for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
			if (cause instanceof OutOfMemoryError) {
				log(item, fault);
				return new Trouble(PackProblem.Kind.FAILED, false, false, "this pack needs more memory than the %d MB this process has; PACKHORSE_JAVA_OPTIONS=-Xmx… gives it more, packhorse.threads=1 leaves all of it to one pack."
					.formatted(Runtime.getRuntime().maxMemory() >> 20));
			}
		}
		return Trouble.of(fault).orElseGet(() -> unknown(item, fault));
	}

	private Trouble unknown(Item item, Throwable fault) {
		log(item, fault);
		return Trouble.unknown(fault, this.home.path().resolve("data").resolve("packhorse.log").toString());
	}

	private static void log(Item item, Throwable fault) {
		LOG.error("{} of {} as at {} failed", item.request().pack(), item.request().authority(), item.request().asAt(), fault);
	}

}

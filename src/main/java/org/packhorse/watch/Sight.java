package org.packhorse.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import org.jspecify.annotations.Nullable;
import org.packhorse.delivery.Delivery;
import org.packhorse.delivery.Holding;
import org.packhorse.delivery.Ledger;
import org.packhorse.pack.Home;
import org.packhorse.run.RunFigures;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/// What stands in the database, looked up once for all the numbers of one answer and kept for some seconds, so that watching costs next
/// to nothing however often it is asked.
@Component
@ConditionalOnBooleanProperty(NoMoreThanNeeded.WATCHED)
class Sight {

	private final RunFigures runs;

	private final Ledger ledger;

	private final Holding holding;

	private final Path store;

	private final Duration kept;

	private final Clock clock;

	private @Nullable Seen last;

	private Instant lookedAt = Instant.EPOCH;

	Sight(RunFigures runs, Ledger ledger, Holding holding, Home home, @Value("${packhorse.watch.kept:5s}") Duration kept, Clock clock) {
		this.runs = runs;
		this.ledger = ledger;
		this.holding = holding;
		this.store = home.out();
		this.kept = kept;
		this.clock = clock;
	}

	/// What was seen.
	record Seen(RunFigures.Figures runs, Map<Delivery.State, Integer> deliveries, boolean mailHeld) {
	}

	/// A number of it; none while the database does not answer, which is a fault of the database's and not of the number's.
	double number(ToDoubleFunction<Seen> number) {
		try {
			return number.applyAsDouble(look());
		}
		catch (RuntimeException ex) {
			return Double.NaN;
		}
	}

	synchronized Seen look() {
		var now = this.clock.instant();
		var seen = this.last;
		if (seen == null || !this.lookedAt.plus(this.kept).isAfter(now) || this.lookedAt.isAfter(now)) {
			this.lookedAt = now;
			this.last = null;
			seen = new Seen(this.runs.look(), this.ledger.counts(), this.holding.reason().isPresent());
			this.last = seen;
		}
		return seen;
	}

	/// Bytes that editions may still take, where the store's disk can be asked.
	double free() {
		try {
			return Files.getFileStore(existing(this.store)).getUsableSpace();
		}
		catch (IOException ex) {
			return Double.NaN;
		}
	}

	private static Path existing(Path folder) {
		var nearest = folder.toAbsolutePath();
		while (nearest.getParent() != null && !Files.exists(nearest)) {
			nearest = nearest.getParent();
		}
		return nearest;
	}

}

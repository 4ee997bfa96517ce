package org.packhorse.watch;

import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.packhorse.delivery.Delivery;
import org.packhorse.run.Fire;
import org.packhorse.run.PackRun;
import org.packhorse.watch.Sight.Seen;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/// The numbers of runs, packs, schedules and messages as the database has them, whichever process they are of. Labels carry states
/// and nothing else: no councils, names, addresses or figures.
@Component
@ConditionalOnBooleanProperty(NoMoreThanNeeded.WATCHED)
class Meters implements MeterBinder {

	private final Sight sight;

	Meters(Sight sight) {
		this.sight = sight;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		for (PackRun.State state : PackRun.State.values()) {
			in(state, gauge("packhorse.runs", "Runs on record", seen -> seen.runs().runs().getOrDefault(state, 0L))).register(registry);
		}
		gauge("packhorse.runs.lost", "Runs at work that no living process watches over", seen -> seen.runs().lost()).register(registry);
		gauge("packhorse.runs.last.done", "When the newest run ended with every pack made, in seconds since 1970", Meters::lastDone).baseUnit("seconds").register(registry);
		gauge("packhorse.packs.waiting", "Packs of runs at work that nobody has begun", seen -> seen.runs().waiting()).register(registry);
		gauge("packhorse.packs.making", "Packs that are being made", seen -> seen.runs().making()).register(registry);
		gauge("packhorse.schedule.lag", "How long the oldest fire that nobody has begun has been due, or nobody has looked at the schedules",
				seen -> seen.runs().lag().toMillis() / 1000.0)
			.baseUnit("seconds")
			.register(registry);
		for (Fire.State state : Fire.State.values()) {
			in(state, gauge("packhorse.fires", "Schedules and councils by the state of their newest fire", seen -> count(seen.runs().fires(), state))).register(registry);
		}
		for (Delivery.State state : Delivery.State.values()) {
			in(state, gauge("packhorse.deliveries", "Messages by state", seen -> count(seen.deliveries(), state))).register(registry);
		}
		gauge("packhorse.mail.held", "1 while all mail is held", seen -> seen.mailHeld() ? 1 : 0).register(registry);
		Gauge.builder("packhorse.store.free", this.sight, Sight::free).description("Room for editions").baseUnit("bytes").register(registry);
	}

	private Gauge.Builder<Sight> gauge(String name, String description, ToDoubleFunction<Seen> number) {
		return Gauge.builder(name, this.sight, sight -> sight.number(number)).description(description);
	}

	private static <S extends Enum<S>> Gauge.Builder<Sight> in(S state, Gauge.Builder<Sight> gauge) {
		return gauge.tag("state", state.name().toLowerCase(Locale.ROOT));
	}

	private static double count(Map<?, ? extends Number> counts, Object state) {
		var count = counts.get(state);
		return count == null ? 0 : count.doubleValue();
	}

	private static double lastDone(Seen seen) {
		var done = seen.runs().lastDone();
		return done == null ? 0 : done.getEpochSecond();
	}

}

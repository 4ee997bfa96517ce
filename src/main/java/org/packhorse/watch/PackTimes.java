package org.packhorse.watch;

import java.time.Duration;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.packhorse.run.PackEnded;
import org.packhorse.run.PackRun.Outcome;
import org.packhorse.run.PackRun.Stands;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// How long the packs took that this process made, and what became of them.
@Component
@ConditionalOnBooleanProperty(NoMoreThanNeeded.WATCHED)
class PackTimes {

	private final MeterRegistry registry;

	PackTimes(MeterRegistry registry) {
		this.registry = registry;
		for (String outcome : new String[] { "published", "unchanged", "not_made" }) {
			timer(outcome);
		}
	}

	@EventListener
	void ended(PackEnded pack) {
		timer(word(pack.outcome())).record(pack.took());
	}

	private static String word(Outcome outcome) {
		if (outcome.trouble() != null) {
			return "not_made";
		}
		return outcome.stands().stream().anyMatch(Stands::published) ? "published" : "unchanged";
	}

	private Timer timer(String outcome) {
		return Timer.builder("packhorse.pack")
			.description("Packs that this process made, or could not make")
			.tag("outcome", outcome)
			.serviceLevelObjectives(Duration.ofMillis(100), Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(10), Duration.ofMinutes(1))
			.register(this.registry);
	}

}

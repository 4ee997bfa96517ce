package org.packhorse.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;

import org.packhorse.delivery.Holding;
import org.packhorse.pack.Home;
import org.packhorse.run.BrokerHealth;
import org.packhorse.run.DatabaseHealth;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What makes the answer at `/actuator/health` UP or DOWN, each with a sentence that says what was found.
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(NoMoreThanNeeded.WATCHED)
class HealthQuestions {

	/// Looks come each half minute, and a fire waits for those before it: ten minutes are no chance.
	private static final Duration LATE = Duration.ofMinutes(10);

	/// A national night of packs fits in.
	private static final long ROOM = 1L << 30;

	@Bean
	HealthIndicator databaseHealthIndicator(DatabaseHealth database) {
		return asked(() -> {
			var found = database.look();
			return says(found.good(), found.good() ? found.words() : "it does not answer");
		});
	}

	@Bean
	@ConditionalOnProperty(name = "packhorse.workers", havingValue = "remote")
	HealthIndicator brokerHealthIndicator(BrokerHealth broker) {
		return asked(() -> broker.look().map(found -> says(found.good(), found.words())).orElseGet(() -> Health.unknown().build()));
	}

	@Bean
	HealthIndicator storeHealthIndicator(Home home, Sight sight) {
		return asked(() -> {
			if (!isWritten(home.out())) {
				return says(false, home.out() + " cannot be written");
			}
			double free = sight.free();
			return says(!(free < ROOM), "%s can be written, %,d MB are free%s".formatted(home.out(), (long) free >> 20, free < ROOM ? ": less than a gigabyte" : ""));
		});
	}

	@Bean
	HealthIndicator mailHealthIndicator(Holding holding) {
		return asked(() -> holding.reason().map(reason -> says(false, "mail is held: " + reason)).orElseGet(() -> says(true, "mail is not held")));
	}

	@Bean
	HealthIndicator schedulesHealthIndicator(Sight sight) {
		return asked(() -> {
			var lag = sight.look().runs().lag();
			return says(lag.compareTo(LATE) < 0, "%d s behind".formatted(lag.toSeconds()));
		});
	}

	@Bean
	HealthIndicator runsHealthIndicator(Sight sight) {
		return asked(() -> {
			long lost = sight.look().runs().lost();
			return says(lost == 0, lost == 0 ? "none is lost" : lost + " lost: ./packhorse runs names them");
		});
	}

	private static Health says(boolean good, String words) {
		return (good ? Health.up() : Health.down()).withDetail("found", words).build();
	}

	/// What cannot be told is not well; what the database says of itself may name accounts and stays in the log.
	private static HealthIndicator asked(Supplier<Health> question) {
		return () -> {
			try {
				return question.get();
			}
			catch (RuntimeException ex) {
				return says(false, "it cannot be told, for the database does not answer");
			}
		};
	}

	/// By a try, as what rights say of a disk is not always so.
	private static boolean isWritten(Path folder) {
		try {
			Files.createDirectories(folder);
			Files.delete(Files.createTempFile(folder, ".packhorse", ".try"));
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

}

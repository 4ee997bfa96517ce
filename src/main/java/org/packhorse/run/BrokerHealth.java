package org.packhorse.run;

import java.util.Optional;

import org.packhorse.pack.PackProblem;
import org.springframework.stereotype.Component;

/// Whether packs could travel to workers.
@Component
public class BrokerHealth {

	private final BrokerSetup setup;

	private final Workplace workplace;

	BrokerHealth(BrokerSetup setup, Workplace workplace) {
		this.setup = setup;
		this.workplace = workplace;
	}

	/// What was found, in words.
	public record Finding(boolean good, String words) {
	}

	/// Asks the broker, where one is wanted: whether it is there, accepts the account and lets it use the queue.
	public Optional<Finding> look() {
		try {
			return this.workplace.isRemote() ? Optional.of(ask()) : Optional.empty();
		}
		catch (PackProblem problem) {
			return Optional.of(new Finding(false, String.valueOf(problem.getMessage())));
		}
	}

	private Finding ask() {
		var settings = this.setup.client();
		var answer = new BrokerTalk(settings).ask();
		return answer.good() ? new Finding(true, "%s answers and accepts %s; %d waiting in %s".formatted(answer.address(), settings.account(), answer.waiting(), settings.queue()))
				: new Finding(false, "%s: %s".formatted(answer.address(), answer.fault()));
	}

}

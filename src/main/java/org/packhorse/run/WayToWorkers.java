package org.packhorse.run;

import org.springframework.stereotype.Component;

/// Looks at the way to workers before anything is on record: what is set up wrongly, or away, is told while there is nothing to leave behind.
@Component
class WayToWorkers {

	private final BrokerSetup setup;

	private final Crew crew;

	WayToWorkers(BrokerSetup setup, Crew crew) {
		this.setup = setup;
		this.crew = crew;
	}

	/// How a broker is reached that is there, accepts the account and lets it use the queue; throws what has to be mended.
	BrokerSettings demandBroker() {
		var settings = this.setup.client();
		new BrokerTalk(settings).fault().ifPresent(problem -> {
			throw problem;
		});
		return settings;
	}

	/// The same, where a run is to be made: the workers at work must not all be of other software.
	BrokerSettings demand() {
		var settings = demandBroker();
		this.crew.demandOurs();
		return settings;
	}

}

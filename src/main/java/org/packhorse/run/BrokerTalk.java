package org.packhorse.run;

import java.util.Collections;
import java.util.Optional;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Session;

/// A talk with a broker that proves, without a message, that partitions could travel over it.
final class BrokerTalk {

	private final BrokerSettings settings;

	BrokerTalk(BrokerSettings settings) {
		this.settings = settings;
	}

	/// What a broker said.
	///
	/// @param waiting messages in the queue, or -1 where it is of no use
	record Answer(BrokerAddress address, int waiting, String fault) {

		boolean good() {
			return this.fault.isEmpty();
		}

	}

	/// The first broker that can be used, or the last one that cannot.
	Answer ask() {
		var answers = this.settings.addresses().stream().map(this::ask).toList();
		return answers.stream().filter(Answer::good).findFirst().orElse(answers.getLast());
	}

	/// What stands in the way, if anything.
	Optional<String> fault() {
		var answer = ask();
		return answer.good() ? Optional.empty() : Optional.of("The broker at %s cannot be used: %s.".formatted(answer.address(), answer.fault()));
	}

	/// A broker that refuses an account may close the connection before that is heard: it is asked once more.
	private Answer ask(BrokerAddress address) {
		var answer = once(address);
		return answer.fault().equals(BrokerFault.CUT_OFF) ? once(address) : answer;
	}

	private Answer once(BrokerAddress address) {
		var broker = BrokerConnections.single(this.settings, address);
		try (var connection = broker.createConnection()) {
			return new Answer(address, waiting(connection), "");
		}
		catch (JMSException | RuntimeException ex) {
			return new Answer(address, -1, BrokerFault.words(this.settings, ex));
		}
	}

	private int waiting(Connection connection) throws JMSException {
		connection.start();
		try (var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
			var queue = session.createQueue(this.settings.queue());
			session.createProducer(queue).close();
			try (var browser = session.createBrowser(queue)) {
				return Collections.list(browser.getEnumeration()).size();
			}
		}
	}

}

package org.packhorse.run;

import java.util.Collections;
import java.util.Optional;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import org.jspecify.annotations.Nullable;
import org.packhorse.pack.PackProblem;

/// A talk with a broker that proves, without a message, that partitions could travel over it.
final class BrokerTalk {

	private final BrokerSettings settings;

	BrokerTalk(BrokerSettings settings) {
		this.settings = settings;
	}

	/// What a broker said.
	///
	/// @param waiting messages in the queue, or -1 where it is of no use
	/// @param why what stands in the way, or null
	record Answer(BrokerAddress address, int waiting, @Nullable BrokerFault why) {

		boolean good() {
			return this.why == null;
		}

		/// What stands in the way, in words, or blank.
		String fault() {
			return this.why == null ? "" : this.why.words();
		}

		/// Whether it stands in the way until somebody has mended it.
		private boolean lasting() {
			return this.why != null && this.why.lasting();
		}

	}

	/// The first broker that can be used; else the first that says what has to be mended, or the last one that is away.
	Answer ask() {
		var answers = this.settings.addresses().stream().map(this::ask).toList();
		return answers.stream().filter(Answer::good).findFirst().or(() -> answers.stream().filter(Answer::lasting).findFirst()).orElse(answers.getLast());
	}

	/// What stands in the way, if anything.
	Optional<PackProblem> fault() {
		var answer = ask();
		return answer.good() ? Optional.empty() : Optional.of(new PackProblem(answer.lasting() ? PackProblem.Kind.INPUT : PackProblem.Kind.BUSY,
				"The broker at %s cannot be used: %s. No pack was begun.".formatted(answer.address(), answer.fault())));
	}

	/// A broker that refuses an account may close the connection before that is heard: it is asked once more.
	private Answer ask(BrokerAddress address) {
		var answer = once(address);
		return BrokerFault.CUT_OFF.equals(answer.why()) ? once(address) : answer;
	}

	private Answer once(BrokerAddress address) {
		var broker = BrokerConnections.single(this.settings, address);
		try (var connection = broker.createConnection()) {
			return new Answer(address, waiting(connection), null);
		}
		catch (JMSException | RuntimeException ex) {
			return new Answer(address, -1, BrokerFault.of(this.settings, ex));
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

package org.packhorse.run;

import java.time.Duration;
import java.util.stream.Collectors;

import javax.net.ssl.KeyManager;

import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.ActiveMQPrefetchPolicy;
import org.apache.activemq.ActiveMQSslConnectionFactory;
import org.apache.activemq.RedeliveryPolicy;

/// Connections to a broker, so set that nothing waits for ever, one message is in hand at a time, and what cannot be worked on ends.
final class BrokerConnections {

	/// How often a message comes again to workers that fail on it, before it goes to the dead letters.
	static final int REDELIVERIES = 5;

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

	/// Until a broker takes the connection, and until it answers.
	private static final Duration ANSWER = Duration.ofSeconds(10);

	/// How long a message may wait for a broker that is away.
	private static final Duration AWAY = Duration.ofMinutes(2);

	private BrokerConnections() {
	}

	/// For work: finds its way back to a broker that was away. One that is not there at all is told at once. Where brokers are is for the
	/// settings alone to say: an address that a broker names may be one without encryption, and the password would go there in clear.
	static ActiveMQConnectionFactory lasting(BrokerSettings settings) {
		var addresses = settings.addresses().stream().map(address -> uri(settings, address)).collect(Collectors.joining(","));
		return set(settings, "failover:(%s)?randomize=false&startupMaxReconnectAttempts=1&maxReconnectDelay=5000&warnAfterReconnectAttempts=-1&updateURIsSupported=false&reconnectSupported=false&timeout=%d"
			.formatted(addresses, AWAY.toMillis()));
	}

	/// For one talk with one broker.
	static ActiveMQConnectionFactory single(BrokerSettings settings, BrokerAddress address) {
		return set(settings, uri(settings, address));
	}

	private static String uri(BrokerSettings settings, BrokerAddress address) {
		var uri = "%s?connectionTimeout=%d&keepAlive=true&wireFormat.maxInactivityDuration=%d".formatted(address, ANSWER.toMillis(), settings.silence().toMillis());
		return address.encrypted() ? uri + "&socket.verifyHostName=true" : uri;
	}

	private static ActiveMQConnectionFactory set(BrokerSettings settings, String uri) {
		var factory = new ActiveMQSslConnectionFactory(uri);
		// Without key managers of our own, even none, the library would pass over the trusted certificates too.
		factory.setKeyAndTrustManagers(new KeyManager[0], BrokerCertificates.trust(settings.trust()), null);
		factory.setUserName(settings.account().user());
		factory.setPassword(settings.account().password());
		factory.setClientIDPrefix("packhorse");
		factory.setWatchTopicAdvisories(false);
		factory.setConnectResponseTimeout(Math.toIntExact(ANSWER.toMillis()));
		factory.setCloseTimeout(Math.toIntExact(ANSWER.toMillis()));
		factory.setPrefetchPolicy(oneAtATime());
		factory.setRedeliveryPolicy(redelivery(settings));
		return factory;
	}

	/// Partitions take minutes: one that waits in a busy worker's hand would wait for nothing while another worker is idle.
	private static ActiveMQPrefetchPolicy oneAtATime() {
		var policy = new ActiveMQPrefetchPolicy();
		policy.setQueuePrefetch(0);
		return policy;
	}

	private static RedeliveryPolicy redelivery(BrokerSettings settings) {
		var policy = new RedeliveryPolicy();
		policy.setMaximumRedeliveries(REDELIVERIES);
		policy.setInitialRedeliveryDelay(settings.firstPause().toMillis());
		policy.setRedeliveryDelay(settings.firstPause().toMillis());
		policy.setUseExponentialBackOff(true);
		policy.setBackOffMultiplier(2);
		policy.setMaximumRedeliveryDelay(LONGEST_PAUSE.toMillis());
		return policy;
	}

}

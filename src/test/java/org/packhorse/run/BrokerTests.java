package org.packhorse.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import org.apache.activemq.ActiveMQConnection;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.transport.failover.FailoverTransport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.packhorse.PemCertificate;
import org.packhorse.pack.PackProblem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/// Our own broker, and what those who speak to it learn when they may not or cannot.
class BrokerTests {

	private static final Duration SOON = Duration.ofSeconds(30);

	@TempDir
	static Path folder;

	private static TestBroker broker;

	@BeforeAll
	static void start() {
		broker = TestBroker.started(folder.resolve("shared"));
	}

	@AfterAll
	static void stop() {
		broker.close();
	}

	private static BrokerTalk.Answer answer(Map<String, String> settings) {
		return assertTimeoutPreemptively(SOON, () -> new BrokerTalk(broker.client(settings)).ask());
	}

	@Test
	void brokerAnswersItsAccount() {
		assertThat(answer(Map.of()).fault()).isEmpty();
		assertThat(new BrokerTalk(broker.client()).fault()).isEmpty();
	}

	@Test
	void addressesThatABrokerNamesAreNotGoneTo() throws JMSException {
		try (var connection = (ActiveMQConnection) BrokerConnections.lasting(broker.client()).createConnection()) {
			var transport = connection.getTransport().narrow(FailoverTransport.class);
			assertThat(transport.isUpdateURIsSupported()).isFalse();
			assertThat(transport.isReconnectSupported()).isFalse();
		}
	}

	@Test
	void wrongPasswordIsRefusedAtOnce() {
		assertThat(answer(Map.of("packhorse.broker.password", "a guess")).fault()).contains("does not accept name and password of the account packs").doesNotContain("guess");
		assertTimeoutPreemptively(SOON, () -> assertThatThrownBy(() -> BrokerConnections.lasting(broker.client(Map.of("packhorse.broker.password", "a guess"))).createConnection().start())
			.isInstanceOf(JMSSecurityException.class));
	}

	@Test
	void nobodyComesInWithoutAName() {
		var anonymous = new ActiveMQConnectionFactory(broker.client().addresses().getFirst().toString());
		assertTimeoutPreemptively(SOON, () -> assertThatThrownBy(() -> anonymous.createConnection().start()).isInstanceOf(JMSException.class));
	}

	@Test
	void onlyItsQueueMayBeUsed() throws JMSException {
		assertThat(answer(Map.of("packhorse.broker.queue", "others")).fault()).contains("the account packs may not read and write the queue others");
		try (var connection = BrokerConnections.lasting(broker.client()).createConnection(); var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
			assertThatThrownBy(() -> session.createConsumer(session.createTopic("news"))).isInstanceOf(JMSSecurityException.class);
			assertThatThrownBy(() -> session.createProducer(session.createQueue("packhorse.others"))).isInstanceOf(JMSSecurityException.class);
			assertThatThrownBy(() -> session.createConsumer(session.createQueue("packhorse.>"))).isInstanceOf(JMSSecurityException.class);
		}
	}

	@Test
	void hostThatIsNoneIsToldAtOnce() {
		var nowhere = Map.of("packhorse.broker.url", "ssl://broker.invalid:61617");
		assertThat(answer(nowhere).fault()).contains("there is no host of that name");
		assertTimeoutPreemptively(SOON, () -> assertThatThrownBy(() -> BrokerConnections.lasting(broker.client(nowhere)).createConnection().start()).isInstanceOf(JMSException.class));
	}

	@Test
	void brokerThatDoesNotRunIsToldAtOnce() {
		var asleep = Map.of("packhorse.broker.url", "tcp://127.0.0.1:" + TestBroker.freePort());
		assertThat(answer(asleep).fault()).contains("nobody listens there");
		assertTimeoutPreemptively(SOON, () -> assertThatThrownBy(() -> BrokerConnections.lasting(broker.client(asleep)).createConnection().start()).isInstanceOf(JMSException.class));
	}

	@Test
	void oneOfTwoBrokersIsEnough() {
		var two = "tcp://127.0.0.1:%d,%s".formatted(TestBroker.freePort(), broker.client().addresses().getFirst());
		assertThat(answer(Map.of("packhorse.broker.url", two)).good()).isTrue();
	}

	@Test
	void whatHasToBeMendedIsSaidBeforeWhatMayPass() {
		var two = "%s,tcp://127.0.0.1:%d".formatted(broker.client().addresses().getFirst(), TestBroker.freePort());
		assertThat(answer(Map.of("packhorse.broker.url", two, "packhorse.broker.password", "a guess")).fault()).contains("does not accept name and password");
	}

	@Test
	void messagesOutliveTheBroker() throws JMSException {
		try (var own = TestBroker.started(folder.resolve("restarted"))) {
			send(own, "one");
			send(own, "two");
			own.restart();
			assertThat(new BrokerTalk(own.client()).ask().waiting()).isEqualTo(2);
			assertThat(received(own, "packhorse.packs", 2)).containsExactly("one", "two");
		}
	}

	@Test
	void messageThatNobodyCanWorkOnEndsAmongTheDeadLetters() throws JMSException {
		try (var own = TestBroker.started(folder.resolve("poison"))) {
			send(own, "poison");
			assertThat(triesOf(own)).isEqualTo(1 + BrokerConnections.REDELIVERIES);
			assertThat(received(own, "DLQ.packhorse.packs", 1)).containsExactly("poison");
			assertThat(new BrokerTalk(own.client()).ask().waiting()).isZero();
		}
	}

	@Test
	void encryptedBrokerProvesItsNameByPemFilesOrPkcs12() {
		var certificate = PemCertificate.of("localhost", folder);
		var port = TestBroker.freePort();
		var settings = Map.of("packhorse.broker.certificate", certificate.certificate().toString(), "packhorse.broker.key", certificate.key().toString());
		try (var own = TestBroker.started(folder.resolve("encrypted"), "ssl://localhost:" + port, settings)) {
			var trust = certificate.certificate().toString();
			assertThat(new BrokerTalk(own.client(Map.of("packhorse.broker.trust", trust))).ask().fault()).isEmpty();
			assertThat(new BrokerTalk(own.client()).ask().fault()).contains("its certificate is not accepted");
			var otherName = Map.of("packhorse.broker.trust", trust, "packhorse.broker.url", "ssl://127.0.0.1:" + port);
			assertThat(new BrokerTalk(own.client(otherName)).ask().fault()).contains("its certificate is not accepted");
			assertTimeoutPreemptively(SOON, () -> assertThatThrownBy(() -> BrokerConnections.lasting(own.client(otherName)).createConnection().start()).isInstanceOf(JMSException.class));
			assertThat(new BrokerTalk(own.client(Map.of("packhorse.broker.url", "tcp://127.0.0.1:" + port))).ask().fault()).contains("check the port");
		}
		var together = Map.of("packhorse.broker.certificate", folder.resolve("localhost.p12").toString(), "packhorse.broker.key-password", "changeit");
		try (var own = TestBroker.started(folder.resolve("together"), "ssl://localhost:" + port, together)) {
			assertThat(new BrokerTalk(own.client(Map.of("packhorse.broker.trust", certificate.certificate().toString()))).ask().fault()).isEmpty();
		}
	}

	@Test
	void fileThatHoldsNoCertificateIsNamed() {
		var settings = Map.<String, String> of("packhorse.broker.certificate", "pom.xml");
		assertThatThrownBy(() -> TestBroker.started(folder.resolve("faulty"), "ssl://localhost:" + TestBroker.freePort(), settings)).isInstanceOf(PackProblem.class)
			.hasMessageContaining("packhorse.broker.certificate: pom.xml cannot be used");
		assertThatThrownBy(() -> new BrokerTalk(broker.client(Map.of("packhorse.broker.trust", "pom.xml"))).ask()).isInstanceOf(PackProblem.class)
			.hasMessageContaining("packhorse.broker.trust: pom.xml holds no certificates");
	}

	@Test
	void secondBrokerComesLater() {
		var address = broker.client().addresses().getFirst().toString();
		assertThatThrownBy(() -> TestBroker.started(folder.resolve("second"), address, Map.of())).isInstanceOfSatisfying(PackProblem.class,
				problem -> assertThat(problem.kind()).isEqualTo(PackProblem.Kind.BUSY))
			.hasMessageContaining("is taken by another program");
		assertThatThrownBy(() -> TestBroker.started(folder.resolve("shared"))).isInstanceOfSatisfying(PackProblem.class, problem -> assertThat(problem.kind()).isEqualTo(PackProblem.Kind.BUSY))
			.hasMessageContaining("are in the hands of another broker");
	}

	private static void send(TestBroker to, String words) throws JMSException {
		try (var connection = BrokerConnections.lasting(to.client()).createConnection(); var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
			session.createProducer(session.createQueue(to.client().queue())).send(session.createTextMessage(words));
		}
	}

	/// How often a worker that fails on each message is given one.
	private static int triesOf(TestBroker from) throws JMSException {
		try (var connection = BrokerConnections.lasting(from.client()).createConnection(); var session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
			connection.start();
			var consumer = session.createConsumer(session.createQueue(from.client().queue()));
			int tries = 0;
			while (consumer.receive(2000) != null) {
				tries++;
				session.rollback();
			}
			return tries;
		}
	}

	private static List<String> received(TestBroker from, String queue, int messages) throws JMSException {
		var words = new ArrayList<String>();
		try (var connection = BrokerConnections.lasting(from.client()).createConnection(); var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
			connection.start();
			var consumer = session.createConsumer(session.createQueue(queue));
			for (int i = 0; i < messages; i++) {
				words.add(((TextMessage) consumer.receive(10_000)).getText());
			}
		}
		return words;
	}

}

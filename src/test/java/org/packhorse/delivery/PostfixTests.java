package org.packhorse.delivery;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.packhorse.PemCertificate;
import org.packhorse.Postfix;
import org.packhorse.SmtpSink;
import org.packhorse.TestDatabase;
import org.packhorse.delivery.Delivery.State;

import static org.assertj.core.api.Assertions.assertThat;

/// Against a real Postfix, and its smtp-sink as the server that goes wrong. docs/mail.md says how to run it.
@ResourceLock(Mailroom.SHARED)
class PostfixTests {

	private final Mailroom mailroom = Mailroom.shared();

	private final TestDatabase database = this.mailroom.database();

	@TempDir
	private Path folder;

	@BeforeEach
	void begin() {
		this.mailroom.begin("localhost", 1);
	}

	private void use(int port, String encryption, Path trust) {
		this.database.setting("packhorse.mail.port", Integer.toString(port))
			.setting("packhorse.mail.encryption", encryption)
			.setting("packhorse.mail.trust", trust == null ? "" : trust.toString());
	}

	@Test
	void restrictedPackGoesThroughPostfixOverTlsWithTheHostsNameOneMessageEach() throws Exception {
		var certificate = PemCertificate.of("localhost", this.folder);
		try (var sink = SmtpSink.started(); var postfix = Postfix.started(certificate, sink.port(), "smtpd_tls_loglevel = 1", "smtpd_tls_received_header = yes")) {
			use(postfix.port(), "starttls", certificate.certificate());
			this.mailroom.post(this.mailroom.restricted(), "board");
			var round = this.mailroom.deliver();
			assertThat(round.count(State.ACCEPTED)).as(postfix.log()).isEqualTo(2);
			sink.await(2);
			assertThat(sink.messages()).hasSize(2).allSatisfy(message -> assertThat(message).contains("using TLSv1.", "Message-ID: <", "Auto-Submitted: auto-generated"));
			assertThat(sink.messages()).flatExtracting(PostfixTests::recipients).containsExactlyInAnyOrder("chair@council.example", "director@council.example");
			assertThat(this.mailroom.ledger()).extracting(Delivery::reason).allSatisfy(words -> assertThat(words).contains("250 2.0.0 Ok: queued as"));
		}
	}

	private static List<String> recipients(String message) {
		return message.lines().filter(line -> line.startsWith("X-Rcpt-Args: <")).map(line -> line.substring(line.indexOf('<') + 1, line.indexOf('>'))).toList();
	}

	@Test
	void certificateOfAnotherHostIsRefusedAndNothingGoes() {
		var certificate = PemCertificate.of("other.council.example", this.folder);
		try (var sink = SmtpSink.started(); var postfix = Postfix.started(certificate, sink.port())) {
			use(postfix.port(), "starttls", certificate.certificate());
			this.mailroom.post(this.mailroom.restricted(), "board");
			this.mailroom.deliver();
			assertThat(this.mailroom.states()).containsOnly(State.PENDING);
			assertThat(postfix.log()).doesNotContain("from=<packs");
			assertThat(sink.messages()).isEmpty();
		}
	}

	@Test
	void certificateThatNobodyTrustsIsRefused() {
		var shown = PemCertificate.of("localhost", this.folder.resolve("shown"));
		var trusted = PemCertificate.of("localhost", this.folder.resolve("trusted"));
		try (var sink = SmtpSink.started(); var postfix = Postfix.started(shown, sink.port())) {
			use(postfix.port(), "starttls", trusted.certificate());
			this.mailroom.post(this.mailroom.restricted(), "board");
			this.mailroom.deliver();
			assertThat(this.mailroom.states()).containsOnly(State.PENDING);
			assertThat(sink.messages()).isEmpty();
		}
	}

	@Test
	void oneOfThreeIsRefusedByPostfixAndTheOthersGetTheirs() throws Exception {
		var certificate = PemCertificate.of("localhost", this.folder);
		try (var sink = SmtpSink.started(); var postfix = Postfix.started(certificate, sink.port(),
				"smtpd_recipient_restrictions = check_recipient_access inline:{{b@readers.example = 550 5.1.1 no such mailbox}}")) {
			use(postfix.port(), "starttls", certificate.certificate());
			this.mailroom.post(this.mailroom.open(), "public");
			this.mailroom.deliver();
			assertThat(this.mailroom.ledger()).extracting(delivery -> delivery.recipient() + " " + delivery.state())
				.containsExactlyInAnyOrder("a@readers.example ACCEPTED", "b@readers.example REJECTED", "c@readers.example ACCEPTED");
			sink.await(2);
			assertThat(sink.messages()).flatExtracting(PostfixTests::recipients).containsExactlyInAnyOrder("a@readers.example", "c@readers.example");
		}
	}

	@ParameterizedTest(name = "smtp-sink {0}: {1}")
	@CsvSource(textBlock = """
			-q .,        DOUBTFUL, 1
			-W .:30,     DOUBTFUL, 1
			-W quit:30,  ACCEPTED, 1
			-f rcpt,     REJECTED, 0
			-r rcpt,     PENDING,  0
			-r .,        PENDING,  2
			-f .,        REJECTED, 1
			-Q data,     PENDING,  0
			-q data,     PENDING,  0
			-f connect,  PENDING,  0
			""")
	void faultsOfASinkLeaveTheirStates(String options, State state, int kept) {
		try (var sink = SmtpSink.started(options.split(" "))) {
			use(sink.port(), "none", null);
			if (options.startsWith("-W")) {
				Mailroom.IMPATIENT.forEach(this.database::setting);
			}
			this.mailroom.post(this.mailroom.open(), "one");
			this.mailroom.deliver();
			assertThat(this.mailroom.states()).as(this.mailroom.ledger().toString()).containsExactly(state);
			this.mailroom.makeDue();
			this.mailroom.deliver();
			int tries = state == State.PENDING ? 2 : 1;
			assertThat(this.mailroom.ledger()).singleElement().satisfies(delivery -> {
				assertThat(delivery.state()).as("the state stays what it is").isEqualTo(state);
				assertThat(delivery.tried()).as("one that is put off is tried again, no other").hasSize(tries);
			});
			assertThat(sink.messages()).as("what the sink kept").hasSize(kept);
		}
	}

	@Test
	void whatWasPutOffGoesOnceTheServerTakesIt() throws Exception {
		int port;
		try (var sink = SmtpSink.started("-r", "rcpt")) {
			port = sink.port();
			use(port, "none", null);
			this.mailroom.post(this.mailroom.open(), "one");
			this.mailroom.deliver();
			assertThat(this.mailroom.states()).containsExactly(State.PENDING);
		}
		try (var sink = SmtpSink.started(port)) {
			this.mailroom.deliver();
			assertThat(this.mailroom.states()).as("its pause is not over").containsExactly(State.PENDING);
			this.mailroom.makeDue();
			this.mailroom.deliver();
			sink.await(1);
			assertThat(this.mailroom.states()).isEqualTo(List.of(State.ACCEPTED));
		}
	}

	@Test
	void serverWithoutStarttlsGetsNothing() {
		try (var sink = SmtpSink.started()) {
			use(sink.port(), "starttls", null);
			this.mailroom.post(this.mailroom.restricted(), "board");
			this.mailroom.deliver();
			assertThat(this.mailroom.states()).containsOnly(State.PENDING);
			assertThat(sink.messages()).isEmpty();
		}
	}

}

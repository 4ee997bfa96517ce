package org.packhorse.delivery;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.packhorse.TestDatabase;
import org.packhorse.delivery.Delivery.State;
import org.packhorse.delivery.FaultyServer.Fault;
import org.springframework.dao.DataAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// What becomes of a message when the mail server goes wrong.
@ResourceLock(Mailroom.SHARED)
class MailFaultTests {

	private final Mailroom mailroom = Mailroom.shared();

	private final TestDatabase database = this.mailroom.database();

	private FaultyServer server;

	@BeforeEach
	void begin() {
		this.mailroom.begin("127.0.0.1", 1);
	}

	@AfterEach
	void closeServer() throws IOException {
		if (this.server != null) {
			this.server.close();
		}
	}

	private FaultyServer faulty(Fault... faults) {
		this.server = new FaultyServer(null, faults);
		this.database.setting("packhorse.mail.port", Integer.toString(this.server.port()));
		if (Stream.of(faults).anyMatch(Fault::isSilence)) {
			Mailroom.IMPATIENT.forEach(this.database::setting);
		}
		return this.server;
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			NONE,                     ACCEPTED, END,       250, 1
			REFUSES_TO_TALK,          PENDING,  CONNECT,   554, 0
			SILENT_AT_GREETING,       PENDING,  CONNECT,     0, 0
			WANTS_A_LOGIN,            PENDING,  SENDER,    530, 0
			REFUSES_SENDER,           PENDING,  SENDER,    553, 0
			REFUSES_TO_RELAY,         PENDING,  RECIPIENT, 554, 0
			REFUSES_RECIPIENT,        REJECTED, RECIPIENT, 550, 0
			GREYLISTS,                PENDING,  RECIPIENT, 450, 0
			DROPS_IN_DATA,            PENDING,  DATA,        0, 0
			DROPS_AFTER_DOT,          DOUBTFUL, END,         0, 1
			SILENT_AFTER_DOT,         DOUBTFUL, END,         0, 1
			HALF_AN_ANSWER,           DOUBTFUL, END,         0, 1
			BUSY_AFTER_DOT,           PENDING,  END,       451, 1
			REFUSES_AFTER_DOT,        REJECTED, END,       554, 1
			TALKS_NONSENSE_AFTER_DOT, DOUBTFUL, END,         0, 1
			SILENT_AT_QUIT,           ACCEPTED, END,       250, 1
			""")
	void everyFaultLeavesItsState(Fault fault, State state, Phase phase, int code, int ends) {
		var faulty = faulty(fault);
		this.mailroom.post(this.mailroom.open(), "one");
		this.mailroom.deliver();
		assertThat(this.mailroom.ledger()).singleElement().satisfies(delivery -> {
			assertThat(delivery.state()).isEqualTo(state);
			assertThat(delivery.tried()).singleElement().satisfies(attempt -> {
				assertThat(attempt.code()).isEqualTo(code);
				assertThat(attempt.words()).isNotBlank();
				if (fault != Fault.DROPS_IN_DATA) {
					assertThat(attempt.phase()).isEqualTo(phase);
				}
			});
		});
		assertThat(faulty.ended()).hasSize(fault == Fault.DROPS_IN_DATA ? 0 : ends);
		this.mailroom.makeDue();
		if (state != State.PENDING) {
			this.mailroom.deliver();
			assertThat(faulty.ended()).as("nothing goes twice by itself").hasSize(ends);
		}
	}

	@Test
	void whatWasPutOffGoesWhenItsTimeHasCome() {
		var faulty = faulty(Fault.GREYLISTS);
		this.mailroom.post(this.mailroom.open(), "one");
		assertThat(this.mailroom.deliver().nextDue()).isPresent();
		this.mailroom.deliver();
		assertThat(this.mailroom.states()).as("its time has not come").containsExactly(State.PENDING);
		this.mailroom.makeDue();
		this.mailroom.deliver();
		assertThat(this.mailroom.states()).containsExactly(State.ACCEPTED);
		assertThat(this.mailroom.ledger().getFirst().reason()).isEqualTo("250 2.0.0 Ok: queued as 4F1B");
		assertThat(faulty.ended()).hasSize(1);
	}

	@Test
	void oneRefusedRecipientKeepsNobodyElseFromTheirs() {
		var faulty = faulty(Fault.NONE, Fault.REFUSES_RECIPIENT, Fault.NONE);
		this.mailroom.post(this.mailroom.open(), "public");
		this.mailroom.deliver();
		assertThat(this.mailroom.states()).containsExactly(State.ACCEPTED, State.REJECTED, State.ACCEPTED);
		assertThat(faulty.envelopes()).extracting(envelope -> envelope.replaceAll(".* > ", "")).containsExactly("a@readers.example", "c@readers.example");
	}

	@Test
	void aDatabaseThatFailsBehindTheAnswerLeavesNoDoubt() {
		faulty().beforeTheDot(() -> this.database.sql().sql("ALTER TABLE delivery_attempts RENAME TO out_of_reach").update());
		this.mailroom.post(this.mailroom.open(), "one");
		try {
			assertThatThrownBy(this.mailroom::deliver).isInstanceOf(DataAccessException.class);
		}
		finally {
			this.database.sql().sql("ALTER TABLE out_of_reach RENAME TO delivery_attempts").update();
		}
		assertThat(this.mailroom.states()).containsExactly(State.ACCEPTED);
	}

	@Test
	void everyTrySendsTheSameBytes() {
		var faulty = faulty(Fault.BUSY_AFTER_DOT, Fault.NONE);
		this.mailroom.post(this.mailroom.open(), "one");
		this.mailroom.deliver();
		this.mailroom.makeDue();
		this.mailroom.deliver();
		assertThat(faulty.ended()).hasSize(2);
		assertThat(faulty.ended().get(1)).isEqualTo(faulty.ended().get(0));
	}

	@Test
	void pausesGrowToTheLongest() {
		var retries = new MailSettings.Retries(Duration.ofMinutes(5), Duration.ofMinutes(67), Duration.ofHours(24));
		assertThat(java.util.stream.IntStream.rangeClosed(1, 6).mapToObj(retries::after).map(Duration::toMinutes)).containsExactly(5L, 10L, 20L, 40L, 67L, 67L);
	}

	@Test
	void whatIsTriedForADayIsGivenUpAndSaid() {
		faulty(Fault.GREYLISTS, Fault.GREYLISTS);
		this.mailroom.post(this.mailroom.open(), "one");
		this.mailroom.deliver();
		this.database.sql().sql("UPDATE deliveries SET first_try = '2020-01-01 00:00:00'").update();
		this.mailroom.makeDue();
		this.mailroom.deliver();
		assertThat(this.mailroom.ledger()).singleElement().satisfies(delivery -> {
			assertThat(delivery.state()).isEqualTo(State.FAILED);
			assertThat(delivery.reason()).startsWith("given up: when the recipient was named: 450");
		});
	}

	@Test
	void aServerThatCannotBeReachedIsAskedOnceARound() throws IOException {
		faulty().close();
		this.mailroom.post(this.mailroom.open(), "public");
		this.mailroom.deliver();
		assertThat(this.mailroom.states()).containsOnly(State.PENDING);
		assertThat(this.mailroom.ledger()).allSatisfy(delivery -> assertThat(delivery.attempts()).isEqualTo(1));
	}

	@Test
	void aWrongPasswordIsNoFaultOfTheMessage(@TempDir Path folder) throws Exception {
		encrypted("localhost", folder, "localhost", Fault.WANTS_ANOTHER_PASSWORD);
		this.database.setting("packhorse.mail.username", "packs").setting("packhorse.mail.password", "wrong");
		this.mailroom.post(this.mailroom.restricted(), "board");
		this.mailroom.deliver();
		assertThat(this.mailroom.states()).containsOnly(State.PENDING);
		assertThat(this.mailroom.ledger().getFirst().reason()).contains("535");
	}

	@Test
	void aRestrictedPackGoesOverAnEncryptedLine(@TempDir Path folder) throws Exception {
		encrypted("localhost", folder, "localhost");
		this.mailroom.post(this.mailroom.restricted(), "board");
		this.mailroom.deliver();
		assertThat(this.mailroom.states()).containsExactly(State.ACCEPTED, State.ACCEPTED);
		assertThat(this.server.ended()).hasSize(2);
	}

	@Test
	void aServerWithoutEncryptionGetsNothing(@TempDir Path folder) throws Exception {
		encrypted("localhost", folder, "localhost", Fault.NO_STARTTLS, Fault.NO_STARTTLS);
		this.mailroom.post(this.mailroom.restricted(), "board");
		this.mailroom.deliver();
		assertThat(this.mailroom.states()).containsOnly(State.PENDING);
		assertThat(this.mailroom.ledger().getFirst().reason()).contains("STARTTLS");
		assertThat(this.server.ended()).isEmpty();
	}

	@Test
	void aCertificateWithAnotherNameGetsNothing(@TempDir Path folder) throws Exception {
		encrypted("other.example", folder, "localhost", Fault.NONE, Fault.NONE);
		this.mailroom.post(this.mailroom.restricted(), "board");
		this.mailroom.deliver();
		assertThat(this.mailroom.states()).containsOnly(State.PENDING);
		assertThat(this.server.ended()).isEmpty();
	}

	@Test
	void aCertificateThatNobodyKnowsGetsNothing(@TempDir Path folder) throws Exception {
		encrypted("localhost", folder, "localhost", Fault.NONE, Fault.NONE);
		this.database.setting("packhorse.mail.trust", "");
		this.mailroom.post(this.mailroom.restricted(), "board");
		this.mailroom.deliver();
		assertThat(this.mailroom.states()).containsOnly(State.PENDING);
		assertThat(this.server.ended()).isEmpty();
	}

	private void encrypted(String certified, Path folder, String host, Fault... faults) throws IOException, GeneralSecurityException, InterruptedException {
		var certificate = TestCertificate.of(certified, folder);
		this.server = new FaultyServer(certificate.server(), faults);
		this.database.setting("packhorse.mail.host", host)
			.setting("packhorse.mail.port", Integer.toString(this.server.port()))
			.setting("packhorse.mail.encryption", "starttls")
			.setting("packhorse.mail.trust", certificate.pem().toString());
	}

}

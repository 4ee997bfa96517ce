package org.packhorse.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.packhorse.OnEveryDatabase;
import org.packhorse.TestDatabase;
import org.packhorse.access.AuditTrail;
import org.packhorse.delivery.Delivery.State;
import org.packhorse.delivery.FaultyServer.Fault;
import org.packhorse.pack.PackProblem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// The ledger's moves on each database: nothing goes twice, whoever dies, sleeps or forgets.
@OnEveryDatabase
class LedgerTests {

	private static Mailroom mailroom;

	private final TestDatabase database;

	private FaultyServer server;

	LedgerTests(TestDatabase database) {
		this.database = database;
		if (mailroom == null || mailroom.database() != database) {
			mailroom = new Mailroom(database);
		}
	}

	@BeforeEach
	void begin() {
		mailroom.begin("127.0.0.1", 1);
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
		return this.server;
	}

	@Test
	void everybodyGetsOneMessageAndPostingAgainSendsNothing() {
		var faulty = faulty();
		var first = mailroom.post(mailroom.open(), "public", "one");
		assertThat(first.added()).as("the reader on both lists counts once").isEqualTo(3);
		mailroom.deliver();
		assertThat(mailroom.states()).containsOnly(State.ACCEPTED).hasSize(3);
		var again = mailroom.post(mailroom.open(), "public");
		assertThat(again.added()).isZero();
		assertThat(again.standing()).isEqualTo(3);
		mailroom.deliver();
		assertThat(faulty.ended()).hasSize(3);
		assertThat(this.database.bean(AuditTrail.class).newest(mailroom.open().name(), 10)).extracting(entry -> entry.action()).contains("released");
	}

	@Test
	void ofManyProcessesThatSendAtOnceEachMessageHasOne() throws Exception {
		var faulty = faulty();
		mailroom.post(mailroom.open(), "public");
		try (var workers = Executors.newFixedThreadPool(4)) {
			Callable<DeliveryRound.Round> work = mailroom::deliver;
			for (var done : workers.invokeAll(List.of(work, work, work, work))) {
				done.get();
			}
		}
		assertThat(mailroom.states()).containsOnly(State.ACCEPTED);
		assertThat(faulty.ended()).hasSize(3);
	}

	@Test
	void whoHasLostItsFenceSendsNothing() {
		var faulty = faulty();
		faulty.beforeTheDot(() -> this.database.sql().sql("UPDATE deliveries SET state = 'PENDING', fence = fence + 1").update());
		mailroom.post(mailroom.open(), "one");
		mailroom.deliver();
		assertThat(faulty.ended()).isEmpty();
		assertThat(mailroom.states()).containsExactly(State.PENDING);
	}

	@Test
	void whoseLeaseIsOverSendsNothing() {
		var faulty = faulty();
		faulty.beforeTheDot(() -> this.database.sql().sql("UPDATE deliveries SET lease_until = '2020-01-01 00:00:00'").update());
		mailroom.post(mailroom.open(), "one");
		mailroom.deliver();
		assertThat(faulty.ended()).isEmpty();
		assertThat(mailroom.states()).containsExactly(State.PENDING);
	}

	private synchronized void holdOnce() {
		var holding = this.database.bean(Holding.class);
		if (holding.reason().isEmpty()) {
			holding.hold(Mailroom.OFFICER, "the wrong pack");
		}
	}

	@Test
	void aHoldStopsWhatIsOnItsWay() {
		var faulty = faulty();
		faulty.beforeTheDot(this::holdOnce);
		mailroom.post(mailroom.open(), "public");
		mailroom.deliver();
		assertThat(faulty.ended()).isEmpty();
		assertThat(mailroom.states()).containsOnly(State.PENDING);
		assertThat(mailroom.deliver().standstill()).isPresent();
		lift("the right one after all");
		faulty.beforeTheDot(() -> {
		});
		mailroom.makeDue();
		mailroom.deliver();
		assertThat(mailroom.states()).containsOnly(State.ACCEPTED);
	}

	@Test
	void aJournalThatCannotBeWrittenLetsNothingOut() throws IOException {
		var faulty = faulty();
		mailroom.post(mailroom.open(), "one");
		faulty.beforeTheDot(() -> {
			try {
				Files.createDirectories(mailroom.journal());
			}
			catch (IOException ex) {
				throw new java.io.UncheckedIOException(ex);
			}
		});
		mailroom.deliver();
		assertThat(faulty.ended()).isEmpty();
		assertThat(mailroom.states()).containsExactly(State.PENDING);
		mailroom.makeDue();
		assertThatThrownBy(() -> mailroom.deliver()).isInstanceOf(RuntimeException.class);
		assertThat(faulty.ended()).isEmpty();
		assertThat(mailroom.states()).containsExactly(State.PENDING);
	}

	@Test
	void whatADeadProcessLeftWaitsAgainOrIsDoubtful() {
		faulty();
		mailroom.post(mailroom.open(), "public");
		move(0, "state = 'CLAIMED', fence = 1, owner = 'elsewhere/1/1', lease_until = '2020-01-01 00:00:00'");
		move(1, "state = 'IN_FLIGHT', fence = 1, owner = 'elsewhere/1/1', lease_until = '2020-01-01 00:00:00'");
		move(2, "state = 'IN_FLIGHT', fence = 1, owner = 'elsewhere/1/1', lease_until = '2037-01-01 00:00:00'");
		mailroom.deliver();
		assertThat(mailroom.states()).containsExactly(State.ACCEPTED, State.DOUBTFUL, State.IN_FLIGHT);
	}

	@Test
	void aDeadProcessOfThisMachineIsNotWaitedFor() {
		faulty();
		mailroom.post(mailroom.open(), "public");
		move(0, "state = 'CLAIMED', fence = 1, owner = '" + Here.host() + "/1/1', lease_until = '2037-01-01 00:00:00'");
		move(1, "state = 'IN_FLIGHT', fence = 1, owner = '" + Here.host() + "/1/1', lease_until = '2037-01-01 00:00:00'");
		move(2, "state = 'CLAIMED', fence = 1, owner = '" + Here.name() + "', lease_until = '2037-01-01 00:00:00'");
		mailroom.deliver();
		assertThat(mailroom.states()).containsExactly(State.ACCEPTED, State.DOUBTFUL, State.CLAIMED);
	}

	private void move(int which, String set) {
		this.database.sql().sql("UPDATE deliveries SET " + set + " WHERE id = ?").param(mailroom.ledger().get(which).number()).update();
	}

	@Test
	void doubtIsSettledByAPersonAlone() {
		var faulty = faulty(Fault.DROPS_AFTER_DOT, Fault.DROPS_AFTER_DOT, Fault.NONE);
		mailroom.post(mailroom.open(), "public");
		mailroom.deliver();
		assertThat(mailroom.states()).containsExactly(State.DOUBTFUL, State.DOUBTFUL, State.ACCEPTED);
		var resolutions = this.database.bean(Resolutions.class);
		long first = mailroom.ledger().get(0).number();
		long second = mailroom.ledger().get(1).number();
		long third = mailroom.ledger().get(2).number();
		resolutions.delivered(first, Mailroom.OFFICER, "the reader has it");
		var again = resolutions.resend(second, Mailroom.OFFICER, "the reader has nothing");
		assertThat(again.sendNo()).isEqualTo(2);
		assertThat(again.messageId()).isNotEqualTo(mailroom.ledger().get(1).messageId());
		mailroom.deliver();
		assertThat(mailroom.states()).containsExactly(State.DELIVERED, State.RESENT, State.ACCEPTED, State.ACCEPTED);
		assertThat(faulty.ended()).hasSize(4);
		assertThatThrownBy(() -> resolutions.resend(third, Mailroom.OFFICER, "once more")).isInstanceOf(PackProblem.class).hasMessageContaining("is ACCEPTED");
		assertThatThrownBy(() -> resolutions.delivered(first, Mailroom.OFFICER, "again")).isInstanceOf(PackProblem.class);
		assertThatThrownBy(() -> resolutions.delivered(second, Mailroom.OFFICER, " ")).isInstanceOf(PackProblem.class).hasMessageContaining("--reason");
		assertThat(this.database.bean(AuditTrail.class).newest("delivery " + second, 5)).extracting(entry -> entry.action()).containsExactly("resolved");
	}

	@Test
	void aRestoredDatabaseHoldsMailAndSendsNothingTwice() throws IOException {
		var faulty = faulty(Fault.NONE, Fault.DROPS_AFTER_DOT, Fault.GREYLISTS);
		mailroom.post(mailroom.open(), "public");
		mailroom.deliver();
		assertThat(mailroom.states()).containsExactly(State.ACCEPTED, State.DOUBTFUL, State.PENDING);
		this.database.sql().sql("UPDATE deliveries SET state = 'PENDING', fence = 0, attempts = 0, reason = '', first_try = NULL, next_try = '2020-01-01 00:00:00'").update();
		var held = mailroom.deliver();
		assertThat(held.standstill()).isPresent();
		assertThat(this.database.bean(Holding.class).look().differences()).hasSize(2);
		assertThat(lift("backup of yesterday")).isEqualTo(2);
		mailroom.deliver();
		assertThat(mailroom.states()).containsExactly(State.ACCEPTED, State.DOUBTFUL, State.ACCEPTED);
		assertThat(faulty.ended()).hasSize(3);
	}

	@Test
	void whatTheRestoredDatabaseLacksIsNotSentWhenItIsPostedAnew() {
		var faulty = faulty(Fault.NONE, Fault.DROPS_AFTER_DOT, Fault.NONE);
		mailroom.post(mailroom.open(), "public");
		mailroom.deliver();
		forgetDeliveries();
		assertThat(mailroom.deliver().standstill()).isPresent();
		lift("backup of yesterday");
		assertThat(this.database.bean(Holding.class).look().held()).isFalse();
		var posted = mailroom.post(mailroom.open(), "public");
		assertThat(posted.known()).isEqualTo(3);
		mailroom.deliver();
		assertThat(mailroom.states()).containsExactly(State.ACCEPTED, State.DOUBTFUL, State.ACCEPTED);
		assertThat(faulty.ended()).hasSize(3);
	}

	@Test
	void aDatabaseRestoredUnderARunningProcessIsFoundOutToo() {
		var faulty = faulty();
		mailroom.post(mailroom.open(), "one");
		mailroom.deliver();
		var claims = this.database.bean(Claims.class);
		this.database.sql().sql("UPDATE deliveries SET state = 'PENDING', fence = 0, next_try = '2020-01-01 00:00:00'").update();
		var claimed = claims.claim(mailroom.ledger().getFirst().number(), this.database.bean(MailSetup.class).settings()).orElseThrow();
		assertThat(this.database.bean(Holding.class).isBehind(claimed)).isTrue();
		assertThat(faulty.ended()).hasSize(1);
	}

	@Test
	void whatIsPutBackIsStillBehindTheJournal() {
		var faulty = faulty();
		mailroom.post(mailroom.open(), "public");
		var second = mailroom.ledger().get(1);
		faulty.beforeTheDot(() -> {
			try {
				this.database.bean(SendJournal.class).write(State.IN_FLIGHT, second.messageId(), 1, second.about());
			}
			catch (IOException ex) {
				throw new java.io.UncheckedIOException(ex);
			}
		});
		mailroom.deliver();
		assertThat(mailroom.states()).containsExactly(State.ACCEPTED, State.PENDING, State.PENDING);
		assertThat(mailroom.ledger().get(1).attempts()).as("as it was before").isZero();
		assertThat(lift("looked at")).isEqualTo(1);
		faulty.beforeTheDot(() -> {
		});
		mailroom.deliver();
		assertThat(mailroom.states()).containsExactly(State.ACCEPTED, State.DOUBTFUL, State.ACCEPTED);
		assertThat(faulty.ended()).hasSize(2);
	}

	@Test
	void whatWasSentAgainBeforeARestoreIsNotSentAThirdTime() {
		var faulty = faulty(Fault.DROPS_AFTER_DOT, Fault.NONE);
		var resolutions = this.database.bean(Resolutions.class);
		mailroom.post(mailroom.open(), "one");
		mailroom.deliver();
		long number = mailroom.ledger().getFirst().number();
		long again = resolutions.resend(number, Mailroom.OFFICER, "the reader has nothing").number();
		mailroom.deliver();
		this.database.sql().sql("DELETE FROM delivery_attempts WHERE delivery = ?").param(again).update();
		this.database.sql().sql("DELETE FROM deliveries WHERE id = ?").param(again).update();
		this.database.sql().sql("UPDATE deliveries SET state = 'DOUBTFUL'").update();
		assertThat(mailroom.deliver().standstill()).isPresent();
		lift("backup of yesterday");
		assertThat(resolutions.resend(number, Mailroom.OFFICER, "the reader has nothing").state()).isEqualTo(State.ACCEPTED);
		mailroom.deliver();
		assertThat(faulty.ended()).hasSize(2);
	}

	/// Lets mail go for what holds it now.
	private int lift(String reason) {
		var holding = this.database.bean(Holding.class);
		return holding.lift(Mailroom.OFFICER, reason, holding.look());
	}

	@Test
	void nothingIsLiftedWhereSomethingElseHoldsMailThanWasSeen() {
		faulty();
		var holding = this.database.bean(Holding.class);
		holding.hold(Mailroom.OFFICER, "the wrong pack");
		var seen = holding.look();
		lift("it was the right one");
		holding.hold(Mailroom.OFFICER, "a leak");
		assertThatExceptionOfType(PackProblem.class).isThrownBy(() -> holding.lift(Mailroom.OFFICER, "it was the right one", seen)).withMessageContaining("is not what was seen");
		assertThat(holding.reason()).contains("a leak");
		lift("no leak");
		assertThat(holding.reason()).isEmpty();
	}

	@Test
	void aSecondHoldIsRefusedAndTheTrailSaysNothingOfIt() {
		faulty();
		var holding = this.database.bean(Holding.class);
		holding.hold(Mailroom.OFFICER, "the wrong pack");
		assertThatExceptionOfType(PackProblem.class).isThrownBy(() -> holding.hold(Mailroom.OFFICER, "a leak"))
			.withMessage("All mail is held already: the wrong pack")
			.satisfies(problem -> assertThat(problem.kind()).isEqualTo(PackProblem.Kind.DECISION));
		assertThat(this.database.bean(AuditTrail.class).newest("mail", 9)).singleElement().satisfies(entry -> assertThat(entry.detail()).contains("the wrong pack"));
	}

	@Test
	void theAuditTrailHasEveryHoldAndNoAddressOfAnyReason() {
		faulty(Fault.DROPS_AFTER_DOT);
		var trail = this.database.bean(AuditTrail.class);
		mailroom.post(mailroom.open(), "one");
		mailroom.deliver();
		long number = mailroom.ledger().getFirst().number();
		this.database.bean(Resolutions.class).delivered(number, Mailroom.OFFICER, "a@readers.example has it");
		forgetDeliveries();
		mailroom.deliver();
		assertThat(trail.newest("mail", 1)).singleElement().satisfies(entry -> {
			assertThat(entry.action()).isEqualTo("held");
			assertThat(entry.actor()).isEqualTo("packhorse");
		});
		lift("asked a@readers.example");
		assertThat(this.database.sql().sql("SELECT detail_json FROM audit").query(String.class).list()).noneMatch(detail -> detail.contains("a@readers"));
	}

	@Test
	void aChangedJournalIsSaidAndHoldsMail() throws IOException {
		faulty();
		mailroom.post(mailroom.open(), "public");
		mailroom.deliver();
		var lines = Files.readAllLines(mailroom.journal());
		assertThat(lines).hasSize(6);
		lines.remove(2);
		Files.write(mailroom.journal(), lines, StandardOpenOption.TRUNCATE_EXISTING);
		this.database.bean(SendJournal.class).forget();
		assertThat(this.database.bean(Holding.class).look().differences()).anySatisfy(difference -> assertThat(difference).contains("Line 3"));
	}

	@Test
	void aJournalThatIsLostHoldsMail() throws IOException {
		faulty();
		mailroom.post(mailroom.open(), "public");
		mailroom.deliver();
		Files.delete(mailroom.journal());
		this.database.bean(SendJournal.class).forget();
		var holding = this.database.bean(Holding.class);
		assertThat(holding.look().held()).isTrue();
		assertThat(holding.look().differences()).singleElement().asString().contains("is empty or gone");
		lift("the disk was lost");
		assertThat(holding.look().held()).as("somebody has looked").isFalse();
	}

	@Test
	void whatWasSeenInALostJournalCountsForNothingInTheNext() throws IOException {
		var faulty = faulty();
		var holding = this.database.bean(Holding.class);
		var postbag = this.database.bean(Postbag.class);
		mailroom.post(mailroom.open(), "public");
		mailroom.deliver();
		holding.hold(Mailroom.OFFICER, "a look");
		lift("looked");
		var backup = this.database.sql().sql("SELECT seen_seq, seen_hash FROM mail_hold").query().singleRow();
		Files.delete(mailroom.journal());
		this.database.bean(SendJournal.class).forget();
		assertThat(mailroom.deliver().standstill()).isPresent();
		lift("the journal is lost");
		postbag.notice("reminder", "X99000007", "lead@council.example", "Updates are due", "Please report.");
		mailroom.deliver();
		assertThat(faulty.ended()).hasSize(4);
		this.database.sql().sql("DELETE FROM delivery_attempts").update();
		this.database.sql().sql("DELETE FROM deliveries WHERE kind = 'NOTICE'").update();
		this.database.sql().sql("UPDATE mail_hold SET seen_seq = ?, seen_hash = ?").params(backup.get("seen_seq"), backup.get("seen_hash")).update();
		var look = holding.look();
		assertThat(look.held()).isTrue();
		assertThat(look.differences()).anySatisfy(difference -> assertThat(difference).contains("no line 7 as it was"))
			.anySatisfy(difference -> assertThat(difference).contains("of reminder: the journal says ACCEPTED"));
	}

	@Test
	void aMessageIsOneWhateverTheDomainInItsName() {
		mailroom.post(mailroom.open(), "one");
		var first = mailroom.ledger().getFirst();
		this.database.setting("packhorse.mail.from", "packs@other.example");
		var to = new Addressed(first.kind(), first.authority(), first.about(), first.edition(), first.manifestSha256(), first.list(), first.recipient(), first.name(), first.address(), 1);
		var other = new Freezer(this.database.bean(MailSetup.class).settings(), java.time.Instant.EPOCH).freeze(to, new Parcel("Words", "words", "", List.of()));
		assertThat(other.messageId()).isNotEqualTo(first.messageId());
		assertThat(this.database.bean(Ledger.class).named(other.messageId())).as("known by another name").isPresent();
		assertThatThrownBy(() -> this.database.bean(Ledger.class).post(other, null, "x", java.time.Instant.EPOCH)).isInstanceOf(org.springframework.dao.DuplicateKeyException.class);
	}

	@Test
	void aLineThatAProcessCouldNotFinishIsPassedOver() throws IOException {
		faulty();
		mailroom.post(mailroom.open(), "one");
		mailroom.deliver();
		Files.writeString(mailroom.journal(), "3\t2026-01-01T", StandardOpenOption.APPEND);
		this.database.bean(SendJournal.class).forget();
		mailroom.post(mailroom.open(), "public");
		mailroom.deliver();
		this.database.bean(SendJournal.class).forget();
		assertThat(this.database.bean(Holding.class).look().held()).isFalse();
		assertThat(mailroom.states()).containsOnly(State.ACCEPTED).hasSize(3);
	}

	@Test
	void aNoticeIsPostedOnce() {
		var faulty = faulty();
		var postbag = this.database.bean(Postbag.class);
		assertThat(postbag.notice("reminder P1 2021-06-30", "X99000007", "lead@Council.example", "Updates are due", "Please report.")).isEqualTo(Postbag.Notice.POSTED);
		assertThat(postbag.notice("reminder P1 2021-06-30", "X99000007", "lead@council.example", "Updates are due", "Please report.")).isEqualTo(Postbag.Notice.STANDING);
		mailroom.deliver();
		assertThat(faulty.ended()).singleElement().satisfies(message -> assertThat(message).contains("Subject: Updates are due").endsWith("\r\n\r\nPlease report.\r\n"));
	}

	private void forgetDeliveries() {
		List.of("delivery_attempts", "deliveries", "releases").forEach(table -> this.database.sql().sql("DELETE FROM " + table).update());
	}

}

package org.packhorse.delivery;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.packhorse.ImportFiles;
import org.packhorse.Published;
import org.packhorse.SmallCouncil;
import org.packhorse.TestDatabase;
import org.packhorse.TestHome;
import org.packhorse.delivery.Delivery.State;
import org.packhorse.pack.Edition;
import org.packhorse.pack.PackProblem;
import org.packhorse.pack.Sha256;
import org.packhorse.writer.PackFormat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// What is posted, to whom, and what arrives: with GreenMail as the council's server.
@ResourceLock(Mailroom.SHARED)
class PostbagTests {

	@RegisterExtension
	static final GreenMailExtension SERVER = new GreenMailExtension(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP)).withPerMethodLifecycle(true);

	private final Mailroom mailroom = Mailroom.shared();

	private final TestDatabase database = this.mailroom.database();

	@BeforeEach
	void begin() {
		this.mailroom.begin("127.0.0.1", SERVER.getSmtp().getPort());
	}

	private String refusal(Edition edition, String... lists) {
		var thrown = org.assertj.core.api.Assertions.catchThrowableOfType(PackProblem.class, () -> this.mailroom.post(edition, lists));
		assertThat(thrown).as("refused").isNotNull();
		assertThat(thrown.kind()).isEqualTo(PackProblem.Kind.INPUT);
		assertThat(this.mailroom.ledger()).as("nothing is posted where anything is wrong").isEmpty();
		assertThat(this.database.sql().sql("SELECT COUNT(*) FROM releases").query(Integer.class).single()).isZero();
		return String.valueOf(thrown.getMessage());
	}

	@Test
	void everythingThatIsWrongIsSaidAtOnce() {
		this.database.sql().sql("UPDATE recipients SET clearance = 'members' WHERE email = 'director@council.example' AND list = 'board'").update();
		assertThat(refusal(this.mailroom.restricted(), "bord", "public", "empty", "board", "word")).contains("There is no list bord of X99000007. Did you mean board?")
			.contains("The list public is for packs that are public, and this one is restricted.")
			.contains("Nobody whom this could go to is on the list empty today.")
			.contains("Director on the list board is cleared for members packs, and this one is restricted.")
			.contains("The list word wants docx, which ")
			.contains("A restricted pack goes over an encrypted connection alone");
	}

	@Test
	void aRestrictedPackGoesNowhereInTheOpen() {
		assertThat(refusal(this.mailroom.restricted(), "board")).contains("set packhorse.mail.encryption to starttls or tls, or give the list board protection: password");
	}

	@Test
	void anAddressThatCameInAnotherWayIsLookedAtAgain() {
		this.database.sql().sql("UPDATE recipients SET email = 'chair@elsewhere.example' WHERE list = 'locked'").update();
		assertThat(refusal(this.mailroom.restricted(), "locked")).contains("The address of Independent chair is outside the domains of the list locked: council.example");
		this.database.sql().sql("UPDATE recipients SET email = 'a@council.example\r\nBcc: x@evil.example' WHERE list = 'one'").update();
		assertThat(refusal(this.mailroom.open(), "one")).contains("The address of First reader on the list one is none.").doesNotContain("evil");
	}

	@Test
	void anEditionWhoseFilesWereChangedGoesNowhere() throws Exception {
		var file = Files.list(this.mailroom.open().path()).filter(path -> path.toString().endsWith(".html")).findFirst().orElseThrow();
		var before = Files.readAllBytes(file);
		var fine = this.mailroom.post(this.mailroom.open(), "one");
		assertThat(fine.added()).isEqualTo(1);
		try {
			file.toFile().setWritable(true);
			Files.writeString(file, "<html>changed</html>");
			assertThatThrownBy(() -> this.mailroom.post(this.mailroom.open(), "public")).isInstanceOf(PackProblem.class).hasMessageContaining("is not what was published");
			this.mailroom.deliver();
			assertThat(this.mailroom.states()).as("what was posted before is looked at again").containsExactly(State.WITHDRAWN);
		}
		finally {
			Files.write(file, before);
		}
		assertThat(SERVER.getReceivedMessages()).isEmpty();
	}

	@Test
	void aDraftGoesToListsOfADraftsScheduleAlone() {
		var home = this.mailroom.home();
		TestHome.write(home.resolve("schedules/draft.yml"), schedule("adviser-update", "locked", "yes"));
		TestHome.write(home.resolve("schedules/final.yml"), schedule("adviser-update", "board", "no"));
		var draft = Published.make(this.database, Published.draft(Published.in(Published.request(SmallCouncil.CODE, "adviser-update", LocalDate.of(2021, 5, 31), home.resolve("out")),
				PackFormat.HTML))).edition();
		assertThat(refusal(draft, "board")).contains("is a draft, and no schedule with draft: yes names the list board");
		this.mailroom.post(draft, "locked");
		this.mailroom.deliver();
		assertThat(SERVER.getReceivedMessages()).singleElement().satisfies(message -> assertThat(message.getSubject()).contains("DRAFT"));
	}

	private static String schedule(String pack, String list, String draft) {
		return """
				title: A schedule
				enabled: no
				packs: [%s]
				authorities: all
				draft: %s
				as-at: date of run
				when: 3rd working day of the month at 08:30
				readiness: go with the gaps printed
				catch-up: skip and flag
				lists: [%s]
				""".formatted(pack, draft, list);
	}

	@Test
	void whatArrivesIsWhatWasPublished() throws Exception {
		this.mailroom.post(this.mailroom.open(), "public");
		assertThat(this.mailroom.deliver().count(State.ACCEPTED)).isEqualTo(3);
		var messages = SERVER.getReceivedMessages();
		assertThat(messages).hasSize(3);
		for (MimeMessage message : messages) {
			assertThat(message.getAllRecipients()).hasSize(1);
			assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
			assertThat(message.getHeader("Return-Path")[0]).matches("<packs\\+[a-z2-7]{26}@council\\.example>");
			assertThat(message.getMessageID()).matches("<[a-z2-7]{52}@council\\.example>");
			var parts = (MimeMultipart) message.getContent();
			var words = (MimeMultipart) parts.getBodyPart(0).getContent();
			assertThat(words.getContentType()).startsWith("multipart/alternative");
			assertThat(words.getBodyPart(0).getContentType()).startsWith("text/plain");
			assertThat(words.getBodyPart(1).getContentType()).startsWith("text/html");
			assertThat(attachments(parts)).isEqualTo(published(this.mailroom.open()));
		}
		assertThat(List.of(messages).stream().map(PostbagTests::to)).containsExactly("First reader <a@readers.example>", "Second reader <b@readers.example>",
				"\"Third reader, with a comma\" <c@readers.example>");
	}

	private static String to(MimeMessage message) {
		try {
			return MimeUtility.unfold(message.getHeader("To", ","));
		}
		catch (jakarta.mail.MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Map<String, String> attachments(MimeMultipart parts) throws Exception {
		var found = new LinkedHashMap<String, String>();
		for (int i = 1; i < parts.getCount(); i++) {
			BodyPart part = parts.getBodyPart(i);
			found.put(part.getFileName(), Sha256.of(part.getInputStream().readAllBytes()));
		}
		return found;
	}

	private static Map<String, String> published(Edition edition) {
		var found = new LinkedHashMap<String, String>();
		Published.files(edition.path()).forEach((name, bytes) -> {
			if (!name.endsWith(".json")) {
				found.put(name, Sha256.of(bytes));
			}
		});
		return found;
	}

	@Test
	void aLockedFileHoldsWhatWasPublishedAndTheMailSaysNothingOfIt() throws Exception {
		this.mailroom.post(this.mailroom.restricted(), "locked");
		this.mailroom.deliver();
		var message = SERVER.getReceivedMessages()[0];
		var parts = (MimeMultipart) message.getContent();
		assertThat(parts.getCount()).isEqualTo(2);
		assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("adviser-update-2021-06-30.zip");
		var locks = this.database.bean(ProtectedFile.class);
		var inside = locks.opened(parts.getBodyPart(1).getInputStream().readAllBytes(), locks.password(message.getMessageID())).orElseThrow();
		var sums = new LinkedHashMap<String, String>();
		inside.forEach((name, bytes) -> sums.put(name, Sha256.of(bytes)));
		assertThat(sums).isEqualTo(published(this.mailroom.restricted()));
		assertThat((String) ((MimeMultipart) parts.getBodyPart(0).getContent()).getBodyPart(0).getContent()).doesNotContain("Agree thresholds").doesNotContain("overdue");
	}

	@Test
	void aLinkIsPersonalAndStopsWhenItsReaderLeavesTheList() throws Exception {
		this.mailroom.post(this.mailroom.open(), "links");
		this.mailroom.deliver();
		var messages = SERVER.getReceivedMessages();
		assertThat(messages).hasSize(2);
		var deliveries = this.database.bean(Deliveries.class);
		for (MimeMessage message : messages) {
			assertThat(((MimeMultipart) message.getContent()).getCount()).as("no attachment").isEqualTo(1);
			assertThat(new String(raw(message), StandardCharsets.UTF_8).replace("=\r\n", "")).contains("https://packs.council.example/d/");
			assertThat(deliveries.reader(message.getMessageID())).isPresent();
		}
		this.database.sql().sql("UPDATE recipients SET until = '2020-01-01' WHERE list = 'links'").update();
		assertThat(deliveries.reader(messages[0].getMessageID())).isEmpty();
	}

	private static byte[] raw(MimeMessage message) throws Exception {
		var bytes = new java.io.ByteArrayOutputStream();
		message.writeTo(bytes);
		return bytes.toByteArray();
	}

	@Test
	void aRehearsalGoesToItsMailboxAndLeavesTheRealMailAlone() throws Exception {
		var postbag = this.database.bean(Postbag.class);
		postbag.rehearse(this.mailroom.open(), List.of("public"), Mailroom.OFFICER);
		this.mailroom.deliver();
		var messages = SERVER.getReceivedMessages();
		assertThat(messages).hasSize(3).allSatisfy(message -> {
			assertThat(message.getAllRecipients()).singleElement().hasToString("rehearsals@council.example");
			assertThat(message.getSubject()).startsWith("[Rehearsal for ");
		});
		var words = (MimeMultipart) ((MimeMultipart) messages[0].getContent()).getBodyPart(0).getContent();
		assertThat((String) words.getBodyPart(0).getContent()).startsWith("Rehearsal. This message would go to a@readers.example.");
		assertThat((String) words.getBodyPart(1).getContent()).contains("Rehearsal. This message would go to a@readers.example.");
		assertThat(this.mailroom.post(this.mailroom.open(), "public").added()).as("the real ones are still to come").isEqualTo(3);
		this.mailroom.deliver();
		assertThat(SERVER.getReceivedMessages()).hasSize(6);
		assertThat(postbag.rehearse(this.mailroom.open(), List.of("public"), Mailroom.OFFICER).added()).as("one may rehearse again").isEqualTo(3);
	}

	@Test
	void aRestrictedRehearsalStaysWithinTheDomainsOfItsList() {
		var postbag = this.database.bean(Postbag.class);
		this.database.setting("packhorse.mail.rehearsal-mailbox", "tester@gmail.example");
		assertThatThrownBy(() -> postbag.rehearse(this.mailroom.restricted(), List.of("locked"), Mailroom.OFFICER)).isInstanceOf(PackProblem.class)
			.hasMessageContaining("packhorse.mail.rehearsal-mailbox is outside those of the list locked: council.example");
		this.database.setting("packhorse.mail.rehearsal-mailbox", "rehearsals@council.example");
		postbag.rehearse(this.mailroom.restricted(), List.of("locked"), Mailroom.OFFICER);
		this.database.sql().sql("UPDATE distribution_lists SET domains = 'elsewhere.example' WHERE list = 'locked'").update();
		this.database.sql().sql("UPDATE deliveries SET recipient = 'chair@elsewhere.example'").update();
		this.database.sql().sql("UPDATE recipients SET email = 'chair@elsewhere.example' WHERE list = 'locked'").update();
		this.mailroom.deliver();
		assertThat(this.mailroom.states()).containsExactly(State.WITHDRAWN);
		assertThat(SERVER.getReceivedMessages()).isEmpty();
	}

	@Test
	void aPackWhoseAudienceBecameNarrowerIsNotMailedToTheOldOne() throws Exception {
		this.mailroom.post(this.mailroom.open(), "one");
		var settings = this.mailroom.home().resolve("report-templates/scrutiny-panel/pack.yml");
		var before = Files.readString(settings);
		try {
			TestHome.write(settings, before.replace("audience: public", "audience: [public"));
			this.mailroom.deliver();
			assertThat(this.mailroom.states()).as("nobody knows today").containsExactly(State.PENDING);
			this.mailroom.makeDue();
			TestHome.write(settings, before.replace("audience: public", "audience: members"));
			this.mailroom.deliver();
			assertThat(this.mailroom.states()).containsExactly(State.WITHDRAWN);
			assertThat(this.mailroom.ledger().getFirst().reason()).isEqualTo("The list one is for packs that are public, and this one is members.");
			assertThatThrownBy(() -> this.mailroom.post(this.mailroom.open(), "public")).isInstanceOf(PackProblem.class).hasMessageContaining("and this one is members");
		}
		finally {
			TestHome.write(settings, before);
		}
		assertThat(SERVER.getReceivedMessages()).isEmpty();
	}

	@Test
	void whoLeavesTheListBeforeTheMessageGoesGetsNoneAndIsSaid() {
		this.mailroom.post(this.mailroom.open(), "public");
		this.database.sql().sql("UPDATE recipients SET until = '2020-01-01' WHERE email = 'b@readers.example'").update();
		this.database.sql().sql("UPDATE recipients SET clearance = 'public', email = 'moved@readers.example' WHERE email = 'c@readers.example'").update();
		this.mailroom.deliver();
		assertThat(this.mailroom.states()).containsExactly(State.ACCEPTED, State.WITHDRAWN, State.WITHDRAWN);
		assertThat(this.mailroom.ledger().get(1).reason()).isEqualTo("the recipient is no longer on the list public");
		assertThat(SERVER.getReceivedMessages()).hasSize(1);
	}

	@Test
	void aFolderThatIsOutOfReachForARoundLosesNobodyTheirMessage() throws Exception {
		this.mailroom.post(this.mailroom.open(), "one");
		var folder = this.mailroom.open().path();
		var away = folder.resolveSibling("away");
		Files.move(folder, away);
		try {
			this.mailroom.deliver();
			assertThat(this.mailroom.states()).containsExactly(State.PENDING);
			assertThat(this.mailroom.ledger().getFirst().reason()).contains("The folder of").contains("is gone");
		}
		finally {
			Files.move(away, folder);
		}
		this.mailroom.makeDue();
		this.mailroom.deliver();
		assertThat(this.mailroom.states()).containsExactly(State.ACCEPTED);
	}

	@Test
	void aSettingThatIsWrongForARoundLosesNobodyTheirMessage() {
		this.database.setting("packhorse.mail.encryption", "starttls");
		this.mailroom.post(this.mailroom.restricted(), "board");
		this.database.setting("packhorse.mail.encryption", "none");
		this.mailroom.deliver();
		assertThat(this.mailroom.states()).containsOnly(State.PENDING);
		assertThat(this.mailroom.ledger().getFirst().reason()).contains("set packhorse.mail.encryption");
		assertThat(SERVER.getReceivedMessages()).isEmpty();
	}

	@Test
	void whoIsStillOnAnotherListOfTheReleaseGetsTheirs() {
		this.mailroom.post(this.mailroom.open(), "public", "one");
		this.database.sql().sql("UPDATE recipients SET until = '2020-01-01' WHERE list = 'public'").update();
		this.mailroom.deliver();
		assertThat(this.mailroom.states()).containsExactly(State.ACCEPTED, State.WITHDRAWN, State.WITHDRAWN);
	}

	@Test
	void whatWasWithdrawnIsSentByAPersonUnderTheSameRules() {
		this.mailroom.post(this.mailroom.open(), "one");
		this.database.sql().sql("UPDATE recipients SET until = '2020-01-01' WHERE list = 'one'").update();
		this.mailroom.deliver();
		var resolutions = this.database.bean(Resolutions.class);
		long number = this.mailroom.ledger().getFirst().number();
		assertThatThrownBy(() -> resolutions.resend(number, Mailroom.OFFICER, "asked for it")).isInstanceOf(PackProblem.class).hasMessageContaining("on the list one today");
		this.database.sql().sql("UPDATE recipients SET until = NULL WHERE list = 'one'").update();
		resolutions.resend(number, Mailroom.OFFICER, "back in office");
		this.mailroom.deliver();
		assertThat(this.mailroom.states()).containsExactly(State.RESENT, State.ACCEPTED);
	}

	@Test
	void capitalsMakeNoOtherPerson() throws Exception {
		this.database.sql().sql("UPDATE recipients SET email = 'A.Reader@readers.example' WHERE list = 'public' AND email = 'a@readers.example'").update();
		this.database.sql().sql("UPDATE recipients SET email = 'a.reader@readers.example' WHERE list = 'one'").update();
		assertThat(this.mailroom.post(this.mailroom.open(), "public", "one").added()).isEqualTo(3);
		assertThat(this.mailroom.post(this.mailroom.open(), "one").added()).isZero();
		this.mailroom.deliver();
		assertThat(this.mailroom.states()).containsOnly(State.ACCEPTED);
		assertThat(SERVER.getReceivedMessages()[0].getAllRecipients()[0].toString()).as("as the list has it").isEqualTo("First reader <A.Reader@readers.example>");
		assertThat(this.database.bean(Postbag.class).notice("key", SmallCouncil.CODE, "Lead@council.example", "Due", "words")).isEqualTo(Postbag.Notice.POSTED);
		assertThat(this.database.bean(Postbag.class).notice("key", SmallCouncil.CODE, "lead@council.example", "Due", "words")).isEqualTo(Postbag.Notice.STANDING);
	}

	@Test
	void aKeyThatWasLostTellsNoWrongPassword() {
		var passwords = this.database.bean(Passwords.class);
		this.mailroom.post(this.mailroom.restricted(), "locked");
		long number = this.mailroom.ledger().getFirst().number();
		assertThat(passwords.tell(number, Mailroom.OFFICER)).hasSize(24);
		this.database.sql().sql("UPDATE deliveries SET key_mark = '0123456789abcdef'").update();
		assertThatThrownBy(() -> passwords.tell(number, Mailroom.OFFICER)).isInstanceOf(PackProblem.class).hasMessageContaining("another delivery key");
		this.mailroom.deliver();
		assertThat(this.mailroom.states()).as("nobody could open it").containsExactly(State.PENDING);
		assertThat(SERVER.getReceivedMessages()).isEmpty();
	}

	@Test
	void aListThatIsLockedSinceDoesNotLetOutWhatIsNot() {
		this.database.setting("packhorse.mail.encryption", "starttls");
		this.mailroom.post(this.mailroom.restricted(), "board");
		this.database.sql().sql("UPDATE distribution_lists SET protection = 'password' WHERE list = 'board'").update();
		this.database.setting("packhorse.mail.encryption", "none");
		this.mailroom.deliver();
		assertThat(this.mailroom.states()).containsOnly(State.PENDING);
		assertThat(SERVER.getReceivedMessages()).isEmpty();
	}

	@Test
	void aMessageWhoseBytesWereChangedStaysHere() {
		this.mailroom.post(this.mailroom.open(), "one");
		this.database.sql().sql("UPDATE deliveries SET head = CONCAT('X-Changed: yes\r\n', head)").update();
		this.mailroom.deliver();
		assertThat(this.mailroom.states()).containsExactly(State.WITHDRAWN);
		assertThat(SERVER.getReceivedMessages()).isEmpty();
	}

	@Test
	void nothingGetsIntoTheHeadOfANotice() {
		var postbag = this.database.bean(Postbag.class);
		for (String bad : List.of("Due\r\nBcc: x@evil.example", "Due\nx", "Due\u0000", "Due\u2028x", " ")) {
			assertThatThrownBy(() -> postbag.notice("key", SmallCouncil.CODE, "a@council.example", bad, "words")).isInstanceOf(PackProblem.class);
		}
		for (String bad : List.of("a@council.example\r\nBcc: x@evil.example", "a@council.example,b@council.example", "A <a@council.example>", "", "a\u0000@council.example")) {
			assertThatThrownBy(() -> postbag.notice("key", SmallCouncil.CODE, bad, "Due", "words")).isInstanceOf(PackProblem.class);
		}
		assertThat(this.mailroom.ledger()).isEmpty();
	}

	@Test
	void fiftyReadersGetOneEachAndTheLedgerKeepsTheirBodyOnce() {
		var people = new StringBuilder("authority,list,email,name,clearance,until\n");
		for (int i = 1; i <= 50; i++) {
			people.append("X99000007,empty,reader%02d@readers.example,Reader %d,public,\n".formatted(i, i));
		}
		new ImportFiles(this.mailroom.home().resolve("many")).csv("recipients", people.toString()).into(this.database);
		var posted = this.mailroom.post(this.mailroom.open(), "empty");
		assertThat(posted.added()).isEqualTo(50);
		assertThat(this.database.sql().sql("SELECT COUNT(*) FROM delivery_bodies").query(Integer.class).single()).isEqualTo(1);
		var round = this.mailroom.deliver();
		assertThat(this.mailroom.ledger()).allSatisfy(delivery -> assertThat(delivery.state()).as(delivery::reason).isEqualTo(State.ACCEPTED));
		assertThat(round.count(State.ACCEPTED)).isEqualTo(50);
		var to = new ArrayList<String>();
		for (MimeMessage message : SERVER.getReceivedMessages()) {
			to.add(to(message));
		}
		assertThat(to).hasSize(50).doesNotHaveDuplicates();
	}

	@Test
	void whatWaitsForAServerIsNotLost() {
		this.database.setting("packhorse.mail.host", "");
		this.mailroom.post(this.mailroom.open(), "one");
		assertThat(this.mailroom.deliver().standstill()).hasValueSatisfying(words -> assertThat(words).startsWith("Mail is not set up"));
		assertThat(this.mailroom.states()).containsExactly(State.PENDING);
		this.database.setting("packhorse.mail.host", "127.0.0.1");
		this.mailroom.deliver();
		assertThat(this.mailroom.states()).containsExactly(State.ACCEPTED);
	}

	@Test
	void theFrozenMessageIsReadAsMail() throws Exception {
		this.mailroom.post(this.mailroom.open(), "one");
		var frozen = this.database.bean(Ledger.class).frozen(this.mailroom.ledger().getFirst().number());
		assertThat(frozen.sound()).isTrue();
		assertThat(new String(frozen.bytes(), StandardCharsets.US_ASCII).replace("\r\n", "")).doesNotContain("\r").doesNotContain("\n");
		var message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(frozen.bytes()));
		assertThat(message.getContentType()).startsWith("multipart/mixed");
	}

	@Test
	void theAuditTrailHoldsNoAddresses() {
		this.mailroom.post(this.mailroom.open(), "public");
		assertThat(this.database.sql().sql("SELECT detail_json FROM audit").query(String.class).list()).isNotEmpty().noneMatch(detail -> detail.contains("@"));
	}

}

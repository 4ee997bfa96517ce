package org.packhorse.run;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.packhorse.SmallCouncil;
import org.packhorse.TestDatabase;
import org.packhorse.TestDatabases;
import org.packhorse.TestHome;
import org.packhorse.delivery.DeliveryRound;
import org.packhorse.pack.Edition;
import org.packhorse.pack.Editions;
import org.packhorse.pack.PackRequest;
import org.packhorse.pack.SignOff;
import org.packhorse.template.FaultyTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// What `serve` does about mail again and again, when some of it cannot be done.
class MailRoundTests {

	private static final SignOff FOR_MEMBERS = new SignOff(List.of(), List.of("members"), "monthly");

	private static final GreenMail POST = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

	private static Path home;

	private static TestDatabase database;

	/// Each test has a day of its own: ledger and send journal go on from one to the next, as in life.
	private static LocalDate asAt = LocalDate.of(2021, 6, 30);

	private final List<String> news = new ArrayList<>();

	@TempDir
	private Path folder;

	@BeforeAll
	static void start() {
		POST.start();
		home = TestHome.fresh("mail-round");
		List.of("first", "second").forEach(name -> {
			TestHome.copy(home.resolve("report-templates/_starter"), home.resolve("report-templates").resolve(name));
			TestHome.write(home.resolve("report-templates").resolve(name).resolve("pack.yml"), "title: Pack\naudience: members\nformats: [html]\n");
		});
		database = TestDatabases.h2().home(home)
			.setting("packhorse.mail.host", "127.0.0.1")
			.setting("packhorse.mail.port", Integer.toString(POST.getSmtp().getPort()))
			.setting("packhorse.mail.encryption", "none")
			.setting("packhorse.mail.from", "packs@testingham.example");
	}

	@AfterAll
	static void stop() {
		database.close();
		POST.stop();
	}

	@BeforeEach
	void load() throws Exception {
		database.clear();
		asAt = asAt.plusDays(1);
		POST.purgeEmailFromAllMailboxes();
		SmallCouncil.files(this.folder.resolve("tables"))
			.csv("distribution_lists", "authority,list,title,audience,domains\nX99000007,members,Members,members,testingham.example\n")
			.csv("recipients", """
					authority,list,email,name,clearance
					X99000007,members,chair@testingham.example,Chair,members
					X99000007,members,clerk@testingham.example,Clerk,members
					""")
			.into(database);
	}

	@Test
	void finalThatCannotBePostedIsToldOnceAndKeepsNobodyFromTheOthers() {
		var broken = make("first");
		make("second");
		database.sql().sql("UPDATE snapshots SET json = X'00' WHERE edition = ?").param(broken.number()).update();
		var round = round();
		round.go(this.news::add);
		round.go(this.news::add);
		assertThat(POST.getReceivedMessages()).hasSize(2);
		assertThat(this.news).filteredOn(line -> line.startsWith(broken.name() + " was not posted: ")).hasSize(1);
	}

	@Test
	void whatFailsBeforeTheSendingKeepsNoMailFromGoing() {
		make("first");
		round().go(this.news::add);
		make("second");
		database.bean(Dispatch.class).finals(this.news::add);
		database.sql().sql("ALTER TABLE clearances RENAME TO clearances_away").update();
		try {
			var round = round();
			round.go(this.news::add);
			round.go(this.news::add);
		}
		finally {
			database.sql().sql("ALTER TABLE clearances_away RENAME TO clearances").update();
		}
		assertThat(POST.getReceivedMessages()).hasSize(4);
		assertThat(this.news).filteredOn(line -> line.startsWith("Finals of cleared drafts failed: ")).hasSize(1);
	}

	@Test
	void finalThatWasNotPostedInTwoWeeksIsToldOnceAndSentByNobody() {
		var old = make("first");
		database.sql().sql("UPDATE editions SET requested_at = '2021-07-01 09:00:00' WHERE id = ?").param(old.number()).update();
		var round = round();
		round.go(this.news::add);
		round.go(this.news::add);
		assertThat(this.news).containsExactly(("%1$s was not posted to members in 14 days, and will not be by itself:"
				+ " its readers may have it from elsewhere. ./packhorse send %1$s posts it.").formatted(old.name()));
		assertThat(POST.getReceivedMessages()).isEmpty();
	}

	@Test
	void roundThatIsToldToStopEndsWithTheMessageInHand() {
		make("first");
		var round = round();
		round.go(this.news::add, () -> this.news.stream().anyMatch(line -> line.contains("ACCEPTED")));
		assertThat(states()).containsExactlyInAnyOrder("ACCEPTED", "PENDING");
		round.go(this.news::add, () -> true);
		assertThat(states()).containsExactlyInAnyOrder("ACCEPTED", "PENDING");
		round.go(this.news::add);
		assertThat(states()).containsExactly("ACCEPTED", "ACCEPTED");
		assertThat(POST.getReceivedMessages()).hasSize(2);
	}

	private static List<String> states() {
		return database.sql().sql("SELECT state FROM deliveries WHERE about LIKE ?").param("%/" + asAt + "/%").query(String.class).list();
	}

	@Test
	void editionWhoseLetterCannotBeMadeIsNotPublished() {
		var letter = home.resolve("report-templates/first/email.ftlx");
		TestHome.write(letter, "<mail>${nothing.of.the.kind}</mail>");
		try {
			assertThatExceptionOfType(FaultyTemplate.class).isThrownBy(() -> make("first")).withMessageContaining("first/email.ftlx");
			assertThat(database.bean(Editions.class).published()).isEmpty();
		}
		finally {
			TestHome.delete(letter);
		}
	}

	private Edition make(String pack) {
		return database.bean(PackRuns.class)
			.make(new PackRequest(SmallCouncil.CODE, pack, asAt, List.of(), null, false, List.of(), home.resolve("out"), "asker").signedOff(FOR_MEMBERS), 0, _ -> {
			})
			.edition();
	}

	private MailRound round() {
		return new MailRound(database.bean(Approvals.class), database.bean(Dispatch.class), database.bean(DeliveryRound.class));
	}

}

package org.packhorse.run;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.packhorse.ImportFiles;
import org.packhorse.SmallCouncil;
import org.packhorse.TestDatabase;
import org.packhorse.TestDatabases;
import org.packhorse.TestHome;
import org.packhorse.access.Actor;
import org.packhorse.pack.Edition;
import org.packhorse.pack.Editions;
import org.packhorse.pack.SignOffs;

import static org.assertj.core.api.Assertions.assertThat;

/// A whole year against a clock that is moved: packs, drafts, approvals and mails are exactly those that a wall calendar and the published
/// bank holidays say.
///
/// The monthly pack is cleared at noon of its day by two people; in August nobody does.
class MailedYearTests {

	private static final String DCS = "Director of Children's Services";

	private static final String FINANCE = "Director of Finance";

	/// The third working days of 2026, with New Year, Easter, the two holidays of May, that of August and Christmas left out.
	private static final List<String> MONTHLY = List.of("2026-01-06", "2026-02-04", "2026-03-04", "2026-04-07", "2026-05-06", "2026-06-03", "2026-07-03",
			"2026-08-05", "2026-09-03", "2026-10-05", "2026-11-04", "2026-12-03");

	/// The ends of the months before these days, which the monthly packs are as at.
	private static final List<String> MONTH_ENDS = List.of("2025-12-31", "2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31", "2026-06-30",
			"2026-07-31", "2026-08-31", "2026-09-30", "2026-10-31", "2026-11-30");

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

	@TempDir
	private Path folder;

	@Test
	void aYearMakesAndSendsExactlyWhatItsSchedulesSay() throws Exception {
		var home = TestHome.small("mailed-year", Stream.of("monthly", "quarterly", "board", "nightly")
			.collect(Collectors.toMap(pack -> pack, pack -> "title: The %s pack\naudience: members\nformats: [html]\n".formatted(pack))));
		var post = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
		post.start();
		try (var database = TestDatabases.h2().home(home).clock(new MovedClock("2025-12-31T18:00:00Z"))) {
			database.setting("packhorse.mail.host", "127.0.0.1")
				.setting("packhorse.mail.port", Integer.toString(post.getSmtp().getPort()))
				.setting("packhorse.mail.encryption", "none")
				.setting("packhorse.mail.from", "packs@testingham.example");
			load(database);
			schedules(database);
			var mails = year(database, post);
			assertThat(editions(database)).containsExactlyInAnyOrderElementsOf(expectedEditions());
			assertThat(mails).containsExactlyInAnyOrderElementsOf(expectedMails());
			assertThat(database.sql().sql("SELECT DISTINCT state FROM deliveries").query(String.class).list()).containsExactly("ACCEPTED");
			assertThat(database.sql().sql("SELECT DISTINCT state FROM schedule_fires").query(String.class).list()).containsExactly("done");
		}
		finally {
			post.stop();
		}
	}

	private void load(TestDatabase database) {
		SmallCouncil.files(this.folder.resolve("tables"))
			.csv("bodies", "authority,code,title\nX99000007,CIB,Improvement Board\n")
			.csv("meetings", "authority,body,meets_on\nX99000007,CIB,2026-04-21\nX99000007,CIB,2026-05-19\n")
			.csv("post_holders", """
					authority,post,account,email
					X99000007,Director of Children's Services,dcs,dcs@testingham.example
					X99000007,Director of Finance,finance,finance@testingham.example
					""")
			.csv("distribution_lists", """
					authority,list,title,audience,domains
					X99000007,directors,Directors,members,testingham.example
					X99000007,members,Members,members,testingham.example
					X99000007,writers,Those who write,members,testingham.example
					""")
			.csv("recipients", """
					authority,list,email,name,clearance
					X99000007,directors,chair@testingham.example,Chair,restricted
					X99000007,directors,chief@testingham.example,Chief Executive,members
					X99000007,members,clerk@testingham.example,Clerk,members
					X99000007,writers,writer@testingham.example,Performance Manager,members
					""")
			.into(database);
		ImportFiles.of(Path.of("docs/bank-holidays")).into(database);
	}

	private static void schedules(TestDatabase database) {
		Timer.write(database, "a-monthly", "packs: [monthly]", "when: 3rd working day of the month at 08:30", "as-at: month end",
				"sign-off: [\"%s\", %s]".formatted(DCS, FINANCE), "lists: [directors]");
		Timer.write(database, "b-quarter", "packs: [quarterly]", "when: last working day of the quarter at 17:00", "lists: [directors]");
		Timer.write(database, "c-board", "packs: [board]", "when: 7 working days before CIB", "as-at: month end", "lists: [members]");
		Timer.write(database, "d-night", "packs: [nightly]", "when: 0 30 1 25-31 3,10 SUN", "draft: yes", "lists: [writers]");
	}

	private static List<String> year(TestDatabase database, GreenMail post) throws Exception {
		var mails = new ArrayList<String>();
		var busy = expectedMails().stream().map(mail -> mail.substring(0, "2026-01-01".length())).collect(Collectors.toSet());
		var timer = new Timer(database, "2025-12-31T18:00:00Z").turn("2025-12-31T18:00:00");
		for (var day = LocalDate.of(2026, 1, 1); day.getYear() < 2027; day = day.plusDays(1)) {
			// A day on which nothing is to happen is looked at once, behind whatever could have happened on it.
			if (busy.contains(day.toString())) {
				settle(timer, day.atTime(9, 0));
				approve(database, day);
			}
			settle(timer, day.atTime(17, 0));
			for (MimeMessage mail : post.getReceivedMessages()) {
				mails.add("%s %s: %s".formatted(day, ((InternetAddress) mail.getAllRecipients()[0]).getAddress(), mail.getSubject()));
			}
			post.purgeEmailFromAllMailboxes();
		}
		return mails;
	}

	/// Goes on in steps of half a minute while there is news.
	private static void settle(Timer timer, LocalDateTime shown) {
		int told = -1;
		for (var at = shown; timer.news().size() != told; at = at.plusSeconds(31)) {
			told = timer.news().size();
			timer.turn(at.atZone(Timer.LONDON).toInstant());
		}
	}

	/// Both clear what waits, each for his or her own post.
	private static void approve(TestDatabase database, LocalDate day) {
		if (day.getMonthValue() == 8 || !MONTHLY.contains(day.toString())) {
			return;
		}
		for (Edition draft : database.bean(Editions.class).published()) {
			var waits = database.bean(SignOffs.class).of(draft).filter(progress -> !progress.waitsFor().isEmpty() && !draft.request().asAt().toString().equals("2026-07-31"));
			if (waits.isPresent()) {
				clear(database, draft, DCS, "dcs");
				clear(database, draft, FINANCE, "finance");
			}
		}
	}

	private static void clear(TestDatabase database, Edition draft, String post, String account) {
		database.bean(Approvals.class).clear(draft, new Approvals.Said(post, new Actor(account), "", null), _ -> {
		});
	}

	private static List<String> editions(TestDatabase database) {
		return database.bean(Editions.class)
			.published()
			.stream()
			.map(edition -> "%s %s v%d %s".formatted(edition.request().pack(), edition.request().asAt(), edition.version(), edition.request().draft() ? "draft" : "final"))
			.toList();
	}

	private static List<String> expectedEditions() {
		var editions = new ArrayList<String>();
		MONTH_ENDS.forEach(day -> editions.add("monthly " + day + " v1 draft"));
		MONTH_ENDS.stream().filter(day -> !day.equals("2026-07-31")).forEach(day -> editions.add("monthly " + day + " v2 final"));
		List.of("2026-03-31", "2026-06-30", "2026-09-30", "2026-12-31").forEach(day -> editions.add("quarterly " + day + " v1 final"));
		// Seven working days before 21 April, over Easter, is 10 April; before 19 May, with no holiday between, 8 May.
		List.of("2026-03-31", "2026-04-30").forEach(day -> editions.add("board " + day + " v1 final"));
		// The clocks go forward on 29 March and back on 25 October.
		List.of("2026-03-29", "2026-10-25").forEach(day -> editions.add("nightly " + day + " v1 draft"));
		return editions;
	}

	private static List<String> expectedMails() {
		var mails = new ArrayList<String>();
		for (String day : MONTHLY) {
			List.of("dcs", "finance").forEach(who -> mails.add("%s %s@testingham.example: A draft waits for your sign-off".formatted(day, who)));
		}
		for (int i = 0; i < MONTHLY.size(); i++) {
			if (i != 7) {
				directors(mails, MONTHLY.get(i), "monthly", MONTH_ENDS.get(i));
			}
		}
		List.of("2026-03-31", "2026-06-30", "2026-09-30", "2026-12-31").forEach(day -> directors(mails, day, "quarterly", day));
		mails.add("2026-04-10 clerk@testingham.example: " + subject("board", "2026-03-31"));
		mails.add("2026-05-08 clerk@testingham.example: " + subject("board", "2026-04-30"));
		mails.add("2026-03-29 writer@testingham.example: OFFICIAL: DRAFT The nightly pack, 29 March 2026, Testingham");
		mails.add("2026-10-25 writer@testingham.example: OFFICIAL: DRAFT The nightly pack, 25 October 2026, Testingham");
		return mails;
	}

	private static void directors(List<String> mails, String day, String pack, String asAt) {
		List.of("chair", "chief").forEach(who -> mails.add("%s %s@testingham.example: %s".formatted(day, who, subject(pack, asAt))));
	}

	/// The marking of the audience, the pack, its day, its version where it is not the first, the council: nothing else.
	private static String subject(String pack, String asAt) {
		return "OFFICIAL: The %s pack, %s%s, Testingham".formatted(pack, DAY.format(LocalDate.parse(asAt)), pack.equals("monthly") ? ", version 2" : "");
	}

}

package org.packhorse.run;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.packhorse.ImportFiles;
import org.packhorse.OnEveryDatabase;
import org.packhorse.SmallCouncil;
import org.packhorse.TestDatabase;
import org.packhorse.TestHome;

import static org.assertj.core.api.Assertions.assertThat;

/// Leads are reminded on the working days that a schedule names, once a day, each of what is missing of him or her alone. The board
/// meets on Tuesday 21 April 2026: updates are due on Friday 20 March, five working days before which is Friday 13 March.
@OnEveryDatabase
class ReminderTests {

	private static Path home;

	private final TestDatabase database;

	@TempDir
	private Path folder;

	ReminderTests(TestDatabase database) {
		this.database = database;
	}

	@BeforeParameterizedClassInvocation
	static void startAtHome(TestDatabase database) {
		home = TestHome.small("reminders", Map.of("quick", "title: Quick pack\naudience: members\nformats: [html]\n"));
		database.home(home);
		database.setting("packhorse.mail.from", "packs@testingham.example");
	}

	@BeforeEach
	void load() {
		this.database.clear();
		Timer.forget(this.database);
		SmallCouncil.files(this.folder.resolve("tables"))
			.csv("bodies", "authority,code,title\nX99000007,CIB,Improvement Board\n")
			.csv("meetings", "authority,body,meets_on\nX99000007,CIB,2026-04-21\n")
			.csv("post_holders", """
					authority,post,account,email,until
					X99000007,Head of Service,service,service@testingham.example,
					X99000007,Head of Service,before,before@testingham.example,2026-01-31
					""")
			.into(this.database);
		ImportFiles.of(Path.of("docs/bank-holidays")).into(this.database);
		Timer.write(this.database, "board", "when: 7 working days before CIB", "as-at: month end", "title: Board pack", "remind: 5 working days before updates-due");
	}

	@Test
	void leadIsToldOfHisOwnItemsOnceAndNotBeforeSeven() {
		var timer = timer().turn("2026-03-12T12:00").turn("2026-03-13T06:40");
		assertThat(written()).isEmpty();
		timer.turn("2026-03-13T07:00");
		assertThat(written()).singleElement().isEqualTo("""
				reminder|X99000007|2026-03-13
				service@testingham.example
				Reminder: 4 things are due by Friday 20 March 2026
				To the Head of Service of Testingham

				“Board pack” is made on Friday 10 April 2026, for the meeting on Tuesday 21 April 2026. Please report this by Friday 20 March 2026:

				- Action 1.1 was last reported on 15 June 2021, more than 35 days before 31 March 2026.
				- Action 1.2 was last reported on 20 May 2021, more than 35 days before 31 March 2026.
				- Action 1.3 was last reported on 10 June 2021, more than 35 days before 31 March 2026.
				- The newest reading of the indicator “Assessments in time” is for Jun 2021, which is too long before 31 March 2026.

				What has been reported and loaded by then is in the pack. Nobody is reminded of what is there.
				This message was written by Packhorse for the schedule “board”. It names what is missing of you alone.
				""");
		timer.turn("2026-03-13T08:00").turn("2026-03-16T08:00").turn("2026-03-20T18:00").turn("2026-03-23T08:00");
		assertThat(written()).hasSize(1);
	}

	@Test
	void twoLooksAtOnceRemindOnce() throws Exception {
		var timers = List.of(timer(), timer());
		timers.forEach(timer -> timer.still(Instant.parse("2026-03-13T08:00:00Z")));
		var together = new CyclicBarrier(2);
		try (var threads = Executors.newFixedThreadPool(2)) {
			var looking = timers.stream().map(timer -> threads.submit(() -> {
				together.await();
				timer.reminders().remind(_ -> {
				});
				return null;
			})).toList();
			for (var each : looking) {
				each.get();
			}
		}
		assertThat(written()).hasSize(1);
	}

	@Test
	void whoHasReportedIsNotReminded() {
		new ImportFiles(this.folder.resolve("reports")).csv("updates", """
				authority,plan,action,reported_on,state,percent_complete
				X99000007,P1,1.1,2026-03-10,in progress,90
				X99000007,P1,1.2,2026-03-10,in progress,90
				X99000007,P1,1.3,2026-03-10,in progress,90
				""").csv("kpi_values", "authority,kpi,period_end,value\nX99000007,K1,2026-02-28,90\n").into(this.database);
		timer().turn("2026-03-13T07:00");
		assertThat(written()).isEmpty();
	}

	@Test
	void leadWithoutAnAddressIsNamedAndRemindedOnceThereIsOne() {
		var timer = timer().turn("2026-03-13T07:00").turn("2026-03-13T07:30");
		assertThat(timer.news()).filteredOn(line -> line.contains("Head of Care"))
			.containsExactly("board for X99000007: Head of Care cannot be reminded of 2 missing: no address is on file; add the post to table post_holders");
		assertThat(this.database.bean(Reminded.class).unreached()).extracting(Reminded.Unreached::post).containsExactly("Head of Care");
		new ImportFiles(this.folder.resolve("holders")).csv("post_holders", "authority,post,account,email\nX99000007,Head of Care,care,care@testingham.example\n")
			.into(this.database);
		timer.turn("2026-03-13T08:00");
		assertThat(written()).hasSize(2).last().asString().contains("care@testingham.example").contains("Action 2.2").contains("action 2.4").doesNotContain("1.1");
		assertThat(this.database.bean(Reminded.class).unreached()).isEmpty();
	}

	/// Friday 13 March was slept over; the Saturday and Sunday are no days for mail.
	@Test
	void reminderThatNobodyWasAwakeForComesOnTheNextWorkingDay() {
		var timer = timer().turn("2026-03-14T12:00").turn("2026-03-15T12:00");
		assertThat(written()).isEmpty();
		timer.turn("2026-03-16T07:00");
		assertThat(written()).singleElement().asString().startsWith("reminder|X99000007|2026-03-16");
	}

	@Test
	void everyDayThatIsNamedBringsOneMore() {
		Timer.write(this.database, "board", "when: 7 working days before CIB", "as-at: month end", "remind: [5, 4, 1]");
		var timer = timer();
		for (int day = 12; day <= 24; day++) {
			timer.turn("2026-03-%dT07:00".formatted(day)).turn("2026-03-%dT16:00".formatted(day));
		}
		assertThat(written()).extracting(notice -> notice.lines().findFirst().orElseThrow().substring("reminder|X99000007|".length()))
			.containsExactly("2026-03-13", "2026-03-16", "2026-03-19");
	}

	@Test
	void holderOfTwoPostsInTwoSchedulesGetsOneMessageADay() {
		new ImportFiles(this.folder.resolve("holders")).csv("post_holders", """
				authority,post,account,email
				X99000007,Head of Care,service,Service@Testingham.example
				""").into(this.database);
		Timer.write(this.database, "weekly", "when: every Wednesday at 09:00", "as-at: 2026-03-31", "title: Weekly pack", "remind: 3 working days before the fire");
		var timer = timer().turn("2026-03-13T07:00").turn("2026-03-13T07:15");
		assertThat(written()).singleElement().asString().startsWith("reminder|X99000007|2026-03-13\n")
			.contains("To the Head of Care and Head of Service of Testingham", "As Head of Care:\n\n“Board pack”", "As Head of Service:\n\n“Board pack”",
					"“Weekly pack” is made on Wednesday 18 March 2026. Please report this by Wednesday 18 March 2026:", "for the schedules “board” and “weekly”")
			.contains("Reminder: 6 things are due by Wednesday 18 March 2026");
		timer.turn("2026-03-16T07:00").turn("2026-03-17T07:00");
		assertThat(written()).hasSize(1);
	}

	@Test
	void whatComesUpAfterTheDaysMessageGoesOnTheNextWorkingDay() {
		var timer = timer().turn("2026-03-13T07:00");
		assertThat(written()).hasSize(1);
		Timer.write(this.database, "late", "when: 7 working days before CIB", "as-at: month end", "title: Late pack", "remind: 5 working days before updates-due");
		timer.turn("2026-03-13T07:30").turn("2026-03-13T17:00");
		assertThat(written()).hasSize(1);
		timer.turn("2026-03-16T07:00");
		assertThat(written()).hasSize(2).last().asString().startsWith("reminder|X99000007|2026-03-16\n").contains("“Late pack”").doesNotContain("“Board pack”");
	}

	@Test
	void reminderThatWasWithdrawnIsWrittenAnew() {
		var timer = timer().turn("2026-03-13T07:00");
		this.database.sql().sql("UPDATE deliveries SET state = 'WITHDRAWN'").update();
		timer.turn("2026-03-16T07:00").turn("2026-03-17T07:00");
		assertThat(written()).hasSize(2).last().asString().startsWith("reminder|X99000007|2026-03-16\n").contains("Action 1.1");
	}

	@Test
	void postWithALongNameIsRemindedLikeAnyOther() {
		var post = "Head of " + "everything ".repeat(26) + "else";
		this.database.sql().sql("UPDATE actions SET `lead` = ? WHERE `lead` = 'Head of Service'").param(post).update();
		new ImportFiles(this.folder.resolve("holders")).csv("post_holders", "authority,post,account,email\nX99000007,%s,long,long@testingham.example\n".formatted(post))
			.into(this.database);
		var timer = timer().turn("2026-03-13T07:00");
		assertThat(timer.news()).noneMatch(line -> line.contains("nobody can be reminded"));
		assertThat(written()).anySatisfy(notice -> assertThat(notice).contains("long@testingham.example", "Action 1.1"));
	}

	/// Key, address, subject and words of each notice in the ledger.
	private List<String> written() {
		return Notices.in(this.database);
	}

	private Timer timer() {
		return new Timer(this.database, "2026-03-11T12:00:00Z").turn("2026-03-11T12:00");
	}

}

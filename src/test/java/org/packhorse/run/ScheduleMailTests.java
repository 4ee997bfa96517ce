package org.packhorse.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.packhorse.ImportFiles;
import org.packhorse.OnEveryDatabase;
import org.packhorse.SmallCouncil;
import org.packhorse.TestDatabase;
import org.packhorse.TestHome;
import org.packhorse.access.Actor;
import org.packhorse.pack.Editions;

import static org.assertj.core.api.Assertions.assertThat;

/// What a schedule makes goes to those whom it names, once, and to nobody where a name is wrong. The first Monday of May 2026 is the 4th.
@OnEveryDatabase
class ScheduleMailTests {

	private static final String LISTS = """
			authority,list,title,audience,domains
			X99000007,members,Members,members,testingham.example
			X99000007,readers,Readers,public,
			X99000007,nobody,Nobody,members,
			""";

	private static Path home;

	private final TestDatabase database;

	@TempDir
	private Path folder;

	ScheduleMailTests(TestDatabase database) {
		this.database = database;
	}

	@BeforeParameterizedClassInvocation
	static void startAtHome(TestDatabase database) {
		home = TestHome.small("schedule-mail", Map.of("quick", "title: Quick pack\naudience: members\nformats: [html]\n"));
		database.home(home).clock(new MovedClock("2026-05-01T11:00:00Z"));
		database.setting("packhorse.mail.from", "packs@testingham.example");
	}

	@BeforeEach
	void load() {
		this.database.clear();
		Timer.forget(this.database);
		TestHome.delete(home.resolve("out"));
		SmallCouncil.files(this.folder.resolve("tables"))
			.csv("distribution_lists", LISTS)
			.csv("recipients", """
					authority,list,email,name,clearance
					X99000007,members,clerk@testingham.example,Clerk,members
					X99000007,members,chair@testingham.example,Chair,restricted
					X99000007,readers,reader@elsewhere.example,Reader,members
					""")
			.csv("post_holders", """
					authority,post,account,email
					X99000007,Director,director,director@testingham.example
					X99000007,Chair,chair,
					""")
			.into(this.database);
	}

	@Test
	void finalGoesToItsListAtOnceAndOnce() {
		Timer.write(this.database, "weekly", "lists: [members]");
		var timer = timer().turn("2026-05-04T09:00");
		assertThat(timer.fires()).containsExactly("2026-05-04 09:00 done");
		assertThat(timer.newest().reason()).isEqualTo("X99000007/quick/2026-05-04/v1 was posted to members: 2 messages.");
		assertThat(posted()).containsExactly("chair@testingham.example", "clerk@testingham.example");
		timer.turn("2026-05-04T09:01").turn("2026-05-04T10:00");
		assertThat(posted()).hasSize(2);
	}

	@Test
	void draftIsAskedForOnceAndGoesNowhereUntilBothHaveClearedIt() {
		Timer.write(this.database, "weekly", "sign-off: [Director, Chair]", "lists: [members]");
		var timer = timer().turn("2026-05-04T09:00");
		assertThat(timer.newest().reason())
			.isEqualTo("X99000007/quick/2026-05-04/v1 waits for Director and Chair. No mail went to Chair: no address is on file, or mail is not set up.");
		timer.turn("2026-05-04T09:01").turn("2026-05-04T12:00");
		assertThat(Notices.in(this.database)).singleElement().asString().startsWith("sign-off|X99000007/quick/2026-05-04/v1|Director\ndirector@testingham.example\n")
			.contains("./packhorse approve X99000007/quick/2026-05-04/v1 --post \"Director\"");
		clear("Director", "director");
		assertThat(timer.turn("2026-05-04T13:00").fires()).hasSize(1);
		assertThat(posted()).isEmpty();
		clear("Chair", "chair");
		timer.turn("2026-05-04T13:31").turn("2026-05-04T13:32");
		assertThat(posted()).containsExactly("chair@testingham.example", "clerk@testingham.example");
	}

	private void clear(String post, String account) {
		var draft = this.database.bean(Editions.class).published().getFirst();
		this.database.bean(Approvals.class).clear(draft, new Approvals.Said(post, new Actor(account), "", null), _ -> {
		});
	}

	@Test
	void draftOfAScheduleForDraftsGoesToItsList() {
		Timer.write(this.database, "weekly", "draft: yes", "lists: [members]");
		var timer = timer().turn("2026-05-04T09:00");
		assertThat(timer.fires()).containsExactly("2026-05-04 09:00 done");
		assertThat(posted()).hasSize(2);
	}

	@Test
	void wrongListFailsTheFireAndOnceMendedTheFinalGoesByItself() {
		Timer.write(this.database, "weekly", "lists: [members, membrs]");
		var timer = timer().turn("2026-05-04T09:00").turn("2026-05-04T09:01");
		assertThat(timer.fires()).containsExactly("2026-05-04 09:00 failed");
		assertThat(timer.newest().reason())
			.isEqualTo("What was made stands, and nothing was sent. X99000007 has no list membrs on file. Did you mean members?");
		assertThat(timer.newest().editions()).containsExactly("X99000007/quick/2026-05-04/v1");
		assertThat(posted()).isEmpty();
		new ImportFiles(this.folder.resolve("mended")).csv("distribution_lists", "authority,list,title,audience\nX99000007,membrs,Members too,members\n")
			.csv("recipients", "authority,list,email,name,clearance\nX99000007,membrs,third@testingham.example,Third,members\n")
			.into(this.database);
		timer.turn("2026-05-04T09:02");
		assertThat(posted()).hasSize(3);
	}

	@Test
	void listOfALowerAudienceAnEmptyListAndAPostThatNobodyHoldsStopEverything() {
		for (String setting : List.of("lists: [readers]", "lists: [nobody]", "sign-off: [Treasurer]")) {
			load();
			Timer.write(this.database, "weekly", setting);
			var timer = timer().turn("2026-05-04T09:00").turn("2026-05-04T09:01");
			assertThat(timer.newest().state()).as(setting).isEqualTo(Fire.State.FAILED);
			assertThat(timer.newest().reason()).startsWith("What was made stands, and nothing was sent. ");
			assertThat(this.database.sql().sql("SELECT COUNT(*) FROM deliveries").query(Integer.class).single()).isZero();
		}
	}

	private List<String> posted() {
		return this.database.sql().sql("SELECT recipient FROM deliveries WHERE kind = 'EDITION' ORDER BY recipient").query(String.class).list();
	}

	private Timer timer() {
		return new Timer(this.database, "2026-05-01T11:00:00Z").turn("2026-05-01T12:00");
	}

}

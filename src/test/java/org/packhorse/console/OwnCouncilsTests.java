package org.packhorse.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.packhorse.SmallCouncil;
import org.packhorse.TestHome;
import org.packhorse.access.Accounts;
import org.packhorse.access.Actor;
import org.packhorse.access.Clearance;
import org.packhorse.access.Role;
import org.packhorse.console.door.PasswordHash;

/// What people who are for some councils, or for some packs, see of schedules, runs and templates.
class OwnCouncilsTests {

	private static final String OTHER = "X99000008";

	private static Website site;

	@BeforeAll
	static void open(@TempDir Path tables) {
		site = new Website(SmallCouncil.files(tables)
			.csv("authorities", "code,name\nX99000007,Testingham\nX99000008,Elsewhere\n")
			.csv("plans", "authority,code,title,approved_on\nX99000007,P1,Improvement plan,2021-01-01\nX99000008,P1,Improvement plan,2021-01-01\n"));
		schedule("here", SmallCouncil.CODE);
		schedule("everywhere", "all");
		var templates = site.home().resolve("report-templates");
		TestHome.copy(templates.resolve("quick"), templates.resolve("secret"));
		TestHome.write(templates.resolve("secret/pack.yml"), "title: Kept close\naudience: restricted\nformats: [html]\n");
		TestHome.copy(templates.resolve("quick"), templates.resolve("broken"));
		TestHome.write(templates.resolve("broken/pack.yml"), "title: Broken pack\naudience: restricted\nformats: [htlm]\n");
		TestHome.copy(templates.resolve("quick"), templates.resolve("torn"));
		TestHome.write(templates.resolve("torn/document.ftlx"), "<pack title=\"${nothing.of.this.name}\"></pack>\n");
		site.sql()
			.sql("INSERT INTO schedule_fires (schedule, authority, due_at, meeting, why, state, reason, editions, attempts, tries, noticed_at) "
					+ "VALUES ('everywhere', ?, '2021-06-30 08:00:00', '', 'hung on it', 'FAILED', 'words of one council', '', 1, 1, '2021-06-30 08:00:00')")
			.param(SmallCouncil.CODE)
			.update();
	}

	@AfterAll
	static void close() {
		site.close();
	}

	private static void schedule(String name, String councils) {
		TestHome.write(site.home().resolve("schedules/" + name + ".yml"), """
				title: Pack of %s
				enabled: yes
				packs: [quick]
				authorities: %s
				as-at: date of run
				when: every Friday at 08:00
				readiness: go with the gaps printed
				catch-up: skip and flag
				""".formatted(name, councils.equals("all") ? "all" : "[" + councils + "]"));
	}

	private static Visit visit(String name, Role role, String... councils) throws Exception {
		var accounts = site.bean(Accounts.class);
		var made = accounts.make(name, new Accounts.Rights(Set.of(role), Clearance.MEMBERS, List.of(councils)), null, new Actor("test")).orElseThrow();
		accounts.accept(accounts.invite(made, new Actor("test")), site.bean(PasswordHash.class).of(Visit.PASSWORD)).orElseThrow();
		return site.visit().signIn(name);
	}

	@Test
	void authorSeesOfSchedulesWhatTheyDoForTheirOwnCouncils() throws Exception {
		var own = visit("author of here", Role.AUTHOR, SmallCouncil.CODE);
		assertThat(own.open("/schedules").words()).contains("Pack of here", "Testingham", "words of one council").doesNotContain(OTHER, "Elsewhere");
		assertThat(own.open("/").words()).contains("words of one council");
		var other = visit("author elsewhere", Role.AUTHOR, OTHER);
		assertThat(other.open("/schedules").words()).contains("Pack of everywhere", "Elsewhere").doesNotContain("Pack of here", SmallCouncil.CODE, "Testingham", "words of one council");
		assertThat(other.open("/").words()).doesNotContain(SmallCouncil.CODE, "Testingham", "words of one council");
	}

	@Test
	void keepersAndAuditorsOfSomeCouncilsSeeNoRunsOfOthers() throws Exception {
		var author = visit("author of a run", Role.AUTHOR);
		author.open("/run");
		assertThat(author.send("/run", "pack", "quick", "authority", SmallCouncil.CODE, "asAt", "30/6/2021").location()).isEqualTo("/runs/1");
		for (Role role : List.of(Role.ADMIN, Role.AUDITOR)) {
			var other = visit(role + " elsewhere", role, OTHER);
			assertThat(other.open("/runs").words()).as(role.toString()).doesNotContain(SmallCouncil.CODE, "Testingham");
			assertThat(other.open("/runs/1").status()).isEqualTo(404);
			assertThat(visit(role + " here", role, SmallCouncil.CODE).open("/runs").words()).contains("Quick <b>pack</b> of Testingham as at 30 June 2021");
			assertThat(visit(role + " of all", role).open("/runs").words()).contains("Testingham");
		}
	}

	@Test
	void templatesAreThoseThatSomebodyMayRead() throws Exception {
		var author = visit("author of templates", Role.AUTHOR).open("/templates");
		assertThat(author.words()).contains("quick", "torn").doesNotContain("Kept close", "secret", "broken");
		assertThat(visit("keeper of templates", Role.ADMIN).open("/templates").words()).contains("quick", "Kept close", "broken/pack.yml");
	}

	@Test
	void faultOfAPreviewIsReadInItsFrame() throws Exception {
		var author = visit("author of previews", Role.AUTHOR);
		for (String preview : List.of("/templates/quick/preview?authority=X99000007&asAt=31/2/2021", "/templates/torn/preview?authority=X99000007&asAt=2021-06-30")) {
			var page = author.open(preview);
			assertThat(page.status()).as(preview).isEqualTo(422);
			assertThat(page.answer().headers().firstValue("Content-Security-Policy").orElseThrow()).as(preview).contains("frame-ancestors 'self'");
			assertThat(page.answer().headers().allValues("X-Frame-Options")).as(preview).containsExactly("SAMEORIGIN");
		}
		assertThat(author.open("/templates/quick/preview?authority=X99000007&asAt=31/2/2021").words()).contains("As-at date must be a real date");
		assertThat(author.open("/templates/quick/preview?authority=X99000099").status()).isEqualTo(404);
		assertThat(author.open("/templates/quick?authority=X99000099").faults()).containsExactly("Select a council");
		assertThat(author.open("/templates/quick/preview?authority=X99000007&asAt=2021-06-30").status()).isEqualTo(200);
	}

	@Test
	void faultOfAFoldedFieldIsInSight() throws Exception {
		var author = visit("author of runs", Role.AUTHOR);
		assertThat(author.open("/run").html().select("details[open]")).isEmpty();
		var faulty = author.send("/run", "pack", "quick", "authority", SmallCouncil.CODE, "since", "31/2/2021");
		assertThat(faulty.html().select("details[open] #since-error")).hasSize(1);
	}

	@Test
	void scheduleAtWorkThatFiresForNobodyIsNotSaidToRest() throws Exception {
		var nowhere = visit("keeper of nowhere", Role.ADMIN, "X99000009").open("/schedules").words();
		assertThat(nowhere).contains("Nothing is due: no schedule that is at work fires for a council").doesNotContain("No schedule is at work");
	}

}

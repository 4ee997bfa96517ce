package org.packhorse.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.packhorse.access.Accounts;
import org.packhorse.access.Actor;
import org.packhorse.access.AuditTrail;
import org.packhorse.access.Clearance;
import org.packhorse.access.Role;

class EntryTests {

	private Website site;

	@BeforeEach
	void open(@TempDir Path tables) {
		this.site = new Website(tables);
	}

	@AfterEach
	void close() {
		this.site.close();
	}

	@Test
	void tokenOfTheFirstStartMakesOneAccountAndNoMore() throws Exception {
		var accounts = this.site.bean(Accounts.class);
		var old = accounts.firstToken();
		var token = accounts.firstToken();
		var visit = this.site.visit();
		assertThat(visit.follow("/").words()).contains("Make the first account");
		assertThat(start(visit, old, "Programme Manager").faults()).containsExactly("Token is not the one that was printed last, or it is older than three days. Start serve again for a new one");
		var made = start(visit, token.toLowerCase().replaceAll("(.{4})", "$1 "), "Programme Manager");
		assertThat(made.location()).isEqualTo("/sign-in");
		assertThat(visit.signIn("programme manager").open("/").html().select("nav a").eachText()).contains("Run now", "People").doesNotContain("Audit");
		assertThat(this.site.visit().open("/start").location()).isEqualTo("/sign-in");
		assertThat(this.site.bean(AuditTrail.class).newest(2)).extracting(entry -> entry.action()).containsExactly("signed in", "account made");
	}

	private static Visit.Page start(Visit visit, String token, String name) throws IOException, InterruptedException {
		visit.open("/start");
		return visit.send("/start", "token", token, "name", name, "password", Visit.PASSWORD, "again", Visit.PASSWORD, "role", "author", "clearance", "members");
	}

	@Test
	void faultyFormLosesNothingThatWasTypedButPasswords() throws Exception {
		this.site.bean(Accounts.class).firstToken();
		var visit = this.site.visit();
		visit.open("/start");
		var page = visit.send("/start", "token", "WRONG", "name", "Clerk \"x\" <b>", "password", "packhorse1", "again", "packhorse1", "role", "viewer");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.faults()).containsExactly("Password must be at least 12 characters: three or four words are easy to remember", "Select which packs may be read");
		assertThat(page.html().title()).startsWith("Error: ");
		assertThat(page.html().select("#name").val()).isEqualTo("Clerk \"x\" <b>");
		assertThat(page.html().select("input[value=viewer]").hasAttr("checked")).isTrue();
		assertThat(page.html().select("input[type=password]").eachAttr("value")).isEmpty();
		page.html().select(".govuk-error-summary__list a").forEach(link -> assertThat(page.html().select(link.attr("href"))).as(link.text()).hasSize(1));
	}

	@Test
	void sessionEndsWithItsAccountsRightsAndTheWorkingDay() throws Exception {
		var admin = this.site.signedIn("keeper", Clearance.PUBLIC, Role.ADMIN);
		var clerk = this.site.account("clerk", Clearance.MEMBERS, Role.AUTHOR);
		var visit = this.site.visit().signIn("clerk");
		var accounts = this.site.bean(Accounts.class);
		assertThat(visit.open("/").html().select("nav a").eachText()).contains("Run now");
		accounts.change(clerk, new Accounts.Rights(Set.of(Role.VIEWER), Clearance.PUBLIC, List.of()), true, new Actor("keeper"));
		assertThat(visit.open("/").html().select("nav a").eachText()).as("at once").doesNotContain("Run now");
		accounts.change(clerk, new Accounts.Rights(Set.of(Role.VIEWER), Clearance.PUBLIC, List.of()), false, new Actor("keeper"));
		assertThat(visit.open("/")).satisfies(page -> assertThat(page.location()).as(page.status() + page.words()).isEqualTo("/sign-in"));
		this.site.itIs("2021-07-01T21:01:00Z");
		assertThat(admin.open("/").location()).as("twelve hours later").isEqualTo("/sign-in");
	}

	@Test
	void wrongPasswordsAreSlowedWithoutKeepingTheHolderOut() throws Exception {
		this.site.account("keeper", Clearance.PUBLIC, Role.ADMIN);
		var own = this.site.visit().signIn("keeper");
		own.open("/");
		own.send("/sign-out");
		var stranger = this.site.visit();
		stranger.open("/sign-in");
		for (int i = 0; i < 10; i++) {
			var wrong = stranger.send("/sign-in", "name", "Keeper", "password", "guess number " + i);
			assertThat(wrong.status()).isEqualTo(422);
			assertThat(wrong.faults()).containsExactly("Name or password is not right");
		}
		assertThat(stranger.send("/sign-in", "name", "keeper", "password", Visit.PASSWORD).status()).as("even the right one").isEqualTo(429);
		assertThat(own.signIn("keeper").open("/").status()).as("in a browser that has been here").isEqualTo(200);
		this.site.itIs("2021-07-01T09:15:01Z");
		assertThat(stranger.send("/sign-in", "name", "keeper", "password", Visit.PASSWORD).status()).as("a quarter of an hour later").isEqualTo(302);
	}

	@Test
	void signingInChangesTheSession() throws Exception {
		this.site.account("keeper", Clearance.PUBLIC, Role.ADMIN);
		var visit = this.site.visit();
		var before = visit.open("/sign-in").answer().headers().firstValue("Set-Cookie").orElseThrow();
		assertThat(before).startsWith("packhorse=").contains("HttpOnly", "SameSite=Lax", "Path=/");
		var in = visit.send("/sign-in", "name", "keeper", "password", Visit.PASSWORD);
		assertThat(in.answer().headers().allValues("Set-Cookie")).anyMatch(cookie -> cookie.startsWith("packhorse=") && !cookie.split(";")[0].equals(before.split(";")[0]));
	}

	@Test
	void formOfAnotherSiteChangesNothing() throws Exception {
		this.site.account("keeper", Clearance.PUBLIC, Role.ADMIN);
		var visit = this.site.visit().signIn("keeper");
		var without = this.site.visit();
		assertThat(without.send("/sign-in", "name", "keeper", "password", Visit.PASSWORD).status()).isEqualTo(403);
		assertThat(visit.open("/").status()).isEqualTo(200);
		assertThat(visit.open("/nowhere").status()).isEqualTo(404);
	}

	@Test
	void newPasswordEndsEverySession() throws Exception {
		this.site.account("keeper", Clearance.PUBLIC, Role.ADMIN);
		var one = this.site.visit().signIn("keeper");
		var other = this.site.visit().signIn("keeper");
		one.open("/account");
		assertThat(one.send("/account/password", "old", "not it at all", "password", "a wholly new one", "again", "a wholly new one").faults()).containsExactly("Your password now is not right");
		assertThat(one.send("/account/password", "old", Visit.PASSWORD, "password", "a wholly new one", "again", "a wholly new one").location()).isEqualTo("/sign-in");
		assertThat(other.open("/").location()).isEqualTo("/sign-in");
	}

	@Test
	void invitationSetsAPasswordOnce() throws Exception {
		var accounts = this.site.bean(Accounts.class);
		this.site.account("keeper", Clearance.PUBLIC, Role.ADMIN);
		var made = accounts.make("Chair’s office", new Accounts.Rights(Set.of(Role.VIEWER), Clearance.MEMBERS, List.of()), null, new Actor("keeper")).orElseThrow();
		var token = accounts.invite(made, new Actor("keeper"));
		var visit = this.site.visit();
		visit.open("/welcome");
		assertThat(visit.send("/welcome", "token", token, "password", Visit.PASSWORD, "again", Visit.PASSWORD).location()).isEqualTo("/sign-in");
		assertThat(visit.signIn("chair’s office").open("/").status()).isEqualTo(200);
		assertThat(visit.send("/welcome", "token", token, "password", Visit.PASSWORD, "again", Visit.PASSWORD).faults()).containsExactly("Token is not right, was used, or is older than three days. Ask for another");
	}

}

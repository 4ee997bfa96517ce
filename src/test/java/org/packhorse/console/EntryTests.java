package org.packhorse.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.packhorse.access.Accounts;
import org.packhorse.access.Actor;
import org.packhorse.access.AuditTrail;
import org.packhorse.access.Clearance;
import org.packhorse.access.Role;

class EntryTests {

	private static Website site;

	private static int days;

	private static LocalDateTime begun = LocalDateTime.MIN;

	@BeforeAll
	static void open(@TempDir Path tables) {
		site = new Website(tables);
	}

	@AfterAll
	static void close() {
		site.close();
	}

	/// Nobody is there yet, it is nine in the morning, and no password was wrong for a while.
	@BeforeEach
	void begin() {
		site.sql().sql("DELETE FROM accounts").update();
		var now = Instant.parse("2021-07-01T09:00:00Z").plus(Duration.ofDays(++days));
		site.itIs(now.toString());
		begun = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
	}

	@Test
	void tokenOfTheFirstStartMakesOneAccountAndNoMore() throws Exception {
		var accounts = site.bean(Accounts.class);
		var old = accounts.firstToken();
		var token = accounts.firstToken();
		var visit = site.visit();
		assertThat(visit.follow("/").words()).contains("Make the first account");
		assertThat(start(visit, old, "Programme Manager").faults()).containsExactly("Token is not the one that was printed last, or it is older than three days. Start serve again for a new one");
		var made = start(visit, token.toLowerCase().replaceAll("(.{4})", "$1 "), "Programme Manager");
		assertThat(made.location()).isEqualTo("/sign-in");
		assertThat(visit.signIn("programme manager").open("/").html().select("nav a").eachText()).contains("Run now", "People").doesNotContain("Audit");
		assertThat(site.visit().open("/start").location()).isEqualTo("/sign-in");
		assertThat(site.bean(AuditTrail.class).newest(2)).extracting(entry -> entry.action()).containsExactly("signed in", "account made");
	}

	private static Visit.Page start(Visit visit, String token, String name) throws IOException, InterruptedException {
		visit.open("/start");
		return visit.send("/start", "token", token, "name", name, "password", Visit.PASSWORD, "again", Visit.PASSWORD, "role", "author", "clearance", "members");
	}

	@Test
	void faultyFormLosesNothingThatWasTypedButPasswords() throws Exception {
		site.bean(Accounts.class).firstToken();
		var visit = site.visit();
		visit.open("/start");
		var page = visit.send("/start", "token", "WRONG", "name", "Clerk \"x\" <b>", "password", "packhorse1", "again", "packhorse1", "role", "viewer");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.faults()).containsExactly("Token is not the one that was printed last, or it is older than three days. Start serve again for a new one", "Password must be at least 12 characters: three or four words are easy to remember", "Select which packs may be read");
		assertThat(page.html().title()).startsWith("Error: ");
		assertThat(page.html().select("#name").val()).isEqualTo("Clerk \"x\" <b>");
		assertThat(page.html().select("input[value=viewer]").hasAttr("checked")).isTrue();
		assertThat(page.html().select("input[type=password]").eachAttr("value")).isEmpty();
		page.html().select(".govuk-error-summary__list a").forEach(link -> assertThat(page.html().select(link.attr("href"))).as(link.text()).hasSize(1));
	}

	@Test
	void sessionEndsWithItsAccountsRightsAndTheWorkingDay() throws Exception {
		var admin = site.signedIn("keeper", Clearance.PUBLIC, Role.ADMIN);
		var clerk = site.account("clerk", Clearance.MEMBERS, Role.AUTHOR);
		var visit = site.visit().signIn("clerk");
		var accounts = site.bean(Accounts.class);
		assertThat(visit.open("/").html().select("nav a").eachText()).contains("Run now");
		accounts.change(clerk, new Accounts.Rights(Set.of(Role.VIEWER), Clearance.PUBLIC, List.of()), true, new Actor("keeper"));
		assertThat(visit.open("/").html().select("nav a").eachText()).as("at once").doesNotContain("Run now");
		accounts.change(clerk, new Accounts.Rights(Set.of(Role.VIEWER), Clearance.PUBLIC, List.of()), false, new Actor("keeper"));
		assertThat(visit.open("/")).satisfies(page -> assertThat(page.location()).as(page.status() + page.words()).isEqualTo("/sign-in"));
		site.itLasts(Duration.ofHours(12).plusMinutes(1));
		assertThat(admin.open("/").location()).as("twelve hours later").isEqualTo("/sign-in");
	}

	@Test
	void wrongPasswordsAreSlowedWithoutKeepingTheHolderOut() throws Exception {
		site.account("keeper", Clearance.PUBLIC, Role.ADMIN);
		var own = site.visit().signIn("keeper");
		own.open("/");
		own.send("/sign-out");
		var stranger = site.visit();
		stranger.open("/sign-in");
		for (int i = 0; i < 10; i++) {
			var wrong = stranger.send("/sign-in", "name", "Keeper", "password", "guess number " + i);
			assertThat(wrong.status()).as("try %d", i).isEqualTo(422);
			assertThat(wrong.faults()).containsExactly("Name or password is not right");
		}
		assertThat(stranger.send("/sign-in", "name", "keeper", "password", Visit.PASSWORD).status()).as("even the right one").isEqualTo(429);
		assertThat(own.signIn("keeper").open("/").status()).as("in a browser that has been here").isEqualTo(200);
		await().untilAsserted(() -> assertThat(heldUp()).containsExactly("packhorse account keeper {\"because of\":\"wrong passwords\",\"from\":\"browsers that the account has not used\"}"));
		site.itLasts(Duration.ofMinutes(15).plusSeconds(1));
		assertThat(stranger.send("/sign-in", "name", "keeper", "password", Visit.PASSWORD).status()).as("a quarter of an hour later").isEqualTo(302);
	}

	/// What the trail says of passwords that were tried too often since this test began.
	private static List<String> heldUp() {
		return site.sql().sql("SELECT CONCAT(actor, ' ', object, ' ', detail_json) FROM audit WHERE action = 'held up' AND at >= ? ORDER BY seq").param(begun).query(String.class).list();
	}

	@Test
	void trailNamesNoAccountThatIsNotThereAndSaysTheSameOnceAnHour() throws Exception {
		site.account("keeper", Clearance.PUBLIC, Role.ADMIN);
		var stranger = site.visit();
		stranger.open("/sign-in");
		for (int round = 0; round < 3; round++) {
			for (int i = 0; i < 10; i++) {
				stranger.send("/sign-in", "name", "keeper", "password", "guess number " + i);
				stranger.send("/sign-in", "name", "nobody " + round, "password", "guess number " + i);
			}
			site.itLasts(Duration.ofMinutes(16));
		}
		for (int i = 0; i < 50; i++) {
			stranger.send("/sign-in", "name", "nobody " + i, "password", "guess");
		}
		await().untilAsserted(() -> assertThat(heldUp()).hasSize(2));
		assertThat(heldUp()).first().asString().startsWith("packhorse account keeper");
		assertThat(heldUp()).last().asString().isEqualTo("packhorse sign-in {\"because of\":\"wrong passwords\",\"from\":\"one address\"}");
	}

	@Test
	void strangerLearnsNoNamesAndFaultyChoicesMakeNoAccount() throws Exception {
		var accounts = site.bean(Accounts.class);
		var token = accounts.firstToken();
		var visit = site.visit();
		visit.open("/start");
		var faulty = visit.send("/start", "token", token, "name", "keeper", "password", Visit.PASSWORD, "again", Visit.PASSWORD, "role", "king", "clearance", "public");
		assertThat(faulty.faults()).containsExactly("'king' is not offered");
		assertThat(accounts.all()).isEmpty();
		site.account("keeper", Clearance.PUBLIC, Role.ADMIN);
		for (String name : List.of("keeper", "nobody at all")) {
			assertThat(visit.send("/start", "token", "GUESS", "name", name, "password", Visit.PASSWORD, "again", Visit.PASSWORD, "clearance", "public").faults()).as(name)
				.containsExactly("Token is not the one that was printed last, or it is older than three days. Start serve again for a new one");
		}
	}

	@Test
	void nothingIsKeptForWhoHasNotSignedIn() throws Exception {
		site.account("keeper", Clearance.PUBLIC, Role.ADMIN);
		var visit = site.visit();
		visit.open("/runs");
		assertThat(visit.open("/sign-in").answer().headers().allValues("Set-Cookie")).as("no session").noneMatch(cookie -> cookie.startsWith("packhorse="))
			.allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/"));
		var in = visit.send("/sign-in", "name", "keeper", "password", Visit.PASSWORD);
		assertThat(in.answer().headers().allValues("Set-Cookie")).anySatisfy(cookie -> assertThat(cookie).startsWith("packhorse=").contains("HttpOnly", "SameSite=Lax", "Path=/"));
	}

	@Test
	void whoSignsInGoesWhereTheyWantedToWithinTheConsole() throws Exception {
		site.account("keeper", Clearance.PUBLIC, Role.ADMIN);
		var visit = site.visit();
		var sent = visit.open("/people/new").answer().headers().firstValue("Location").orElseThrow();
		assertThat(sent).endsWith("/sign-in?to=%2Fpeople%2Fnew");
		assertThat(visit.open("/sign-in?to=%2Fpeople%2Fnew").html().select("input[name=to]").val()).isEqualTo("/people/new");
		assertThat(visit.send("/sign-in", "name", "keeper", "password", Visit.PASSWORD, "to", "/people/new").location()).isEqualTo("/people/new");
		for (String elsewhere : List.of("https://evil.example/", "//evil.example/people", "/\\evil.example", "/d/abc", "/assets/console.css", "/people\r\nX: y", "/nowhere")) {
			var other = site.visit();
			assertThat(other.open("/sign-in?to=" + URLEncoder.encode(elsewhere, StandardCharsets.UTF_8)).html().select("input[name=to]")).as(elsewhere).isEmpty();
			assertThat(other.send("/sign-in", "name", "keeper", "password", Visit.PASSWORD, "to", elsewhere).location()).as(elsewhere).isEqualTo("/");
		}
	}

	@Test
	void holderWhoChangesThePasswordWhileStrangersTryComesBackIn() throws Exception {
		site.account("keeper", Clearance.PUBLIC, Role.ADMIN);
		var own = site.visit().signIn("keeper");
		var stranger = site.visit();
		stranger.open("/sign-in");
		for (int i = 0; i < 10; i++) {
			stranger.send("/sign-in", "name", "keeper", "password", "guess number " + i);
		}
		own.open("/account");
		own.send("/account/password", "old", Visit.PASSWORD, "password", "a wholly new one", "again", "a wholly new one");
		own.open("/sign-in");
		assertThat(own.send("/sign-in", "name", "keeper", "password", "a wholly new one").status()).isEqualTo(302);
	}

	@Test
	void pageThatMovesByItselfIsNoClick() throws Exception {
		var visit = site.signedIn("keeper", Clearance.PUBLIC, Role.ADMIN);
		visit.open("/runs");
		site.itLasts(Duration.ofMinutes(31));
		var moved = visit.ask(HttpRequest.newBuilder(visit.at("/runs/1/state")).header("HX-Request", "true").build());
		assertThat(moved.status()).isEqualTo(401);
		assertThat(moved.answer().headers().firstValue("HX-Redirect")).hasValue("/sign-in");
		assertThat(visit.open("/runs").location()).isEqualTo("/sign-in");
	}

	@Test
	void formOfAnotherSiteChangesNothing() throws Exception {
		site.account("keeper", Clearance.PUBLIC, Role.ADMIN);
		var visit = site.visit().signIn("keeper");
		var without = site.visit();
		assertThat(without.send("/sign-in", "name", "keeper", "password", Visit.PASSWORD).status()).isEqualTo(403);
		var lost = site.visit().send("/people/new", "name", "Somebody <b>", "password", "not shown");
		assertThat(lost.status()).isEqualTo(403);
		assertThat(lost.words()).as("nothing that was typed is lost").contains("Somebody <b>").doesNotContain("not shown");
		assertThat(visit.open("/").status()).isEqualTo(200);
		assertThat(visit.open("/nowhere").status()).isEqualTo(404);
	}

	@Test
	void newPasswordEndsEverySession() throws Exception {
		site.account("keeper", Clearance.PUBLIC, Role.ADMIN);
		var one = site.visit().signIn("keeper");
		var other = site.visit().signIn("keeper");
		one.open("/account");
		assertThat(one.send("/account/password", "old", "not it at all", "password", "a wholly new one", "again", "a wholly new one").faults()).containsExactly("Your password now is not right");
		assertThat(one.send("/account/password", "old", Visit.PASSWORD, "password", "a wholly new one", "again", "a wholly new one").location()).isEqualTo("/sign-in");
		assertThat(other.open("/").location()).isEqualTo("/sign-in");
	}

	@Test
	void invitationSetsAPasswordOnce() throws Exception {
		var accounts = site.bean(Accounts.class);
		site.account("keeper", Clearance.PUBLIC, Role.ADMIN);
		var made = accounts.make("Chair’s office", new Accounts.Rights(Set.of(Role.VIEWER), Clearance.MEMBERS, List.of()), null, new Actor("keeper")).orElseThrow();
		var token = accounts.invite(made, new Actor("keeper"));
		var visit = site.visit();
		visit.open("/welcome");
		assertThat(visit.send("/welcome", "token", token, "password", Visit.PASSWORD, "again", Visit.PASSWORD).location()).isEqualTo("/sign-in");
		assertThat(visit.signIn("chair’s office").open("/").status()).isEqualTo(200);
		assertThat(visit.send("/welcome", "token", token, "password", Visit.PASSWORD, "again", Visit.PASSWORD).faults()).containsExactly("Token is not right, was used, or is older than three days. Ask for another");
	}

}

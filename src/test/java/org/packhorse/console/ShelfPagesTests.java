package org.packhorse.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.packhorse.ImportFiles;
import org.packhorse.SmallCouncil;
import org.packhorse.TestHome;
import org.packhorse.pack.PackRequest;
import org.packhorse.run.PackRuns;
import org.packhorse.access.ApiTokens;
import org.packhorse.access.AuditEntry;
import org.packhorse.access.AuditTrail;
import org.packhorse.access.Clearance;
import org.packhorse.access.Role;
import org.packhorse.access.Scope;
import org.packhorse.pack.Edition;
import org.springframework.test.util.ReflectionTestUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Editions, deliveries and the audit trail as people of each role see them.
class ShelfPagesTests {

	private static final String CHAIR = "chair@council.example";

	private static Website site;

	private static Edition edition;

	private static String page;

	@BeforeAll
	static void open(@TempDir Path tables) throws Exception {
		site = new Website(tables, "--packhorse.workers=remote");
		site.account("first keeper", Clearance.PUBLIC, Role.ADMIN);
		edition = site.publish(false);
		page = "/editions/" + edition.name();
		site.sql().sql("INSERT INTO distribution_lists (authority, list, title, audience) VALUES (?, 'board', 'The board', 'members'), (?, 'readers', 'Readers', 'public')")
			.params(SmallCouncil.CODE, SmallCouncil.CODE)
			.update();
		site.sql().sql("INSERT INTO recipients (authority, list, email, name, clearance) VALUES (?, 'board', ?, 'Independent chair', 'members')").params(SmallCouncil.CODE, CHAIR).update();
	}

	@AfterAll
	static void close() {
		site.close();
	}

	@Test
	void whatSomebodyMayNotSeeAnswersLikeWhatIsNotThere() throws Exception {
		var visit = site.signedIn("outsider", Clearance.PUBLIC, Role.VIEWER);
		assertThat(visit.open("/editions").words()).contains("None.").doesNotContain("Quick");
		var nothing = visit.open("/editions/X99000007/quick/2021-06-30/v99");
		assertThat(nothing.status()).isEqualTo(404);
		for (String path : List.of(page, page + "/preview", page + "/changes", page + "/files/manifest.json")) {
			var answer = visit.open(path);
			assertThat(answer.status()).as(path).isEqualTo(404);
			assertThat(bare(answer)).as(path).isEqualTo(bare(nothing));
		}
	}

	/// A page without what differs each time.
	private static String bare(Visit.Page page) {
		page.html().select("input[name=_csrf]").remove();
		return page.html().html();
	}

	/// Here packs are made by workers, and nobody has said yet how their broker is reached.
	@Test
	void runThatCannotReachItsWorkersIsRefusedByPageAndScriptAndNeverBegun() throws Exception {
		var said = List.of("packhorse.broker.user: nobody speaks to a broker without a name; set PACKHORSE_BROKER_USER in the environment",
				"packhorse.broker.password: nobody speaks to a broker without a password; set PACKHORSE_BROKER_PASSWORD in the environment");
		var account = site.account("author without workers", Clearance.MEMBERS, Role.AUTHOR);
		var visit = site.visit().signIn(account.name());
		visit.open("/run");
		var page = visit.send("/run", "pack", "quick", "authority", SmallCouncil.CODE, "asAt", "30/6/2021");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.faults()).first().asString().contains("The broker is set up wrongly");
		assertThat(page.faults()).containsAll(said);
		assertThat(page.html().select("#asAt").val()).as("nothing is lost that was typed").isEqualTo("30/6/2021");
		var token = site.bean(ApiTokens.class).make(account, "test", Set.of(Scope.RUN), Instant.parse("2021-12-01T00:00:00Z"));
		var script = site.visit().ask(HttpRequest.newBuilder(visit.at("/api/v1/runs"))
			.header("Authorization", "Bearer " + token)
			.POST(HttpRequest.BodyPublishers.ofString("{\"pack\": \"quick\", \"authority\": \"X99000007\"}"))
			.build());
		assertThat(script.status()).isEqualTo(422);
		assertThat(new String(script.answer().body(), StandardCharsets.UTF_8)).contains(said);
		assertThat(site.sql().sql("SELECT COUNT(*) FROM runs").query(Integer.class).single()).isZero();
	}

	@Test
	void runThatMayBeBegunLaterIsRefusedByThePageAsBusy() throws Exception {
		var visit = site.signedIn("author among many", Clearance.MEMBERS, Role.AUTHOR);
		visit.open("/run");
		var hands = (Semaphore) ReflectionTestUtils.getField(site.bean(RunDesk.class), "hands");
		int free = hands.drainPermits();
		try {
			var page = visit.send("/run", "pack", "quick", "authority", SmallCouncil.CODE, "asAt", "30/6/2021");
			assertThat(page.status()).isEqualTo(503);
			assertThat(page.faults()).containsExactly("6 runs that people began are at work. Wait until one of them has ended.");
			assertThat(page.html().select("#asAt").val()).as("nothing is lost that was typed").isEqualTo("30/6/2021");
		}
		finally {
			hands.release(free);
		}
	}

	@Test
	void readerFindsAnEditionAndLooksAtItsPages() throws Exception {
		var visit = site.signedIn("reader", Clearance.MEMBERS, Role.VIEWER);
		var found = visit.open("/editions?authority=X99000007&pack=quick&from=1/6/2021&to=30/6/2021&state=final&text=QUICK");
		assertThat(found.html().select("table a").eachAttr("href")).contains(page);
		assertThat(found.html().select("#authority option[selected]").text()).isEqualTo("Testingham");
		var one = visit.open(page);
		assertThat(one.words()).contains("Quick <b>pack</b> of Testingham as at 30 June 2021, version 1", "OFFICIAL", "Performance Manager").doesNotContain("Send it");
		assertThat(one.html().select("iframe").attr("src")).isEqualTo(page + "/preview");
		assertThat(one.html().select("iframe").hasAttr("sandbox")).isTrue();
		var preview = visit.open(page + "/preview");
		assertThat(preview.answer().headers().firstValue("Content-Security-Policy").orElseThrow()).contains("default-src 'none'", "sandbox;", "frame-ancestors 'self'").doesNotContain("script-src");
		assertThat(preview.answer().headers().allValues("X-Frame-Options")).containsExactly("SAMEORIGIN");
		assertThat(preview.answer().headers().firstValue("Cache-Control")).hasValueSatisfying(value -> assertThat(value).contains("no-store"));
		assertThat(preview.words()).contains("This pack shows Testingham as at 30 June 2021.");
		assertThat(one.answer().headers().allValues("X-Frame-Options")).containsExactly("DENY");
	}

	@Test
	void fileIsSavedUnderItsNameAsItWasPublishedAndPutDown() throws Exception {
		var visit = site.signedIn("collector", Clearance.MEMBERS, Role.VIEWER);
		var name = "testingham-quick-2021-06-30.xlsx";
		var file = visit.open(page + "/files/" + name);
		assertThat(file.status()).isEqualTo(200);
		assertThat(file.answer().body()).isEqualTo(Files.readAllBytes(edition.path().resolve(name)));
		assertThat(file.answer().headers().firstValue("Content-Disposition").orElseThrow()).startsWith("attachment; ").contains("filename*=UTF-8''" + name);
		assertThat(file.answer().headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
		assertThat(visit.open(page + "/files/manifest.json").words()).isEmpty();
		assertThat(visit.open(page + "/files/nothing.docx").status()).isEqualTo(404);
		assertThat(site.bean(AuditTrail.class).newest(edition.name(), 20)).filteredOn(entry -> entry.actor().equals("collector")).extracting(AuditEntry::action, AuditEntry::detail)
			.containsExactly(tuple("opened", "{\"file\":\"manifest.json\"}"), tuple("opened", "{\"file\":\"" + name + "\"}"));
	}

	@Test
	void whoLooksAtPagesIsPutDownOnceAnHour() throws Exception {
		var visit = site.signedIn("looker", Clearance.MEMBERS, Role.AUTHOR);
		for (int i = 0; i < 3; i++) {
			assertThat(visit.open(page + "/preview").status()).isEqualTo(200);
			assertThat(visit.open("/templates/quick/preview?authority=X99000007&asAt=30/6/2021").status()).isEqualTo(200);
		}
		assertThat(previewed("looker")).containsExactly(edition.name() + " {\"state\":\"final\"}", "X99000007/quick {\"asAt\":\"2021-06-30\",\"state\":\"no edition\"}");
		var other = site.signedIn("second looker", Clearance.MEMBERS, Role.VIEWER);
		other.open(page + "/preview");
		assertThat(previewed("second looker")).hasSize(1);
	}

	private static List<String> previewed(String actor) {
		return site.sql().sql("SELECT CONCAT(object, ' ', detail_json) FROM audit WHERE action = 'previewed' AND actor = ? ORDER BY seq").param(actor).query(String.class).list();
	}

	@Test
	void keepersKnowThatAnEditionIsThereAndNotWhatIsInIt() throws Exception {
		var visit = site.signedIn("keeper", Clearance.RESTRICTED, Role.ADMIN);
		assertThat(visit.open("/editions").html().select("table a").eachAttr("href")).contains(page);
		var one = visit.open(page);
		assertThat(one.words()).contains("not what is in it");
		assertThat(one.html().select("iframe, table a[download]")).isEmpty();
		assertThat(visit.open(page + "/preview").status()).isEqualTo(403);
	}

	@Test
	void fileThatWasChangedIsRefusedInWords(@TempDir Path more) throws Exception {
		new ImportFiles(more).csv("plans", "authority,code,title\nX99000007,P1,Plan of another name\n").into(site.database());
		var other = site.publish(false);
		var visit = site.signedIn("second reader", Clearance.MEMBERS, Role.VIEWER);
		assertThat(visit.open("/editions/" + other.name() + "/changes").words()).contains("Ratings that differ from Quick <b>pack</b> of Testingham as at 30 June 2021, version 1 " + edition.name(), "every plan, section, action and indicator is rated as it was");
		assertThat(visit.open(page).words()).contains("A newer version has taken the place of this one: Quick <b>pack</b> of Testingham as at 30 June 2021, version 2 " + other.name());
		var html = other.path().resolve("testingham-quick-2021-06-30.html");
		html.toFile().setWritable(true);
		Files.writeString(html, "<p>Something else</p>");
		var refused = visit.open("/editions/" + other.name() + "/preview");
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.words()).contains("testingham-quick-2021-06-30.html is not what was published").doesNotContain("Something else");
		assertThat(new String(refused.answer().body(), StandardCharsets.UTF_8)).doesNotContain(site.home().toString());
		Files.delete(other.path().resolve("manifest.json"));
		assertThat(visit.open("/editions/" + other.name()).words()).contains("The files of this edition are not where they were published");
		site.sql().sql("DELETE FROM editions WHERE id = ?").param(other.number()).update();
	}

	@Test
	void whatHasMovedSinceTheLastEditionIsTold() throws Exception {
		var templates = site.home().resolve("report-templates");
		TestHome.copy(templates.resolve("quick"), templates.resolve("brief"));
		for (LocalDate day : List.of(LocalDate.of(2021, 5, 31), Website.DAY)) {
			site.bean(PackRuns.class).make(new PackRequest(SmallCouncil.CODE, "brief", day, List.of(), null, false, List.of(), site.home().resolve("out"), "Performance Manager"), 0, _ -> {
			});
		}
		var changes = site.signedIn("third reader", Clearance.MEMBERS, Role.VIEWER).open("/editions/X99000007/brief/2021-06-30/v1/changes");
		assertThat(changes.status()).isEqualTo(200);
		assertThat(changes.words()).contains("30 September 2021", "31 October 2021");
	}

	@Test
	void faultySearchKeepsWhatWasTyped() throws Exception {
		var visit = site.signedIn("typist", Clearance.MEMBERS, Role.VIEWER);
		var faulty = visit.open("/editions?from=31/2/2021&to=1/6/2021&text=quick");
		assertThat(faulty.status()).isEqualTo(422);
		assertThat(faulty.faults()).containsExactly("Earliest day must be a real date, such as 31/3/2026 or 2026-03-31");
		assertThat(faulty.html().select("#from").val()).isEqualTo("31/2/2021");
		assertThat(faulty.html().select("#text").val()).isEqualTo("quick");
		assertThat(visit.open("/editions?from=2021-07-01&to=2021-06-01").faults()).hasSize(1);
	}

	@Test
	void editionIsSentAfterALookAtWhoWouldGetItAndADoubtfulMessageIsSettled() throws Exception {
		var visit = site.signedIn("author", Clearance.MEMBERS, Role.AUTHOR);
		visit.open(page + "/send");
		assertThat(visit.send(page + "/send", "act", "look").faults()).containsExactly("Select the lists that it goes to");
		assertThat(visit.send(page + "/send", "act", "post", "list", "readers").faults()).anyMatch(fault -> fault.contains("The list readers is for packs that are public"));
		var look = visit.send(page + "/send", "act", "look", "list", "board");
		assertThat(look.words()).contains("It would go to 1 person", CHAIR, "Independent chair");
		assertThat(site.sql().sql("SELECT COUNT(*) FROM deliveries").query(Integer.class).single()).as("nothing yet").isZero();
		assertThat(goOn(visit, visit.send(page + "/send", "act", "rehearse", "list", "board")).words()).contains("1 message posted to the mailbox of rehearsals.", "rehearsal");
		var ledger = goOn(visit, visit.send(page + "/send", "act", "post", "list", "board"));
		assertThat(ledger.words()).contains("1 message posted.", CHAIR, "pending");
		long number = site.sql().sql("SELECT id FROM deliveries WHERE kind = 'EDITION'").query(Long.class).single();
		var message = "/deliveries/" + number;
		assertThat(visit.open(message).html().select("main form")).as("nothing to settle").isEmpty();
		site.sql().sql("UPDATE deliveries SET state = 'DOUBTFUL', reason = 'No answer came for <chair@council.example>' WHERE id = ?").param(number).update();
		assertThat(visit.open("/deliveries").html().select("table a").first().attr("href")).as("doubtful ones first").isEqualTo(message);
		auditorSeesNoAddress(message);
		var faulty = visit.send(message, "decision", "resend", "reason", "");
		assertThat(faulty.faults()).containsExactly("Enter why, such as: in the mail server's log at 9:02");
		assertThat(faulty.html().select("input[value=resend]").hasAttr("checked")).isTrue();
		assertThat(visit.send(message, "reason", "in the log").faults()).containsExactly("Select what became of the message");
		assertThat(visit.send(message, "decision", "delivered", "reason", "in the relay's log at 9:02").location()).isEqualTo(message);
		assertThat(visit.open(message).words()).contains("delivered", "in the relay's log at 9:02");
		assertThat(visit.send(message, "decision", "resend", "reason", "again").faults()).containsExactly("Message %d is delivered, which leaves nothing to settle in this way".formatted(number));
		assertThat(site.bean(AuditTrail.class).newest("delivery " + number, 1)).extracting(AuditEntry::actor).containsExactly("author");
		var outsider = site.signedIn("outside author", Clearance.PUBLIC, Role.AUTHOR);
		assertThat(outsider.open("/deliveries").words()).contains("None.");
		assertThat(outsider.open(message).status()).isEqualTo(404);
	}

	@Test
	void allMailIsHeldAndLetGoByAnAuthorOfEverythingWhoHasLooked() throws Exception {
		var visit = site.signedIn("author of everything", Clearance.RESTRICTED, Role.AUTHOR);
		visit.open("/deliveries/hold");
		assertThat(visit.send("/deliveries/hold", "act", "hold", "reason", "").faults()).containsExactly("Enter why. It goes into the audit trail");
		assertThat(visit.send("/deliveries/hold", "act", "lift", "reason", "x").faults()).containsExactly("Mail is not held: there is nothing to lift");
		assertThat(goOn(visit, visit.send("/deliveries/hold", "act", "hold", "reason", "the wrong pack, says chair@council.example")).words()).contains("All mail is held. What has not ended yet",
				"All mail is held: the wrong pack, says (address). Nothing is sent. Look at why, and let it go");
		var limited = site.signedIn("author of members' packs", Clearance.MEMBERS, Role.AUTHOR);
		assertThat(limited.open("/deliveries").words()).contains("All mail is held. Nothing is sent. An author who may read every pack of every council looks at why").doesNotContain("the wrong pack");
		assertThat(limited.open("/").words()).contains("All mail is held.").doesNotContain("the wrong pack");
		assertThat(limited.open(page + "/send").words()).contains("All mail is held. Nothing is posted.").doesNotContain("the wrong pack");
		assertThat(site.signedIn("hold's keeper", Clearance.PUBLIC, Role.ADMIN).open("/").words()).contains("All mail is held: the wrong pack");
		assertThat(limited.open("/deliveries/hold").status()).isEqualTo(404);
		assertThat(limited.send("/deliveries/hold", "act", "lift", "reason", "mine").status()).isEqualTo(404);
		assertThat(visit.send("/deliveries/hold", "act", "lift", "reason", "looked", "seen", "another").faults()).containsExactly("What holds mail is not what you have seen. Look at it again");
		var look = visit.open("/deliveries/hold");
		assertThat(look.words()).contains("The wrong pack, says (address)", "The send journal says nothing that the ledger does not");
		assertThat(goOn(visit, visit.send("/deliveries/hold", "act", "lift", "reason", "the right one after all", "seen", look.html().select("input[name=seen]").val())).words())
			.contains("Mail goes again.").doesNotContain("All mail is held");
		assertThat(site.bean(AuditTrail.class).newest("mail", 2)).extracting(AuditEntry::actor, AuditEntry::action).containsExactly(tuple("author of everything", "hold lifted"),
				tuple("author of everything", "held"));
		assertThat(site.bean(AuditTrail.class).newest("mail", 2)).extracting(AuditEntry::detail).allMatch(detail -> !detail.contains("@"));
	}

	@Test
	void scriptHoldsMailAndLetsItGo() throws Exception {
		var token = site.bean(ApiTokens.class).make(site.account("holding script", Clearance.RESTRICTED, Role.AUTHOR), "test", Set.of(Scope.READ, Scope.HOLD), Instant.parse("2021-12-01T00:00:00Z"));
		var path = "/api/v1/deliveries/hold";
		assertThat(json(token, "GET", path, null, 200).at("/held").booleanValue()).isFalse();
		assertThat(json(token, "POST", path, "{\"act\":\"stop\"}", 422).at("/problems").valueStream().map(problem -> problem.at("/field").asString()).toList()).containsExactly("act", "reason");
		json(token, "POST", path, "{\"act\":\"hold\",\"reason\":\"the wrong pack\"}", 200);
		assertThat(json(token, "POST", path, "{\"act\":\"lift\",\"reason\":\"unseen\"}", 422).at("/problems/0/field").asString()).isEqualTo("seen");
		json(sender("sending script", Clearance.RESTRICTED), "POST", path, "{\"act\":\"lift\",\"reason\":\"mine\"}", 403);
		assertThat(json(token, "GET", "/api/v1/deliveries", null, 200).at("/held").asString()).isEqualTo("All mail is held: the wrong pack");
		var limited = sender("limited script", Clearance.MEMBERS);
		assertThat(json(limited, "GET", "/api/v1/deliveries", null, 200).at("/held").asString()).isEqualTo("All mail is held");
		assertThat(json(limited, "POST", "/api/v1" + page + "/send", "{\"act\":\"post\",\"list\":[\"board\"]}", 422).toString()).contains("All mail is held. Nothing is posted").doesNotContain("wrong");
		var look = json(token, "GET", path, null, 200);
		assertThat(look.at("/reason").asString()).isEqualTo("the wrong pack");
		json(token, "POST", path, "{\"act\":\"lift\",\"reason\":\"looked\",\"seen\":\"%s\"}".formatted(look.at("/seen").asString()), 200);
		assertThat(json(token, "GET", path, null, 200).at("/held").booleanValue()).isFalse();
	}

	private static String sender(String name, Clearance clearance) {
		return site.bean(ApiTokens.class).make(site.account(name, clearance, Role.AUTHOR), "test", Set.of(Scope.READ, Scope.SEND), Instant.parse("2021-12-01T00:00:00Z"));
	}

	/// Where an answer sends on to, with all that it asks for there.
	private static Visit.Page goOn(Visit visit, Visit.Page answer) throws Exception {
		return visit.open(answer.answer().headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]+", ""));
	}

	@Test
	void scriptsGetTheSameAsPeople() throws Exception {
		var token = sender("script", Clearance.MEMBERS);
		var one = "/api/v1" + page;
		assertThat(json(token, "GET", "/api/v1/editions?pack=quick", null, 200).at("/items/0/name").asString()).isEqualTo(edition.name());
		assertThat(json(token, "GET", one, null, 200).at("/manifest/marking").asString()).isEqualTo("OFFICIAL");
		assertThat(json(token, "GET", one + "/changes", null, 200).at("/changes/refusal").asString()).isEmpty();
		assertThat(json(token, "GET", one + "/files/manifest.json", null, 200).at("/audience").asString()).isEqualTo("members");
		assertThat(json(token, "GET", "/api/v1/editions/X99000007/quick/2021-06-30/v99", null, 404).at("/problems/0/problem").asString()).isEqualTo("There is no such thing.");
		assertThat(json(token, "GET", "/api/v1/editions?from=31/2/2021", null, 422).at("/problems/0/field").asString()).isEqualTo("from");
		assertThat(json(token, "GET", "/api/v1/editions?from=2021-07-01&to=2021-06-01", null, 422).at("/problems/0/field").asString()).isEqualTo("to");
		assertThat(json(token, "POST", one + "/send", "{\"act\":\"look\",\"list\":[\"board\"]}", 200).at("/readers/0/address").asString()).isEqualTo(CHAIR);
		assertThat(json(token, "POST", one + "/send", "{\"act\":\"look\",\"list\":[\"nobody\"]}", 422).at("/problems/0/problem").asString()).startsWith("There is no list nobody");
		assertThat(json(token, "POST", one + "/send", "no JSON", 400).at("/problems/0/problem").asString()).contains("JSON");
		assertThat(json(token, "GET", "/api/v1/deliveries", null, 200).at("/counts/DOUBTFUL").isNumber()).isTrue();
		assertThat(json(token, "POST", "/api/v1/deliveries/999999", "{\"decision\":\"resend\",\"reason\":\"x\"}", 404).at("/problems/0/problem").asString()).isNotEmpty();
		json(token, "GET", "/api/v1/audit", null, 403);
	}

	private static JsonNode json(String token, String method, String path, String body, int status) throws Exception {
		var request = HttpRequest.newBuilder(site.visit().at(path)).header("Authorization", "Bearer " + token).header("Content-Type", "application/json");
		var answer = site.visit().ask(request.method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body)).build());
		var text = new String(answer.answer().body(), StandardCharsets.UTF_8);
		assertThat(answer.status()).as(text).isEqualTo(status);
		return JsonMapper.shared().readTree(text);
	}

	private static void auditorSeesNoAddress(String message) throws Exception {
		var visit = site.signedIn("ledger's auditor", Clearance.PUBLIC, Role.AUDITOR);
		var one = visit.open(message);
		assertThat(one.words()).contains("c…@council.example", "No answer came for (address)").doesNotContain(CHAIR);
		assertThat(one.html().select("main form")).isEmpty();
		assertThat(visit.open("/deliveries").words()).contains("c…@council.example").doesNotContain(CHAIR);
	}

	@Test
	void auditorSearchesTheTrailAndHasItProved() throws Exception {
		var visit = site.signedIn("trail's auditor", Clearance.PUBLIC, Role.AUDITOR);
		var found = visit.open("/audit?object=" + SmallCouncil.CODE + "/quick&action=published&from=1/1/2021&to=31/12/2021");
		assertThat(found.html().select("table a").eachAttr("href")).contains(page);
		assertThat(found.words()).contains("Published Quick <b>pack</b> of Testingham as at 30 June 2021, version 1 " + edition.name(), "State final", "SHA-256 of its manifest " + edition.manifestSha256())
			.doesNotContain("{");
		assertThat(visit.open("/audit?authority=" + SmallCouncil.CODE).html().select("#authority option[selected]").text()).isEqualTo("Testingham");
		assertThat(visit.open("/audit?authority=X99000099").words()).contains("None.");
		assertThat(visit.open("/audit?from=2/2/2021&to=1/2/2021").faults()).containsExactly("To must be the same as or after from");
		assertThat(visit.send("/audit/verify").words()).contains("Proved", "as they were written");
		site.sql().sql("UPDATE audit SET actor = 'somebody else' WHERE seq = 1").update();
		assertThat(visit.send("/audit/verify").words()).contains("Not proved", "Entry 1 was changed");
	}

	@Test
	void councilIsSearchedForInTheLastTwelveMonthsUnlessADayIsGiven() throws Exception {
		var visit = site.signedIn("council's auditor", Clearance.PUBLIC, Role.AUDITOR);
		site.sql().sql("INSERT INTO audit (seq, at, actor, action, object, detail_json, prev, hash) VALUES (-1, '2020-06-30 09:00:00', 'clerk', 'retold', ?, '{}', '', '')").param(edition.name()).update();
		assertThat(visit.open("/audit?action=retold&authority=" + SmallCouncil.CODE).words()).contains("None.", "For a council, entries from 1 July 2020 on were searched.");
		assertThat(visit.open("/audit?action=retold&from=1/1/2020&authority=" + SmallCouncil.CODE).words()).contains(edition.name()).doesNotContain("were searched");
		assertThat(visit.open("/audit?action=retold&to=31/12/2020&authority=" + SmallCouncil.CODE).words()).contains(edition.name(), "entries from 31 December 2019 on were searched");
		var script = site.bean(ApiTokens.class).make(site.account("auditing script", Clearance.PUBLIC, Role.AUDITOR), "test", Set.of(Scope.READ), Instant.parse("2021-12-01T00:00:00Z"));
		assertThat(json(script, "GET", "/api/v1/audit?action=retold&authority=" + SmallCouncil.CODE, null, 200).at("/since").asString()).isEqualTo("2020-07-01");
		assertThat(json(script, "GET", "/api/v1/audit", null, 200).at("/since").isNull()).isTrue();
		site.sql().sql("DELETE FROM audit WHERE seq = -1").update();
	}

}

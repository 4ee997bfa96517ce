package org.packhorse.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.packhorse.access.ApiTokens;
import org.packhorse.access.Clearance;
import org.packhorse.access.Role;
import org.packhorse.access.Scope;
import org.packhorse.console.door.Route;
import org.packhorse.console.door.Routes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ApiTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static Website site;

	private static String token;

	private final HttpClient client = HttpClient.newHttpClient();

	@BeforeAll
	static void open(@TempDir Path tables) {
		site = new Website(tables);
		token = site.bean(ApiTokens.class).make(site.account("case system", Clearance.MEMBERS, Role.AUTHOR), "nightly", Set.of(Scope.READ, Scope.RUN), Instant.parse("2021-12-01T00:00:00Z"));
	}

	@AfterAll
	static void close() {
		site.close();
	}

	private record Answer(int status, JsonNode body, HttpResponse<String> whole) {
	}

	private Answer ask(String method, String path, String body) throws IOException, InterruptedException {
		var request = HttpRequest.newBuilder(site.visit().at("/api/v1" + path)).header("Authorization", "Bearer " + token).method(method, HttpRequest.BodyPublishers.ofString(body)).build();
		var answer = this.client.send(request, HttpResponse.BodyHandlers.ofString());
		return new Answer(answer.statusCode(), JSON.readTree(answer.body()), answer);
	}

	@Test
	void packIsMadeByAScript() throws Exception {
		var begun = ask("POST", "/runs", "{\"pack\": \"quick\", \"authority\": \"X99000007\", \"asAt\": \"2021-06-30\", \"format\": [\"html\"]}");
		assertThat(begun.status()).isEqualTo(202);
		var run = begun.body().get("run").asLong();
		assertThat(begun.whole().headers().firstValue("Location")).hasValue("/api/v1/runs/" + run);
		assertThat(begun.body().get("requestedBy").asString()).isEqualTo("case system");
		await().until(() -> ask("GET", "/runs/" + run, "").body().get("run").get("state").asString().equals("done"));
		var pack = ask("GET", "/runs/" + run, "").body().get("packs").get("items").get(0);
		assertThat(pack.get("editions").get(0).asString()).startsWith("X99000007/quick/2021-06-30/v");
		assertThat(ask("GET", "/runs", "").body().get("total").asLong()).isPositive();
	}

	@Test
	void lostRunThatNeedsNoMoreThanItsEndKeepsNobodyWaiting() throws Exception {
		site.sql().sql("INSERT INTO runs (question, requested_by, requested_at, origin, remote, software, templates, state) VALUES ('a fire', 'schedule x', '2021-07-01 08:00:00', 'SCHEDULE', FALSE, 's', '', 'running')").update();
		long run = site.sql().sql("SELECT MAX(id) FROM runs").query(Long.class).single();
		assertThat(ask("POST", "/runs/" + run + "/again", "").status()).isEqualTo(200);
		assertThat(ask("GET", "/runs/" + run, "").body().get("run").get("state").asString()).isEqualTo("failed");
	}

	@Test
	void everythingThatIsWrongIsSaidAtOnce() throws Exception {
		var wrong = ask("POST", "/runs", "{\"pack\": [\"improvement-board\"], \"authority\": \"E08000013\", \"asAt\": \"31 of March\", \"pakc\": 1}");
		assertThat(wrong.status()).isEqualTo(422);
		assertThat(wrong.body().get("problems").valueStream().map(problem -> problem.get("field").asString()).toList()).as("a pack beyond its clearance is like none").containsExactly("pakc", "pack", "authority", "asAt");
		var almost = ask("POST", "/runs", "{\"pack\": [\"quick\", \"quikc\"], \"authority\": \"X99000007\", \"format\": [\"pfd\"], \"draft\": \"true\"}");
		assertThat(almost.body().get("problems").valueStream().map(problem -> problem.get("problem").asString()).toList()).containsExactly("'quikc' is not offered", "'pfd' is not offered", "'true' is not offered");
		assertThat(ask("POST", "/runs", "[1]").status()).isEqualTo(400);
		assertThat(ask("POST", "/runs", "{\"pack\": ").status()).isEqualTo(400);
		assertThat(ask("POST", "/runs", "{\"pack\": {\"a\": 1}}").body().get("problems").get(0).get("problem").asString()).isEqualTo("pack must be a word, a number, true, false, or a list of these");
		assertThat(ask("GET", "/runs/abc", "").status()).isEqualTo(404);
		assertThat(ask("GET", "/nothing", "").status()).isEqualTo(404);
	}

	@Test
	void misspeltPostIsRefusedByFormAndScriptWithWhatWasMeant() throws Exception {
		site.sql().sql("INSERT INTO post_holders (authority, post, account) VALUES ('X99000007', 'Chief Executive', 'carl')").update();
		var runs = ask("GET", "/runs", "").body().get("total").asLong();
		var words = "Nobody is on file as Chief Executiv of X99000007 on 2021-07-01 (table post_holders). Did you mean Chief Executive?";
		var refused = ask("POST", "/runs", "{\"pack\": \"quick\", \"authority\": \"X99000007\", \"signOff\": [\"Chief Executiv\", \"Chief Executive\"], \"asAt\": \"30 of June\"}");
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.body().get("problems").valueStream().map(problem -> problem.get("field").asString() + ": " + problem.get("problem").asString()).toList())
			.containsExactly("asAt: As-at date must be a real date, such as 31/3/2026 or 2026-03-31", "signOff: " + words);
		var author = site.signedIn("author of drafts", Clearance.MEMBERS, Role.AUTHOR);
		author.open("/run");
		var form = author.send("/run", "pack", "quick", "authority", "X99000007", "signOff", "Chief Executiv\nChief Executive");
		assertThat(form.status()).isEqualTo(422);
		assertThat(form.faults()).containsExactly(words);
		assertThat(form.html().select("details[open] #signOff-error")).hasSize(1);
		assertThat(form.html().select("#signOff").val()).isEqualTo("Chief Executiv\nChief Executive");
		assertThat(ask("GET", "/runs", "").body().get("total").asLong()).isEqualTo(runs);
	}

	@Test
	void overviewListsWhatARunDidNotMakeUntilALaterOneHas() throws Exception {
		var visit = site.signedIn("author who looks", Clearance.MEMBERS, Role.AUTHOR);
		long failed = onRecord("failed", "failed", "failed");
		assertThat(visit.open("/").words()).contains("Run %d (as on record) failed, and 2 packs have not been made since.".formatted(failed));
		onRecord("done", "done", "failed");
		assertThat(visit.open("/").words()).contains("Run %d (as on record) failed, and 1 pack has not been made since.".formatted(failed));
		onRecord("done", "done", "done");
		assertThat(visit.open("/").html().select("a[href=/runs/%d]".formatted(failed)).eachText()).as("among what ran last").containsExactly("" + failed);
	}

	/// A run of the pack as at two days of 2020.
	private static long onRecord(String run, String... packs) {
		site.sql().sql("INSERT INTO runs (question, requested_by, requested_at, origin, remote, software, templates, state) VALUES ('as on record', 'case system', '2021-07-01 08:30:00', 'COMMAND', FALSE, 's', '', ?)")
			.param(run)
			.update();
		long number = site.sql().sql("SELECT MAX(id) FROM runs").query(Long.class).single();
		for (int no = 1; no <= packs.length; no++) {
			site.sql().sql("INSERT INTO run_packs (run, no, store, authority, pack, as_at, request, state) VALUES (?, ?, '', 'X99000007', 'quick', ?, '{}', ?)")
				.params(number, no, "2020-0%d-28".formatted(no), packs[no - 1])
				.update();
		}
		return number;
	}

	@Test
	void descriptionNamesEveryRouteWithWhatItTakesAndGives() throws Exception {
		var described = ask("GET", "/openapi.json", "").body();
		assertThat(described.get("openapi").asString()).isEqualTo("3.1.0");
		for (Route route : Routes.list().stream().filter(Route::isApi).toList()) {
			assertThat(described.get("paths").get(route.path()).has(route.method().toLowerCase())).as(route.path()).isTrue();
		}
		var asked = described.get("paths").get("/api/v1/runs").get("post").get("requestBody").get("content").get("application/json").get("schema");
		assertThat(asked.get("properties").get("asAt").get("format").asString()).isEqualTo("date");
		assertThat(asked.get("required").valueStream().map(JsonNode::asString).toList()).contains("pack", "authority").doesNotContain("asAt", "erratum");
		var given = described.get("paths").get("/api/v1/runs").get("get").get("responses").get("2XX").get("content").get("application/json").get("schema");
		assertThat(given.get("properties").get("items").get("items").get("properties").propertyNames()).contains("run", "question", "state");
	}

	@Test
	void tokenIsShownOnceAndEndsWhenItIsEnded() throws Exception {
		var visit = site.signedIn("token maker", Clearance.PUBLIC, Role.AUTHOR);
		visit.open("/account");
		assertThat(visit.send("/account/tokens", "title", "", "until", "1/1/2030").faults()).containsExactly("Enter what the token is for", "Select what the token may do",
				"Last day must be between today and a year ahead");
		var made = visit.send("/account/tokens", "title", "trial", "scope", "read", "until", "31/12/2021");
		var secret = made.html().select("#new-token").text();
		var bearer = HttpRequest.newBuilder(visit.at("/api/v1/runs")).header("Authorization", "Bearer " + secret).build();
		assertThat(visit.ask(bearer).status()).isEqualTo(200);
		assertThat(visit.open("/account").words()).contains("trial", "31 December 2021").doesNotContain(secret);
		var end = visit.open("/account").html().select("form[action^=/account/tokens/]").attr("action");
		visit.send(end);
		assertThat(visit.ask(bearer).status()).isEqualTo(401);
	}

}

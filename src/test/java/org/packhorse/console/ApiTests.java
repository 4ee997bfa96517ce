package org.packhorse.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.packhorse.access.Account;
import org.packhorse.access.ApiTokens;
import org.packhorse.access.Clearance;
import org.packhorse.access.Role;
import org.packhorse.access.Scope;
import org.packhorse.console.door.Route;
import org.packhorse.console.door.Routes;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ApiTests {

	private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");

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
		assertThat(asked.get("required").valueStream().map(JsonNode::asString).toList()).containsExactly("pack", "authority");
		var given = described.get("paths").get("/api/v1/runs").get("get").get("responses").get("200").get("content").get("application/json").get("schema");
		assertThat(given.get("properties").get("items").get("items").get("properties").propertyNames()).contains("run", "question", "state");
	}

	@Test
	void everyParameterAndFieldOfEveryMethodIsDescribed() throws Exception {
		var paths = ask("GET", "/openapi.json", "").body().get("paths");
		var methods = new TreeSet<String>();
		site.bean(RequestMappingHandlerMapping.class).getHandlerMethods().forEach((mapping, handler) -> mapping.getPatternValues().stream().filter(path -> path.startsWith("/api/")).forEach(path -> {
			var method = mapping.getMethodsCondition().getMethods().iterator().next().name();
			var operation = paths.get(path).get(method.toLowerCase(Locale.ROOT));
			var filters = Optional.ofNullable(handler.getMethodAnnotation(Filters.class)).map(Filters::value).map(ApiTests::names).orElse(List.of());
			var fields = Optional.ofNullable(handler.getMethodAnnotation(Fields.class)).map(Fields::value).map(ApiTests::names).orElse(List.of());
			assertThat(parameters(operation, "path")).as(path).containsExactlyInAnyOrderElementsOf(VARIABLE.matcher(path).results().map(found -> found.group(1)).toList());
			assertThat(parameters(operation, "query")).as(path).isEqualTo(filters);
			assertThat(operation.at("/requestBody/content/application~1json/schema/properties").propertyNames()).as(path).containsExactlyElementsOf(fields);
			if (Arrays.asList(handler.getMethod().getParameterTypes()).contains(Typed.class)) {
				assertThat(filters.size() + fields.size()).as("%s reads what it says that it reads", path).isPositive();
			}
			methods.add(method + " " + path);
		}));
		assertThat(methods).hasSizeGreaterThan(20);
		assertThat(paths.at("/~1api~1v1~1readiness/get/parameters/0").toString()).contains("\"pack\"", "\"required\":true");
		assertThat(paths.at("/~1api~1v1~1editions/get/parameters/4/schema/enum").toString()).isEqualTo("[\"draft\",\"final\"]");
		assertThat(paths.at("/~1api~1v1~1runs/post/responses").propertyNames()).contains("202", "400", "409").doesNotContain("200", "413");
		assertThat(paths.at("/~1api~1v1~1uploads/post/responses").propertyNames()).contains("201", "413").doesNotContain("415");
	}

	private static List<String> names(Class<? extends Record> fields) {
		return Arrays.stream(fields.getRecordComponents()).map(RecordComponent::getName).toList();
	}

	private static List<String> parameters(JsonNode operation, String in) {
		return operation.get("parameters").valueStream().filter(each -> each.get("in").asString().equals(in)).map(each -> each.get("name").asString()).toList();
	}

	@Test
	void everyAnswerThatComesIsDescribedAndEveryRefusalHasOneShape() throws Exception {
		var paths = ask("GET", "/openapi.json", "").body().get("paths");
		var all = token(site.account("everything", Clearance.RESTRICTED, Role.values()));
		var limited = token(site.account("limited author", Clearance.MEMBERS, Role.AUTHOR));
		var little = token(site.account("little", Clearance.PUBLIC, Role.VIEWER));
		var seen = new TreeSet<Integer>();
		var softly = new SoftAssertions();
		for (Route route : Routes.list().stream().filter(Route::isApi).toList()) {
			var described = paths.get(route.path()).get(route.method().toLowerCase(Locale.ROOT)).get("responses").propertyNames();
			var where = site.visit().at(RoutesTests.path(route));
			var bare = HttpRequest.newBuilder(where).method(route.method(), HttpRequest.BodyPublishers.noBody());
			var requests = new ArrayList<>(List.of(bare, as(little, bare), as(limited, bare), as(all, bare), as(all, bare).uri(URI.create(where + "?pakc=1&page=1&from=x&state=x")),
					as(all, bare).method(route.method(), HttpRequest.BodyPublishers.ofString("no JSON"))));
			if (!route.takesFiles()) {
				requests.add(as(all, Visit.files(where, "", "x.csv", new byte[1])).method(route.method(), HttpRequest.BodyPublishers.ofString("x")));
			}
			for (HttpRequest.Builder request : requests) {
				var answer = this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
				var what = "%s %s: %d %s".formatted(route.method(), request.build().uri(), answer.statusCode(), answer.body());
				softly.assertThat(described).as(what).contains(Integer.toString(answer.statusCode()));
				softly.assertThat(answer.statusCode()).as(what).isNotEqualTo(500);
				if (answer.statusCode() >= 400) {
					softly.assertThat(answer.headers().firstValue("Content-Type").orElse("")).as(what).startsWith("application/json");
					softly.assertThat(JSON.readTree(answer.body()).propertyNames()).as(what).containsExactly("problems");
					softly.assertThat(JSON.readTree(answer.body()).at("/problems/0").propertyNames()).as(what).containsExactly("field", "problem");
				}
				seen.add(answer.statusCode());
			}
		}
		softly.assertThat(seen).contains(200, 400, 401, 403, 404, 415, 422);
		softly.assertAll();
	}

	private static String token(Account account) {
		return site.bean(ApiTokens.class).make(account, "test", Set.of(Scope.values()), Instant.parse("2021-12-01T00:00:00Z"));
	}

	private static HttpRequest.Builder as(String token, HttpRequest.Builder request) {
		return request.copy().header("Authorization", "Bearer " + token);
	}

	@Test
	void misspeltFilterNeverPassesForNone() throws Exception {
		var wrong = ask("GET", "/editions?authorty=X99000007&state=finl&from=31/2/2021", "");
		assertThat(wrong.status()).isEqualTo(422);
		assertThat(wrong.body().get("problems").valueStream().map(problem -> problem.get("problem").asString()).toList()).as("all at once").containsExactly(
				"There is no field authorty; the fields are authority, pack, from, to, state, text, page", "'finl' is not offered", "Earliest day must be a real date, such as 31/3/2026 or 2026-03-31");
		assertThat(ask("GET", "/readiness?pack=quick", "").body().at("/problems/0/field").asString()).isEqualTo("authority");
		assertThat(ask("POST", "/runs?draft=yes", "{}").body().at("/problems/0/problem").asString()).isEqualTo("There is no field draft");
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

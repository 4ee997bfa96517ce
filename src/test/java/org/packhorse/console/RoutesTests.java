package org.packhorse.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.packhorse.access.ApiTokens;
import org.packhorse.access.Clearance;
import org.packhorse.access.Role;
import org.packhorse.access.Scope;
import org.packhorse.console.door.Route;
import org.packhorse.console.door.Route.Entry;
import org.packhorse.console.door.Routes;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class RoutesTests {

	private static final Path GUIDE = Path.of("docs", "console-access.md");

	private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE", "PATCH");

	private static final Map<String, String> SAMPLES = Map.of("{run}", "999999", "{account}", "999999", "{token}", "999999", "{name}", "console.css", "{version}", "v9", "{asAt}", "2021-06-30",
			"{authority}", "X99000007", "{pack}", "quick", "{delivery}", "999999", "{id}", "999999");

	private static Website site;

	@BeforeAll
	static void open(@TempDir Path tables) {
		site = new Website(tables);
	}

	@AfterAll
	static void close() {
		site.close();
	}

	@Test
	void everyRouteIsOpenToItsRolesAndNobodyElse() throws Exception {
		var visits = new EnumMap<Role, Visit>(Role.class);
		for (Role role : Role.values()) {
			visits.put(role, site.signedIn("one " + role, Clearance.RESTRICTED, role));
			visits.get(role).open("/account");
		}
		var nobody = site.visit();
		nobody.open("/sign-in");
		var softly = new SoftAssertions();
		for (Route route : Routes.list().stream().filter(route -> !route.isApi() && !route.path().equals("/sign-out")).toList()) {
			for (Map.Entry<Role, Visit> visit : visits.entrySet()) {
				int status = status(visit.getValue(), route.method(), path(route));
				if (route.isOpenTo(Set.of(visit.getKey()))) {
					softly.assertThat(status).as("%s %s for %s", route.method(), route.path(), visit.getKey()).isNotIn(403, 405, 500);
				}
				else {
					softly.assertThat(status).as("%s %s for %s", route.method(), route.path(), visit.getKey()).isEqualTo(403);
				}
			}
			if (route.entry() != Entry.ANYBODY) {
				softly.assertThat(status(nobody, route.method(), path(route))).as("%s %s for nobody", route.method(), route.path()).isEqualTo(302);
			}
		}
		softly.assertAll();
	}

	@Test
	void whatIsNoRouteIsOpenToNobody() throws Exception {
		var all = site.signedIn("everything", Clearance.RESTRICTED, Role.values());
		all.open("/account");
		var softly = new SoftAssertions();
		for (String path : new TreeSet<>(Routes.list().stream().filter(route -> !route.isApi()).map(RoutesTests::path).toList())) {
			var known = Routes.list().stream().filter(route -> path(route).equals(path)).map(Route::method).toList();
			for (String method : METHODS.stream().filter(method -> !known.contains(method)).toList()) {
				softly.assertThat(status(all, method, path)).as("%s %s", method, path).isIn(403, 404);
			}
		}
		for (String path : List.of("/refused/role", "/refused/nothing", "/error", "/actuator", "/webjars/govuk-frontend/5.14.0/dist/govuk/govuk-frontend.min.css", "/runs/", "/console.css", "/layout.ftlh", "/h2-console")) {
			softly.assertThat(status(all, "GET", path)).as(path).isEqualTo(404);
		}
		softly.assertAll();
	}

	@Test
	void everyHandlerHasARouteAndEveryRouteAHandler() {
		var handlers = new TreeSet<String>();
		site.bean(RequestMappingHandlerMapping.class).getHandlerMethods().keySet().forEach(mapping -> mapping.getPatternValues().forEach(path -> {
			if (!path.startsWith("/d/") && !path.startsWith("/refused/") && !path.startsWith("/error") && !path.equals("${server.error.path:${error.path:/error}}")) {
				assertThat(mapping.getMethodsCondition().getMethods()).as(path).hasSize(1);
				handlers.add(mapping.getMethodsCondition().getMethods().iterator().next() + " " + path);
			}
		}));
		// Spring's own filters answer these.
		handlers.addAll(List.of("POST /sign-in", "POST /sign-out", "GET /oauth2/authorization/council", "GET /login/oauth2/code/council"));
		assertThat(handlers).containsExactlyElementsOf(new TreeSet<>(Routes.list().stream().map(route -> route.method() + " " + route.path()).toList()));
	}

	@Test
	void tokenOpensWhatItsScopeAndItsAccountAllow() throws Exception {
		var softly = new SoftAssertions();
		for (Role role : Role.values()) {
			var account = site.account("script of " + role, Clearance.RESTRICTED, role);
			for (Scope scope : Scope.values()) {
				var token = site.bean(ApiTokens.class).make(account, "test", Set.of(scope), Instant.parse("2021-12-01T00:00:00Z"));
				for (Route route : Routes.list().stream().filter(Route::isApi).toList()) {
					var request = HttpRequest.newBuilder(site.visit().at(path(route))).header("Authorization", "Bearer " + token).method(route.method(), HttpRequest.BodyPublishers.noBody()).build();
					int status = site.visit().ask(request).status();
					if (route.isOpenTo(Set.of(role)) && (route.scope() == null || route.scope() == scope)) {
						softly.assertThat(status).as("%s %s for %s with %s", route.method(), route.path(), role, scope).isNotIn(401, 403, 500);
					}
					else {
						softly.assertThat(status).as("%s %s for %s with %s", route.method(), route.path(), role, scope).isEqualTo(403);
					}
				}
			}
		}
		softly.assertThat(site.visit().open("/api/v1/runs").status()).as("without a token").isEqualTo(401);
		softly.assertAll();
	}

	@Test
	void guideSaysWhoMayDoWhat() throws IOException {
		var table = table();
		if (System.getProperty("golden", "").equals("accept")) {
			Files.writeString(GUIDE, table);
		}
		assertThat(Files.readString(GUIDE)).as("after a wanted change: -Dtest=RoutesTests -Dgolden=accept").isEqualTo(table);
	}

	private static String table() {
		var text = new StringBuilder("""
				# Who may do what in the console

				This page is made from the table that the console itself asks; what does not stand here is open to nobody. Which packs somebody reads is decided by their clearance and
				their councils besides, whatever their roles: a pack that they may not see answers exactly as one that does not exist.

				| Role | |
				|---|---|
				""");
		Arrays.stream(Role.values()).forEach(role -> text.append("| %s | %s |\n".formatted(role, role.does())));
		text.append("\n## Pages\n\n| Route | |");
		Arrays.stream(Role.values()).forEach(role -> text.append(" %s |".formatted(role)));
		text.append("\n|---|---|---|---|---|---|---|\n");
		Routes.list().stream().filter(route -> !route.isApi()).forEach(route -> text.append(row(route)));
		text.append("""

				## Scripts

				A token acts for an account: it opens what one of the account's roles opens, where it has the scope.

				| Scope | |
				|---|---|
				""");
		Arrays.stream(Scope.values()).forEach(scope -> text.append("| %s | %s |\n".formatted(scope, scope.does())));
		text.append("\n| Route | | Scope |");
		Arrays.stream(Role.values()).forEach(role -> text.append(" %s |".formatted(role)));
		text.append("\n|---|---|---|---|---|---|---|---|\n");
		Routes.list().stream().filter(Route::isApi).forEach(route -> text.append(row(route)));
		return text.toString();
	}

	private static String row(Route route) {
		var row = new StringBuilder("| `%s %s` | %s |".formatted(route.method(), route.path(), route.does()));
		if (route.isApi()) {
			row.append(" %s |".formatted(route.scope() == null ? "any" : route.scope()));
		}
		Arrays.stream(Role.values())
			.forEach(role -> row.append(" %s |".formatted(route.entry() == Entry.ANYBODY ? "anybody" : route.isOpenTo(Set.of(role)) ? "yes" : "–")));
		return row.append('\n').toString();
	}

	/// A route's path with something in the place of each variable that is nowhere.
	static String path(Route route) {
		var path = route.path();
		for (Map.Entry<String, String> sample : SAMPLES.entrySet()) {
			path = path.replace(sample.getKey(), sample.getValue());
		}
		assertThat(path).as("a sample for each variable").doesNotContain("{");
		return path;
	}

	private static int status(Visit visit, String method, String path) throws IOException, InterruptedException {
		if (method.equals("GET")) {
			return visit.open(path).status();
		}
		if (method.equals("POST")) {
			return visit.send(path).status();
		}
		return visit.ask(HttpRequest.newBuilder(visit.at(path)).header("X-CSRF-TOKEN", visit.hidden()).method(method, HttpRequest.BodyPublishers.noBody()).build()).status();
	}

}

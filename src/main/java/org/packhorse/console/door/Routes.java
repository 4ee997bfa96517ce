package org.packhorse.console.door;

import static org.packhorse.access.Role.ADMIN;
import static org.packhorse.access.Role.APPROVER;
import static org.packhorse.access.Role.AUDITOR;
import static org.packhorse.access.Role.AUTHOR;
import static org.packhorse.access.Role.VIEWER;
import static org.packhorse.access.Scope.LOAD;
import static org.packhorse.access.Scope.READ;
import static org.packhorse.access.Scope.SEND;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import org.packhorse.access.Role;
import org.packhorse.access.Scope;
import org.packhorse.console.door.Route.Entry;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/// Every route of the console, and the only ones: what does not stand here is open to nobody. docs/console-access.md prints this table.
public final class Routes {

	private static final Set<Role> READERS = Set.of(VIEWER, AUTHOR, APPROVER);

	private static final List<Route> ALL = all();

	private static final List<Known> KNOWN = ALL.stream().map(route -> new Known(route, PathPatternParser.defaultInstance.parse(route.path()))).toList();

	private Routes() {
	}

	private record Known(Route route, PathPattern pattern) {
	}

	/// All of them, in the order of the pages.
	public static List<Route> list() {
		return ALL;
	}

	/// The route that a request takes; HEAD is GET without the bytes.
	static Optional<Route> of(HttpServletRequest request) {
		var method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
		var path = path(request);
		return KNOWN.stream()
			.filter(known -> known.route().method().equals(method) && known.pattern().matches(path))
			.min((one, other) -> PathPattern.SPECIFICITY_COMPARATOR.compare(one.pattern(), other.pattern()))
			.map(Known::route);
	}

	/// Whether there is a page at a request's path, for whatever method.
	static boolean isPage(HttpServletRequest request) {
		var path = path(request);
		return KNOWN.stream().anyMatch(known -> !known.route().isApi() && known.pattern().matches(path));
	}

	/// Whether somebody who has signed in may find a page there.
	static boolean isPage(String method, String path) {
		var parsed = PathContainer.parsePath(path);
		return KNOWN.stream().anyMatch(known -> known.route().method().equals(method) && !known.route().isApi() && known.route().entry() != Entry.ANYBODY && known.pattern().matches(parsed));
	}

	private static PathContainer path(HttpServletRequest request) {
		return ServletRequestPathUtils.parse(request).pathWithinApplication();
	}

	private static List<Route> all() {
		var all = new Table();
		all.open("GET", "/sign-in", "asks for name and password");
		all.open("POST", "/sign-in", "signs in");
		all.open("GET", "/start", "asks for the token of the first start");
		all.open("POST", "/start", "makes the first account");
		all.open("GET", "/welcome", "asks for an invitation's token and a new password");
		all.open("POST", "/welcome", "sets the password of whom the token invites");
		all.open("GET", "/oauth2/authorization/council", "goes to the council's sign-in, where the settings name one");
		all.open("GET", "/login/oauth2/code/council", "comes back from the council's sign-in");
		all.open("GET", "/assets/{name}", "style sheets and scripts");
		all.signedIn("POST", "/sign-out", "signs out");
		all.signedIn("GET", "/", "overview: what ran, what is due next, what waits, what is wrong");
		all.signedIn("GET", "/account", "one's own account, roles and tokens");
		all.signedIn("POST", "/account/password", "sets one's own password");
		all.signedIn("POST", "/account/tokens", "makes a token for scripts");
		all.signedIn("POST", "/account/tokens/{token}/end", "ends one of one's tokens");
		runs(all);
		signOff(all);
		editions(all);
		deliveries(all);
		data(all);
		upkeep(all);
		scripts(all);
		return List.copyOf(all.routes);
	}

	private static void runs(Table all) {
		var lookers = Set.of(AUTHOR, APPROVER, ADMIN, AUDITOR);
		all.roles("GET", "/run", Set.of(AUTHOR), "asks what to make");
		all.roles("POST", "/run", Set.of(AUTHOR), "makes packs");
		all.roles("GET", "/runs", lookers, "runs, the newest first");
		all.roles("GET", "/runs/{run}", lookers, "one run with its packs, timings and warnings");
		all.roles("GET", "/runs/{run}/state", lookers, "how far a run has come, for the page that moves by itself");
		all.roles("POST", "/runs/{run}/stop", Set.of(AUTHOR, ADMIN), "stops a run after the packs that are in the making");
		all.roles("POST", "/runs/{run}/again", Set.of(AUTHOR, ADMIN), "makes a run's failed and missing packs");
	}

	private static void signOff(Table all) {
		all.roles("GET", "/sign-off", Set.of(AUTHOR, APPROVER), "drafts that wait for a clearance");
		all.roles("GET", "/sign-off/{authority}/{pack}/{asAt}/{version}", Set.of(AUTHOR, APPROVER), "one draft with its pages");
		all.roles("POST", "/sign-off/{authority}/{pack}/{asAt}/{version}", Set.of(APPROVER), "clears a draft or sends it back");
	}

	private static void data(Table all) {
		var loaders = Set.of(AUTHOR, ADMIN);
		all.roles("GET", "/data", Set.of(AUTHOR, APPROVER, ADMIN), "how fresh the data of each council are, and one's own uploads");
		all.roles("GET", "/data/{authority}", Set.of(AUTHOR, APPROVER), "how fresh one council's data are, by table, lead, section and indicator");
		all.roles("GET", "/data/upload", loaders, "asks for a tracker");
		all.roles("POST", "/data/upload", loaders, "takes a tracker in and checks it; an author's facts, an admin's post holders and lists");
		all.roles("GET", "/data/uploads/{id}", loaders, "one of one's own uploads, with its faults or counts");
		all.roles("POST", "/data/uploads/{id}/load", loaders, "loads what was checked");
		all.roles("POST", "/data/uploads/{id}/discard", loaders, "forgets an upload");
		all.roles("GET", "/readiness", Set.of(AUTHOR, APPROVER), "what a pack lacks, and who can mend it");
		all.script("GET", "/data", Set.of(AUTHOR, APPROVER, ADMIN), READ, "how fresh the data of each council are");
		all.script("GET", "/data/{authority}", Set.of(AUTHOR, APPROVER), READ, "how fresh one council's data are, by table, lead, section and indicator");
		all.script("GET", "/uploads", loaders, LOAD, "one's own uploads, the newest first");
		all.script("POST", "/uploads", loaders, LOAD, "takes a tracker in and checks it: multipart/form-data with fields `file`");
		all.script("GET", "/uploads/{id}", loaders, LOAD, "one of one's own uploads, with its faults or counts");
		all.script("POST", "/uploads/{id}/load", loaders, LOAD, "loads what was checked");
		all.script("POST", "/uploads/{id}/discard", loaders, LOAD, "forgets an upload");
		all.script("GET", "/readiness", Set.of(AUTHOR, APPROVER), READ, "what a pack lacks, and who can mend it");
	}

	private static void editions(Table all) {
		var one = "/editions/{authority}/{pack}/{asAt}/{version}";
		var everybody = Set.of(Role.values());
		all.roles("GET", "/editions", everybody, "editions by council, pack and day, the newest first");
		all.roles("GET", one, everybody, "one edition: its files, its versions, its sign-off");
		all.roles("GET", one + "/preview", READERS, "an edition's pages");
		all.roles("GET", one + "/changes", READERS, "what has changed since the edition before");
		all.roles("GET", one + "/files/{name}", READERS, "a file of an edition, or its manifest");
		all.roles("GET", one + "/send", Set.of(AUTHOR), "asks to which lists an edition goes");
		all.roles("POST", one + "/send", Set.of(AUTHOR), "says who would get an edition, rehearses, or posts it");
		all.script("GET", "/editions", everybody, READ, "editions by council, pack and day, the newest first");
		all.script("GET", one, everybody, READ, "one edition: its files, its versions, its sign-off");
		all.script("GET", one + "/changes", READERS, READ, "what has changed since the edition before");
		all.script("GET", one + "/files/{name}", READERS, READ, "a file of an edition, or its manifest");
		all.script("POST", one + "/send", Set.of(AUTHOR), SEND, "says who would get an edition, rehearses, or posts it");
	}

	private static void deliveries(Table all) {
		var lookers = Set.of(AUTHOR, ADMIN, AUDITOR);
		all.roles("GET", "/deliveries", lookers, "the ledger of messages, doubtful ones first");
		all.roles("GET", "/deliveries/hold", Set.of(AUTHOR), "why all mail is held, for authors who may read every pack of every council");
		all.roles("POST", "/deliveries/hold", Set.of(AUTHOR), "holds all mail or lets it go, for the same");
		all.roles("GET", "/deliveries/{delivery}", lookers, "one message with every try");
		all.roles("POST", "/deliveries/{delivery}", Set.of(AUTHOR), "settles a message as delivered, or has it sent again");
		all.roles("GET", "/audit", Set.of(AUDITOR), "who did what, and when");
		all.roles("POST", "/audit/verify", Set.of(AUDITOR), "proves that the trail was not changed");
		all.script("GET", "/deliveries", lookers, READ, "the ledger of messages, doubtful ones first");
		all.script("GET", "/deliveries/hold", Set.of(AUTHOR), READ, "why all mail is held, for authors who may read every pack of every council");
		all.script("POST", "/deliveries/hold", Set.of(AUTHOR), Scope.HOLD, "holds all mail or lets it go, for the same");
		all.script("GET", "/deliveries/{delivery}", lookers, READ, "one message with every try");
		all.script("POST", "/deliveries/{delivery}", Set.of(AUTHOR), SEND, "settles a message as delivered, or has it sent again");
		all.script("GET", "/audit", Set.of(AUDITOR), READ, "who did what, and when");
	}

	private static void upkeep(Table all) {
		var keepers = Set.of(AUTHOR, APPROVER, ADMIN, AUDITOR);
		all.roles("GET", "/schedules", keepers, "schedules in words, their next fires and back-plans");
		all.roles("GET", "/templates", Set.of(AUTHOR, ADMIN), "packs, houses and what the check found");
		all.roles("GET", "/templates/{pack}", Set.of(AUTHOR), "asks with which council's figures to show a pack");
		all.roles("GET", "/templates/{pack}/preview", Set.of(AUTHOR), "a pack with a council's figures, without an edition");
		all.roles("GET", "/people", Set.of(ADMIN), "accounts");
		all.roles("GET", "/people/new", Set.of(ADMIN), "asks for a new account");
		all.roles("POST", "/people/new", Set.of(ADMIN), "makes an account");
		all.roles("GET", "/people/{account}", Set.of(ADMIN), "one account");
		all.roles("POST", "/people/{account}", Set.of(ADMIN), "changes or closes an account");
		all.roles("POST", "/people/{account}/invite", Set.of(ADMIN), "gives a token for a new password");
		all.roles("GET", "/lists", Set.of(AUTHOR, ADMIN), "distribution lists and who is on them");
	}

	private static void scripts(Table all) {
		var lookers = Set.of(AUTHOR, APPROVER, ADMIN, AUDITOR);
		all.routes.add(new Route("GET", "/api/v1/openapi.json", Entry.SIGNED_IN, Set.of(), null, "describes the API to programs"));
		all.script("GET", "/runs", lookers, Scope.READ, "runs, the newest first");
		all.script("POST", "/runs", Set.of(AUTHOR), Scope.RUN, "makes packs");
		all.script("GET", "/runs/{run}", lookers, Scope.READ, "one run with its packs, timings and warnings");
		all.script("POST", "/runs/{run}/stop", Set.of(AUTHOR, ADMIN), Scope.RUN, "stops a run after the packs that are in the making");
		all.script("POST", "/runs/{run}/again", Set.of(AUTHOR, ADMIN), Scope.RUN, "makes a run's failed and missing packs");
		all.script("GET", "/sign-off", Set.of(AUTHOR, APPROVER), Scope.READ, "drafts that wait for a clearance");
		all.script("POST", "/sign-off/{authority}/{pack}/{asAt}/{version}", Set.of(APPROVER), Scope.CLEAR, "clears a draft or sends it back");
	}

	/// Readers of packs: what is in them is shown to these alone, within their clearance and councils.
	public static Set<Role> readers() {
		return READERS;
	}

	/// The table as it is written down.
	private static final class Table {

		private final List<Route> routes = new ArrayList<>();

		void open(String method, String path, String does) {
			this.routes.add(new Route(method, path, Entry.ANYBODY, Set.of(), null, does));
		}

		void signedIn(String method, String path, String does) {
			this.routes.add(new Route(method, path, Entry.SIGNED_IN, Set.of(), null, does));
		}

		void roles(String method, String path, Set<Role> roles, String does) {
			this.routes.add(new Route(method, path, Entry.ROLES, roles, null, does));
		}

		void script(String method, String path, Set<Role> roles, Scope scope, String does) {
			this.routes.add(new Route(method, "/api/v1" + path, Entry.ROLES, roles, scope, does));
		}

	}

}

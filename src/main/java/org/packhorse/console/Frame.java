package org.packhorse.console;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.packhorse.access.Account;
import org.packhorse.access.Role;
import org.packhorse.console.door.Guest;
import org.packhorse.console.door.Route;
import org.packhorse.console.door.Routes;
import org.springframework.security.web.csrf.CsrfToken;

/// What surrounds every page: who has signed in, where they may go, and what a form has to send along.
///
/// @param account who has signed in, or null
/// @param csrf what a form sends along to show that it is one of ours, or null where nobody can be asked
public record Frame(@Nullable String account, List<Place> places, @Nullable Hidden csrf, Assets assets) {

	private static final List<Place> PLACES = List.of(new Place("/", "Overview", false), new Place("/run", "Run now", false), new Place("/runs", "Runs", false),
			new Place("/editions", "Editions", false), new Place("/sign-off", "Sign-off", false), new Place("/deliveries", "Deliveries", false), new Place("/data", "Data", false),
			new Place("/readiness", "Readiness", false), new Place("/schedules", "Schedules", false), new Place("/templates", "Templates", false),
			new Place("/lists", "Lists", false), new Place("/people", "People", false), new Place("/audit", "Audit", false));

	/// Somewhere to go.
	public record Place(String path, String title, boolean here) {
	}

	/// A field that nobody sees.
	public record Hidden(String name, String value) {
	}

	static Frame of(HttpServletRequest request, Assets assets) {
		var account = Guest.of(request);
		return new Frame(account.map(Account::name).orElse(null), account.map(somebody -> open(somebody.roles(), path(request))).orElse(List.of()), csrf(request), assets);
	}

	private static String path(HttpServletRequest request) {
		return request.getRequestURI();
	}

	private static List<Place> open(Set<Role> roles, String path) {
		return PLACES.stream()
			.filter(place -> Routes.list().stream().anyMatch(route -> route.method().equals("GET") && route.path().equals(place.path()) && route.isOpenTo(roles)
					&& route.entry() != Route.Entry.ANYBODY))
			.map(place -> new Place(place.path(), place.title(), place.path().equals(path) || place.path().length() > 1 && path.startsWith(place.path() + "/")))
			.toList();
	}

	private static @Nullable Hidden csrf(HttpServletRequest request) {
		return Optional.ofNullable((CsrfToken) request.getAttribute(CsrfToken.class.getName())).map(token -> new Hidden(token.getParameterName(), token.getToken())).orElse(null);
	}

}

package org.packhorse.console.door;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.packhorse.access.Account;
import org.packhorse.access.Accounts;
import org.packhorse.access.Actors;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Asks the account of whoever has signed in with each request: a changed role holds at once, a closed account or a new password ends the session, and no session
/// is longer than a working day. What the request does is then recorded as that account's.
final class Welcome extends OncePerRequestFilter {

	static final Duration LONGEST = Duration.ofHours(12);

	private static final Duration IDLE = Duration.ofMinutes(30);

	private static final String CLICKED = Welcome.class.getName();

	private static final String ACCOUNT = Account.class.getName();

	private final Accounts accounts;

	private final Actors actors;

	private final Clock clock;

	Welcome(Accounts accounts, Actors actors, Clock clock) {
		this.accounts = accounts;
		this.actors = actors;
		this.clock = clock;
	}

	/// Whose request it is, where somebody has signed in.
	static Optional<Account> account(HttpServletRequest request) {
		return Optional.ofNullable((Account) request.getAttribute(ACCOUNT));
	}

	/// Whose session this is, where it still holds.
	Optional<Account> account() {
		return signedIn().flatMap(in -> this.accounts.find(in.account())
			.filter(found -> found.enabled() && found.mark() == in.mark() && this.clock.instant().isBefore(in.at().plus(LONGEST))));
	}

	private static Optional<SignedIn> signedIn() {
		var context = SecurityContextHolder.getContext().getAuthentication();
		return context != null && context.getPrincipal() instanceof SignedIn in ? Optional.of(in) : Optional.empty();
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
		if (signedIn().isEmpty()) {
			chain.doFilter(request, response);
			return;
		}
		var account = account();
		if (account.isEmpty() || isIdle(request)) {
			SecurityContextHolder.clearContext();
			Optional.ofNullable(request.getSession(false)).ifPresent(session -> session.invalidate());
			chain.doFilter(request, response);
			return;
		}
		as(this.actors, account.get(), request, response, chain);
	}

	/// A page that moves by itself is no click: whoever has left it open for half an hour signs in again.
	private boolean isIdle(HttpServletRequest request) {
		var session = request.getSession(false);
		if (session == null) {
			return true;
		}
		var now = this.clock.instant();
		if (request.getHeader("HX-Request") == null) {
			session.setAttribute(CLICKED, now);
			return false;
		}
		return session.getAttribute(CLICKED) instanceof Instant clicked && now.isAfter(clicked.plus(IDLE));
	}

	static void as(Actors actors, Account account, HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
		request.setAttribute(ACCOUNT, account);
		try {
			actors.<@Nullable Void, Exception>as(account.actor(), () -> {
				chain.doFilter(request, response);
				return null;
			});
		}
		catch (IOException | ServletException | RuntimeException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw new ServletException(ex);
		}
	}

}

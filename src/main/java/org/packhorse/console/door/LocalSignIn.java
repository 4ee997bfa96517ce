package org.packhorse.console.door;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;

import jakarta.servlet.http.HttpServletRequest;
import org.packhorse.access.Account;
import org.packhorse.access.Accounts;
import org.packhorse.access.Accounts.Credentials;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/// Lets in whoever knows the password of an account that has one. Wrong name, wrong password, closed account: the answer is the same.
@Component
@ConditionalOnWebApplication
class LocalSignIn implements AuthenticationProvider {

	private static final int AT_ONCE = 2;

	private final Accounts accounts;

	private final PasswordHash hash;

	private final SignInLimits limits;

	private final KnownBrowser known;

	private final Clock clock;

	private final Semaphore looking = new Semaphore(AT_ONCE);

	LocalSignIn(Accounts accounts, PasswordHash hash, SignInLimits limits, KnownBrowser known, Clock clock) {
		this.accounts = accounts;
		this.hash = hash;
		this.limits = limits;
		this.known = known;
		this.clock = clock;
	}

	@Override
	public boolean supports(Class<?> type) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
	}

	@Override
	public Authentication authenticate(Authentication tried) {
		var name = tried.getName().strip();
		var request = (HttpServletRequest) tried.getDetails();
		var found = name.length() > 100 ? Optional.<Credentials>empty() : this.accounts.named(name);
		var visitor = new Visitor(String.valueOf(request.getRemoteAddr()), found.map(credentials -> this.known.device(request, credentials.deviceKey())).orElse(""));
		var key = found.map(credentials -> credentials.account().name()).orElse(name).toLowerCase(Locale.ROOT);
		if (!this.limits.may(visitor, key)) {
			throw new LockedException("tried too often");
		}
		if (!matches(String.valueOf(tried.getCredentials()), found)) {
			this.limits.failed(visitor, key);
			throw new BadCredentialsException("wrong name or password");
		}
		return token(found.orElseThrow().account());
	}

	Authentication token(Account account) {
		return UsernamePasswordAuthenticationToken.authenticated(new SignedIn(account.number(), account.mark(), this.clock.instant()), null, List.of());
	}

	/// Few at once: each costs a processor a good part of a second.
	private boolean matches(String password, Optional<Credentials> found) {
		this.looking.acquireUninterruptibly();
		try {
			boolean same = this.hash.matches(password.length() > PasswordRule.LONGEST ? "" : password, found.map(Credentials::password).orElse(null));
			return same && found.map(Credentials::account).filter(Account::enabled).isPresent();
		}
		finally {
			this.looking.release();
		}
	}

}

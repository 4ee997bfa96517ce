package org.packhorse.console.door;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.packhorse.access.Account;
import org.packhorse.access.Accounts;
import org.packhorse.access.Accounts.Credentials;
import org.packhorse.pack.PackProblem;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/// Lets in whoever knows the password of an account that has one. Wrong name, wrong password, closed account: the answer is the same.
@Component
@ConditionalOnWebApplication
class LocalSignIn implements AuthenticationProvider {

	/// No account's name is longer.
	private static final int LONGEST = 100;

	private final Accounts accounts;

	private final PasswordHash hash;

	private final SignInLimits limits;

	private final HeldUp heldUp;

	private final KnownBrowser known;

	private final Clock clock;

	LocalSignIn(Accounts accounts, PasswordHash hash, SignInLimits limits, HeldUp heldUp, KnownBrowser known, Clock clock) {
		this.accounts = accounts;
		this.hash = hash;
		this.limits = limits;
		this.heldUp = heldUp;
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
		var found = name.length() > LONGEST ? Optional.<Credentials>empty() : this.accounts.named(name);
		var visitor = new Visitor(String.valueOf(request.getRemoteAddr()), found.map(credentials -> this.known.device(request, credentials.deviceKey())).orElse(""));
		var key = found.map(credentials -> credentials.account().name()).orElse(name.length() > LONGEST ? "" : name).toLowerCase(Locale.ROOT);
		if (!this.limits.may(visitor, key)) {
			throw new LockedException("tried too often");
		}
		if (!matches(String.valueOf(tried.getCredentials()), found)) {
			this.heldUp.failed(visitor, key, found.map(Credentials::account));
			throw new BadCredentialsException("wrong name or password");
		}
		return token(found.orElseThrow().account());
	}

	Authentication token(Account account) {
		return UsernamePasswordAuthenticationToken.authenticated(new SignedIn(account.number(), account.mark(), this.clock.instant()), null, List.of());
	}

	private boolean matches(String password, Optional<Credentials> found) {
		try {
			boolean same = this.hash.matches(password.length() > PasswordRule.LONGEST ? "" : password, found.map(Credentials::password).orElse(null));
			return same && found.map(Credentials::account).filter(Account::enabled).isPresent();
		}
		catch (PackProblem busy) {
			throw new InternalAuthenticationServiceException(String.valueOf(busy.getMessage()), busy);
		}
	}

}

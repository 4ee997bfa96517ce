package org.packhorse.console.door;

import java.io.IOException;
import java.util.Optional;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.packhorse.access.Account;
import org.packhorse.access.Accounts;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/// After the council's sign-in has said who somebody is: their account is looked for by issuer and subject, which nobody else is ever given; the first time by the
/// name that whoever keeps the accounts wrote down. Rights come from the account alone, whatever else the provider says.
final class CouncilCameIn implements AuthenticationSuccessHandler {

	private final CouncilSignIn council;

	private final Accounts accounts;

	private final LocalSignIn local;

	private final CameIn cameIn;

	private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

	CouncilCameIn(CouncilSignIn council, Accounts accounts, LocalSignIn local, CameIn cameIn) {
		this.council = council;
		this.accounts = accounts;
		this.local = local;
		this.cameIn = cameIn;
	}

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication said) throws IOException, ServletException {
		var account = said.getPrincipal() instanceof OidcUser user ? account(user) : Optional.<Account>empty();
		var context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(account.map(this.local::token).orElse(null));
		SecurityContextHolder.setContext(context);
		this.contexts.saveContext(context, request, response);
		if (account.isEmpty()) {
			request.getRequestDispatcher("/refused/council").forward(request, response);
			return;
		}
		this.cameIn.onAuthenticationSuccess(request, response, context.getAuthentication());
	}

	private Optional<Account> account(OidcUser user) {
		var issuer = String.valueOf(user.getIssuer());
		var subject = user.getSubject();
		if (!issuer.equals(this.council.issuer()) || subject == null) {
			return Optional.empty();
		}
		return this.accounts.known(issuer, subject).or(() -> first(user, issuer, subject)).filter(Account::enabled);
	}

	private Optional<Account> first(OidcUser user, String issuer, String subject) {
		var name = user.getClaimAsString(this.council.claim());
		return name != null && this.accounts.tie(name, issuer, subject) ? this.accounts.known(issuer, subject) : Optional.empty();
	}

}

package org.packhorse.console.door;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.packhorse.access.Account;
import org.packhorse.access.Accounts;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/// After somebody has come in: it is recorded, the browser is remembered, and they go where they wanted to.
@Component
@ConditionalOnWebApplication
class CameIn extends SavedRequestAwareAuthenticationSuccessHandler {

	private final Accounts accounts;

	private final KnownBrowser known;

	CameIn(Accounts accounts, KnownBrowser known) {
		this.accounts = accounts;
		this.known = known;
	}

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication in) throws ServletException, IOException {
		if (in.getPrincipal() instanceof SignedIn somebody) {
			this.accounts.find(somebody.account()).ifPresent(account -> remember(account, response));
		}
		super.onAuthenticationSuccess(request, response, in);
	}

	private void remember(Account account, HttpServletResponse response) {
		this.accounts.signedIn(account);
		this.accounts.named(account.name()).ifPresent(credentials -> this.known.remember(response, credentials.deviceKey()));
	}

}

package org.packhorse.console.door;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.packhorse.access.Account;
import org.packhorse.access.Accounts;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/// After somebody has come in: it is recorded, the browser is remembered, and they go where they wanted to.
@Component
@ConditionalOnWebApplication
class CameIn extends SimpleUrlAuthenticationSuccessHandler {

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

	/// Where the form says, if that is a page of ours.
	@Override
	protected String determineTargetUrl(HttpServletRequest request, HttpServletResponse response, Authentication in) {
		return Wanted.target(request.getParameter(Wanted.TO));
	}

	private void remember(Account account, HttpServletResponse response) {
		this.accounts.signedIn(account);
		this.known.remember(response, account);
	}

}

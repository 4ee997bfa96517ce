package org.packhorse.console.door;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.packhorse.access.Account;
import org.packhorse.access.ApiTokens.Bearer;

/// Tells whose request it is, of a person or of a script.
public final class Guest {

	private Guest() {
	}

	/// The account, where somebody has signed in or sent a token.
	public static Optional<Account> of(HttpServletRequest request) {
		return Welcome.account(request).or(() -> BearerToken.bearer(request).map(Bearer::account));
	}

}

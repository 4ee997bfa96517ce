package org.packhorse.console.door;

import java.util.Locale;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.packhorse.access.Account;
import org.packhorse.access.Accounts;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/// Asks somebody who has signed in for their password once more, as seldom as at the door.
@Component
@ConditionalOnWebApplication
public class PasswordCheck {

	private final Accounts accounts;

	private final PasswordHash hash;

	private final SignInLimits limits;

	private final HeldUp heldUp;

	PasswordCheck(Accounts accounts, PasswordHash hash, SignInLimits limits, HeldUp heldUp) {
		this.accounts = accounts;
		this.hash = hash;
		this.limits = limits;
		this.heldUp = heldUp;
	}

	/// What became of it.
	public enum Outcome {

		/// It is theirs.
		RIGHT,

		/// It is not.
		WRONG,

		/// Too many wrong ones came before.
		TOO_OFTEN

	}

	/// Whether a password is the account's.
	public Outcome of(Account account, String password, HttpServletRequest request) {
		var visitor = new Visitor(String.valueOf(request.getRemoteAddr()), "account " + account.number());
		var key = account.name().toLowerCase(Locale.ROOT);
		if (!this.limits.may(visitor, key)) {
			return Outcome.TOO_OFTEN;
		}
		if (this.accounts.named(account.name()).filter(found -> this.hash.matches(password, found.password())).isEmpty()) {
			this.heldUp.failed(visitor, key, Optional.of(account));
			return Outcome.WRONG;
		}
		return Outcome.RIGHT;
	}

}

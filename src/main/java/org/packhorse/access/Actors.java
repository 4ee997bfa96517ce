package org.packhorse.access;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Knows who acts: the setting `packhorse.user` (PACKHORSE_USER in the environment), else the operating system's account.
///
/// The setting is for those who come through an account that several share; the audit trail then names both.
@Component
public class Actors {

	private static final ScopedValue<Actor> ACTING = ScopedValue.newInstance();

	private final Actor current;

	public Actors(@Value("${packhorse.user:}") String named) {
		var account = System.getProperty("user.name", "unknown");
		this.current = named.isBlank() || named.strip().equals(account) ? new Actor(account) : new Actor(named.strip(), account);
	}

	/// Who acts: the one for whom this work is done, else whoever started this process.
	public Actor current() {
		return ACTING.orElse(this.current);
	}

	/// Does something for somebody: whatever it records, here and deeper, is theirs.
	public <T, X extends Throwable> T as(Actor actor, ScopedValue.CallableOp<T, X> work) throws X {
		return ScopedValue.where(ACTING, actor).call(work);
	}

	/// Whoever goes by this name: the one who acts here, or another, such as a schedule.
	public Actor named(String name) {
		return current().name().equals(name) ? current() : new Actor(name);
	}

}

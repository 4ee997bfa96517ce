package org.packhorse.access;

import org.jspecify.annotations.Nullable;

/// Who did something: a person's account, or `schedule NAME`.
///
/// @param via the operating system's account, where it is not the name itself; else null
public record Actor(String name, @Nullable String via) {

	private static final int LONGEST = 100;

	/// Somebody who acts under his own account, or a schedule.
	public Actor(String name) {
		this(name, null);
	}

	public Actor {
		if (name.isBlank() || name.length() > LONGEST || name.chars().anyMatch(Character::isISOControl)) {
			throw new IllegalArgumentException("An account's name has 1 to %d characters and no control characters.".formatted(LONGEST));
		}
	}

	/// Whether both are one person; letters' case tells nobody apart.
	public boolean isSame(String account) {
		return this.name.equalsIgnoreCase(account);
	}

	/// As the audit trail records it: `NAME via ACCOUNT`, or the name alone.
	@Override
	public String toString() {
		return this.via == null ? this.name : this.name + " via " + this.via;
	}

}

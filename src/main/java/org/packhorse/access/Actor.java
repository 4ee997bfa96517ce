package org.packhorse.access;

import java.text.Normalizer;

import org.jspecify.annotations.Nullable;

/// Who did something: a person's account, or `schedule NAME`.
///
/// @param via the operating system's account, where it is not the name itself; else null
public record Actor(String name, @Nullable String via) {

	private static final int LONGEST = 100;

	private static final String VIA = " via ";

	/// Somebody who acts under his own account, or a schedule.
	public Actor(String name) {
		this(name, null);
	}

	public Actor {
		name = composed(name);
		via = via == null ? null : composed(via);
		if (name.isBlank() || name.length() > LONGEST || name.chars().anyMatch(Character::isISOControl)) {
			throw new IllegalArgumentException("An account's name has 1 to %d characters and no control characters.".formatted(LONGEST));
		}
	}

	/// Who an entry of the audit trail, or a clearance, was recorded for.
	public static Actor recorded(String words) {
		int via = words.indexOf(VIA, 1);
		return via < 0 ? new Actor(words) : new Actor(words.substring(0, via), words.substring(via + VIA.length()));
	}

	/// Whether both are one person; neither letters' case nor the way in which an accent is written tells anybody apart.
	public boolean isSame(String account) {
		return this.name.equalsIgnoreCase(composed(account));
	}

	/// The operating system's account that this one acted through: `ACCOUNT` of `NAME via ACCOUNT`.
	public String through() {
		return this.via == null ? this.name : this.via;
	}

	private static String composed(String name) {
		return Normalizer.normalize(name, Normalizer.Form.NFC);
	}

	/// As the audit trail records it: `NAME via ACCOUNT`, or the name alone.
	@Override
	public String toString() {
		return this.via == null ? this.name : this.name + VIA + this.via;
	}

}

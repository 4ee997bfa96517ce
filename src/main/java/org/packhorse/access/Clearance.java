package org.packhorse.access;

import java.util.Arrays;
import java.util.Locale;

/// The most closely kept packs that somebody may be given, the widest audience first.
public enum Clearance {

	/// What anybody may read.
	PUBLIC,

	/// Also what members of the body may read.
	MEMBERS,

	/// Also what named posts alone may read.
	RESTRICTED;

	/// Whether a pack for this audience (`public`, `members`, `restricted`, in any case) may be given; one for an audience that
	/// nobody knows may not.
	public boolean may(String audience) {
		return Arrays.stream(values()).anyMatch(each -> each.toString().equalsIgnoreCase(audience) && each.compareTo(this) <= 0);
	}

	/// As people and tables write it.
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}

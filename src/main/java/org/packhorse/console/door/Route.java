package org.packhorse.console.door;

import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.packhorse.access.Role;
import org.packhorse.access.Scope;

/// One way into the console: a method and a path, and to whom it is open.
///
/// @param path a pattern such as `/runs/{run}`
/// @param roles whoever has one of these may use it
/// @param scope what a script's token needs besides, or null for pages of people
/// @param does what it is for, in a few words
public record Route(String method, String path, Entry entry, Set<Role> roles, @Nullable Scope scope, String does) {

	/// To whom a route is open before roles are asked for.
	public enum Entry {

		/// Nobody has to sign in for it.
		ANYBODY,

		/// Whoever has signed in.
		SIGNED_IN,

		/// Whoever has signed in and has one of its roles.
		ROLES

	}

	public Route {
		roles = Set.copyOf(roles);
	}

	/// Whether it is a script's.
	public boolean isApi() {
		return this.path.startsWith("/api/");
	}

	/// Whether files may come with it; to all others nobody brings any.
	public boolean takesFiles() {
		return this.method.equals("POST") && (this.path.equals("/data/upload") || this.path.equals("/api/v1/uploads"));
	}

	/// Whether it is open to somebody who has signed in with these roles.
	public boolean isOpenTo(Set<Role> theirs) {
		return this.entry != Entry.ROLES || theirs.stream().anyMatch(this.roles::contains);
	}

	/// To whom it is open, in words.
	public String openTo() {
		return switch (this.entry) {
			case ANYBODY -> "anybody";
			case SIGNED_IN -> "whoever has signed in";
			case ROLES -> this.roles.stream().sorted(Comparator.naturalOrder()).map(Role::toString).collect(Collectors.joining(", "));
		};
	}

}

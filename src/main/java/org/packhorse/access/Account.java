package org.packhorse.access;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/// Somebody who may come into the console, with what they may do and see there.
///
/// @param councils the codes of the councils whose packs they may see; none named: all
/// @param local whether they come with a password of Packhorse's own; else through the council's sign-in
/// @param ready whether they have set their password, or come through the council's sign-in
/// @param mark grows with each change that ends sessions
public record Account(long number, String name, Set<Role> roles, Clearance clearance, List<String> councils, boolean enabled, boolean local, boolean ready, long mark,
		@Nullable Instant signedInAt) {

	public Account {
		roles = Set.copyOf(roles);
		councils = List.copyOf(councils);
	}

	/// Who acts when they do something.
	public Actor actor() {
		return new Actor(this.name);
	}

	/// Whether they have any of these roles.
	public boolean isAny(Set<Role> wanted) {
		return this.roles.stream().anyMatch(wanted::contains);
	}

	/// Whether they can come in and keep accounts.
	public boolean keeps() {
		return this.enabled && this.ready && this.roles.contains(Role.ADMIN);
	}

	/// Whether the council is among theirs.
	public boolean ofCouncil(String council) {
		return this.councils.isEmpty() || this.councils.contains(council);
	}

	/// Whether what is in packs may be shown to them at all: keeping accounts, or auditing, is no reason to read.
	public boolean readsPacks() {
		return isAny(Set.of(Role.VIEWER, Role.AUTHOR, Role.APPROVER));
	}

}

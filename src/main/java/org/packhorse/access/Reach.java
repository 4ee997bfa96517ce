package org.packhorse.access;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/// What somebody may know of packs: of which councils, those for which audiences exist for them at all, and which of these they may read.
///
/// @param councils codes of councils; none named: all
/// @param known the most closely kept packs that they may know of, or null for none
/// @param read the most closely kept packs that they may read, or null for none
public record Reach(List<String> councils, @Nullable Clearance known, @Nullable Clearance read) {

	private static final Set<Role> OVERSEERS = Set.of(Role.ADMIN, Role.AUDITOR);

	/// That of whoever runs the machine.
	public static final Reach EVERYTHING = new Reach(List.of(), Clearance.RESTRICTED, Clearance.RESTRICTED);

	/// What an account's roles and clearance come to: keepers and auditors know of every pack, and read those that they read in another role.
	public static Reach of(Account account) {
		var read = account.readsPacks() ? account.clearance() : null;
		return new Reach(account.councils(), account.isAny(OVERSEERS) ? Clearance.RESTRICTED : read, read);
	}

	public Reach {
		councils = List.copyOf(councils);
	}

	/// Whether a pack of this council for this audience exists as far as they can tell.
	public boolean knows(String council, String audience) {
		return this.known != null && ofCouncil(council) && this.known.may(audience);
	}

	/// Whether they may read a pack of this council for this audience.
	public boolean reads(String council, String audience) {
		return this.read != null && ofCouncil(council) && this.read.may(audience);
	}

	/// Whether they may read every pack of every council: what stops or frees all of it at once is theirs to decide.
	public boolean readsEverything() {
		return this.read == Clearance.RESTRICTED && this.councils.isEmpty();
	}

	/// Whether the council is among theirs.
	public boolean ofCouncil(String council) {
		return this.councils.isEmpty() || this.councils.contains(council);
	}

	/// The same for what only readers may do.
	public Reach ofReader() {
		return new Reach(this.councils, this.read, this.read);
	}

	/// The audiences whose packs they may know of, as tables write them.
	public List<String> audiences() {
		return Arrays.stream(Clearance.values()).filter(each -> this.known != null && each.compareTo(this.known) <= 0).map(Clearance::toString).toList();
	}

	/// Whether packs for every audience exist for them, also those of which nobody has said whom they are for.
	public boolean knowsAll() {
		return this.known == Clearance.RESTRICTED;
	}

}

package org.packhorse.pack;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.packhorse.authority.Narrative;
import org.packhorse.disclosure.Suppression;
import org.packhorse.template.Audience;
import org.packhorse.template.PackTemplate;

/// What the readers of an edition get of its snapshot: all of it, or what is left when small numbers and exempt paragraphs are
/// withheld. Everything that a pack says is made from `facts`, so that nothing in it can rest on what is withheld.
///
/// @param snapshot the whole, as it is frozen; for proof and for the search of the finished files alone
/// @param facts what the pack is made from
/// @param suppression which figures are withheld, or null where the audience sees every figure
/// @param exempt words with paragraphs that Schedule 12A keeps from the public, whether this audience reads them or not
public record Disclosed(Snapshot snapshot, Snapshot facts, @Nullable Suppression suppression, List<Narrative> exempt) {

	public Disclosed {
		exempt = List.copyOf(exempt);
	}

	/// What the audience of the snapshot's pack gets; the same snapshot always gives the same.
	public static Disclosed of(Snapshot snapshot) {
		var all = snapshot.proceedings();
		var words = isRestricted(snapshot) ? all : all.withoutExempt();
		var exempt = all.narratives().stream().filter(Narrative::isExempt).toList();
		var disclosure = snapshot.disclosure();
		if (disclosure == null) {
			return new Disclosed(snapshot, snapshot.with(words, snapshot.kpis(), null), null, exempt);
		}
		var suppression = Suppression.of(Rules.of(snapshot.templates()).disclosure(), snapshot.kpis(), disclosure.groups(), disclosure.shownBefore());
		return new Disclosed(snapshot, snapshot.with(words, suppression.series(), null), suppression, exempt);
	}

	/// Whether named posts alone read the pack, exempt paragraphs included.
	private static boolean isRestricted(Snapshot snapshot) {
		return PackTemplate.of(snapshot.templates()).settings().audience() == Audience.RESTRICTED;
	}

	/// Whether there are exempt paragraphs that this audience does not get.
	boolean leavesOutExempt() {
		return !this.exempt.isEmpty() && isOpen();
	}

	/// Whether others than named posts may read it.
	boolean isOpen() {
		return !isRestricted(this.snapshot);
	}

	/// Whether anything is kept from this audience.
	boolean withholds() {
		return this.suppression != null || leavesOutExempt();
	}

}

package org.packhorse.pack;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.packhorse.authority.Narrative;
import org.packhorse.disclosure.Suppression;
import org.packhorse.kpi.Kpi;
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

	/// The same without the readings that are withheld now: those of an earlier day, when they may not have been.
	Disclosed without(Snapshot.@Nullable Disclosure now) {
		if (now == null) {
			return this;
		}
		var hidden = Set.copyOf(now.withheld());
		var kpis = this.facts.kpis()
			.stream()
			.map(series -> new Kpi.Series(series.kpi(), series.readings().stream().map(reading -> without(hidden, series.kpi(), reading)).toList(),
					series.targets(), series.benchmarks()))
			.toList();
		return new Disclosed(this.snapshot, this.facts.with(this.facts.proceedings(), kpis, null), this.suppression, this.exempt);
	}

	private static Kpi.Reading without(Set<Snapshot.Hidden> hidden, Kpi kpi, Kpi.Reading reading) {
		return hidden.contains(new Snapshot.Hidden(kpi.code(), reading.periodEnd()))
				? new Kpi.Reading(reading.periodEnd(), null, "c", null, null, reading.recordedOn()) : reading;
	}

	/// Whether named posts alone read the pack, exempt paragraphs included.
	private static boolean isRestricted(Snapshot snapshot) {
		return PackTemplate.of(snapshot.templates()).settings().audience() == Audience.RESTRICTED;
	}

	/// Whether there are exempt paragraphs that this audience does not get.
	boolean leavesOutExempt() {
		return !this.exempt.isEmpty() && !isRestricted(this.snapshot);
	}

	/// Whether anything is kept from this audience.
	boolean withholds() {
		return this.suppression != null || leavesOutExempt();
	}

}

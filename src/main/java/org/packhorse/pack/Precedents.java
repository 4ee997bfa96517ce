package org.packhorse.pack;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.packhorse.disclosure.Shown;
import org.packhorse.kpi.Kpi;
import org.packhorse.kpi.Measured;
import org.springframework.stereotype.Component;

/// What earlier editions of a pack said.
@Component
class Precedents {

	private final Editions editions;

	private final Ratings ratings;

	Precedents(Editions editions, Ratings ratings) {
		this.editions = editions;
		this.ratings = ratings;
	}

	/// The ratings of the edition that movement is measured from, or null for the first. A pack that withholds figures is not
	/// measured against an edition that showed them all: its colours rest on what is withheld.
	Snapshot.@Nullable Previous of(PackRequest request, boolean withholds) {
		return this.editions.previous(request)
			.stream()
			.filter(edition -> !withholds || frozen(edition).disclosure() != null)
			.findFirst()
			.map(this.ratings::of)
			.orElse(null);
	}

	/// Every figure that readers of the pack have from editions before the one with this number, the oldest first.
	List<Shown> shown(PackRequest request, long before) {
		var shown = new LinkedHashSet<Shown>();
		this.editions.earlier(request, before).stream().map(this::frozen).forEach(snapshot -> shown(snapshot).forEach(figure -> {
			shown.remove(figure);
			shown.add(figure);
		}));
		return List.copyOf(shown);
	}

	private static Stream<Shown> shown(Snapshot snapshot) {
		var disclosure = snapshot.disclosure();
		if (disclosure == null) {
			return Stream.empty();
		}
		var withheld = Set.copyOf(disclosure.withheld());
		return snapshot.kpis().stream().flatMap(series -> series.readings()
			.stream()
			.filter(reading -> !withheld.contains(new Snapshot.Hidden(series.kpi().code(), reading.periodEnd())))
			.map(reading -> shown(series.kpi(), reading))
			.filter(Objects::nonNull)
			.map(Objects::requireNonNull));
	}

	private static @Nullable Shown shown(Kpi kpi, Kpi.Reading reading) {
		var value = Measured.of(kpi.unit(), reading);
		return value == null ? null : new Shown(kpi.code(), reading.periodEnd(), value, reading.numerator(), reading.denominator());
	}

	private Snapshot frozen(Edition edition) {
		return SnapshotJson.read(this.editions.frozen(edition));
	}

}

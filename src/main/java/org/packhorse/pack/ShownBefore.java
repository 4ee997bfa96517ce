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
import org.packhorse.template.Audience;
import org.packhorse.template.PackTemplate;
import org.springframework.stereotype.Component;

/// The figures that earlier editions of a pack showed: withholding them now takes nothing back.
@Component
class ShownBefore {

	private final Editions editions;

	ShownBefore(Editions editions) {
		this.editions = editions;
	}

	/// Every figure that readers of the pack have from editions before the one with this number, the oldest first.
	List<Shown> of(PackRequest request, long before) {
		var shown = new LinkedHashSet<Shown>();
		this.editions.earlier(request, before).stream().map(this::frozen).forEach(snapshot -> shown(snapshot).forEach(figure -> {
			shown.remove(figure);
			shown.add(figure);
		}));
		return List.copyOf(shown);
	}

	private static Stream<Shown> shown(Snapshot snapshot) {
		if (PackTemplate.of(snapshot.templates()).settings().audience() == Audience.RESTRICTED) {
			return Stream.empty();
		}
		// One that withheld nothing showed its readers everything.
		var disclosure = snapshot.disclosure();
		var withheld = disclosure == null ? Set.<Snapshot.Hidden>of() : Set.copyOf(disclosure.withheld());
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

package org.packhorse.pack;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.packhorse.authority.Proceedings;
import org.packhorse.disclosure.Shown;
import org.packhorse.kpi.Kpi;
import org.packhorse.kpi.Kpis;
import org.packhorse.kpi.Measured;
import org.packhorse.plan.Plans;
import org.packhorse.rag.KpiAssessment;
import org.packhorse.rag.Rated;
import org.packhorse.template.PackSettings;
import org.packhorse.template.PackTemplate;
import org.springframework.stereotype.Component;

/// What movement is measured from: an earlier edition of the pack, or what was known on a day, rated by the rules in force now.
@Component
class Precedents {

	/// As many decimals as the tables of editions keep.
	private static final int DECIMALS = 10;

	private final Editions editions;

	private final Ratings ratings;

	private final Plans plans;

	private final Kpis kpis;

	Precedents(Editions editions, Ratings ratings, Plans plans, Kpis kpis) {
		this.editions = editions;
		this.ratings = ratings;
		this.plans = plans;
		this.kpis = kpis;
	}

	/// What the movement of the request's edition is measured from: the day that was asked for, else the first of what the pack
	/// names that there is, else null.
	Snapshot.@Nullable Previous of(PackRequest request, Snapshot now) {
		if (request.since() != null) {
			return on(request.since(), now);
		}
		return PackTemplate.of(now.templates()).settings().movement().stream().map(from -> from(from, request, now)).filter(Objects::nonNull).findFirst().orElse(null);
	}

	private Snapshot.@Nullable Previous from(PackSettings.Since from, PackRequest request, Snapshot now) {
		return switch (from) {
			case LAST_EDITION -> edition(request, now.disclosure() != null);
			case LAST_MEETING -> now.proceedings().last() == null ? null : on(now.proceedings().last().meetsOn(), now);
		};
	}

	/// A pack that withholds figures is not measured against an edition that showed them all: its colours rest on what is withheld.
	private Snapshot.@Nullable Previous edition(PackRequest request, boolean withholds) {
		return this.editions.previous(request)
			.stream()
			.filter(edition -> !withholds || frozen(edition).disclosure() != null)
			.findFirst()
			.map(this.ratings::of)
			.orElse(null);
	}

	/// How everything stood on a day by the rules of now, of what was known then and what the pack's readers may see of it.
	private Snapshot.Previous on(LocalDate day, Snapshot now) {
		var then = Disclosed.of(then(day, now)).without(now.disclosure());
		var assessed = new Assessor(then, Rules.of(now.templates()).policy()).all();
		return new Snapshot.Previous(day, 0,
				assessed.actions().stream().map(action -> Rated.of(action.plan(), action.action())).toList(),
				assessed.kpis().stream().map(Precedents::rated).toList());
	}

	private Snapshot then(LocalDate day, Snapshot now) {
		var authority = now.authority();
		return new Snapshot(authority, day, 0, false, List.of(), Proceedings.NONE, this.plans.asAt(authority.code(), day),
				this.plans.manualRatings(authority.code(), day), List.of(), List.of(), this.kpis.asAt(authority, day),
				this.kpis.chartEvents(authority.code(), day), List.of(), List.of(), null, now.templates(), now.disclosure());
	}

	private static Snapshot.RatedKpi rated(KpiAssessment kpi) {
		return new Snapshot.RatedKpi(kpi.kpi().code(), kpi.rating(), kpi.figure().periodEnd(), plain(kpi.figure().value()));
	}

	/// A figure without more decimals than an edition's record has, and without zeros at its end.
	static @Nullable BigDecimal plain(@Nullable BigDecimal value) {
		return value == null ? null : new BigDecimal(value.setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString());
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

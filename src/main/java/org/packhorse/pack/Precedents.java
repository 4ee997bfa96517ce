package org.packhorse.pack;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.packhorse.authority.Proceedings;
import org.packhorse.disclosure.Suppression;
import org.packhorse.kpi.Kpi;
import org.packhorse.kpi.Kpis;
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
			case LAST_EDITION -> edition(request, now);
			case LAST_MEETING -> now.proceedings().last() == null ? null : on(now.proceedings().last().meetsOn(), now);
		};
	}

	/// A pack that withholds figures is not measured against an edition that showed them all: its colours rest on what is withheld.
	private Snapshot.@Nullable Previous edition(PackRequest request, Snapshot now) {
		return this.editions.previous(request)
			.stream()
			.filter(edition -> now.disclosure() == null || SnapshotJson.read(this.editions.frozen(edition)).disclosure() != null)
			.findFirst()
			.map(this.ratings::of)
			.orElse(null);
	}

	private Snapshot.Previous on(LocalDate day, Snapshot now) {
		var assessed = new Assessor(Disclosed.of(then(day, now)), Rules.of(now.templates()).policy()).all();
		return new Snapshot.Previous(day, 0,
				assessed.actions().stream().map(action -> Rated.of(action.plan(), action.action())).toList(),
				assessed.kpis().stream().map(Precedents::rated).toList());
	}

	private Snapshot then(LocalDate day, Snapshot now) {
		var authority = now.authority();
		return new Snapshot(authority, day, 0, false, List.of(), Proceedings.NONE, this.plans.asAt(authority.code(), day),
				this.plans.manualRatings(authority.code(), day), List.of(), List.of(), series(day, now),
				this.kpis.chartEvents(authority.code(), day), List.of(), List.of(), null, null, now.templates(), null, null);
	}

	/// The figures of the day; where the pack withholds figures, those that it shows now and that the day's own rule lets through.
	private List<Kpi.Series> series(LocalDate day, Snapshot now) {
		var all = this.kpis.asAt(now.authority(), day);
		var disclosure = now.disclosure();
		if (disclosure == null) {
			return all;
		}
		var shown = shown(now, disclosure);
		return Suppression.of(Rules.of(now.templates()).disclosure(), all, disclosure.groups(), disclosure.shownBefore())
			.series()
			.stream()
			.map(series -> new Kpi.Series(series.kpi(), series.readings().stream().filter(reading -> shown.contains(series.kpi().code() + reading)).toList(),
					series.targets(), series.benchmarks()))
			.toList();
	}

	/// A figure that was corrected since stays out too: with the corrected one it could tell what neither tells alone.
	private static Set<String> shown(Snapshot now, Snapshot.Disclosure disclosure) {
		var shown = new HashSet<String>();
		now.kpis().forEach(series -> series.readings().forEach(reading -> {
			if (!disclosure.withheld().contains(new Snapshot.Hidden(series.kpi().code(), reading.periodEnd()))) {
				shown.add(series.kpi().code() + reading);
			}
		}));
		return shown;
	}

	private static Snapshot.RatedKpi rated(KpiAssessment kpi) {
		return new Snapshot.RatedKpi(kpi.kpi().code(), kpi.rating(), kpi.figure().periodEnd(), plain(kpi.figure().value()));
	}

	/// A figure without more decimals than an edition's record has, and without zeros at its end.
	static @Nullable BigDecimal plain(@Nullable BigDecimal value) {
		return value == null ? null : new BigDecimal(value.setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString());
	}

}

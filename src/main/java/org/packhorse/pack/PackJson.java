package org.packhorse.pack;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.packhorse.kpi.ControlChart;
import org.packhorse.rag.ActionAssessment;
import org.packhorse.rag.KpiAssessment;
import org.packhorse.rag.PlanAssessment;
import org.packhorse.rag.Rag;
import org.packhorse.rag.RatingOverride;
import org.packhorse.rag.SectionAssessment;
import org.packhorse.rag.Tally;
import org.packhorse.template.Audience;

/// `pack.json`: what an edition says, as plain data for scripts. docs/pack-json.md describes it.
final class PackJson {

	private static final int DIGITS = 12;

	private final Snapshot snapshot;

	private final Assessments assessments;

	private final Disclosed disclosed;

	PackJson(Disclosed disclosed, Assessments assessments) {
		this.disclosed = disclosed;
		this.snapshot = disclosed.facts();
		this.assessments = assessments;
	}

	Map<String, @Nullable Object> data(Audience audience, PackModel.Change movement) {
		var authority = this.snapshot.authority();
		var data = data("authority", data("code", authority.code(), "name", authority.name()), "pack", this.snapshot.templates().pack(), "asAt",
				this.snapshot.asAt(), "version", this.snapshot.version(), "audience", audience.name().toLowerCase(Locale.ROOT), "draft",
				this.snapshot.draft(), "plans", this.assessments.plans().stream().map(PackJson::plan).toList(), "sections",
				this.assessments.plans().stream().flatMap(plan -> plan.sections().stream().map(section -> section(plan, section))).toList(), "kpis",
				this.assessments.kpis().stream().map(PackJson::kpi).toList(), "movement", movement(movement), "exceptions",
				this.assessments.exceptions().stream().map(rated -> data("plan", rated.plan(), "ref", rated.ref(), "rating", rated.rating())).toList());
		disclosure(data);
		return data;
	}

	/// Packs whose readers get everything say nothing of it.
	private void disclosure(Map<String, @Nullable Object> data) {
		var suppression = this.disclosed.suppression();
		if (suppression != null) {
			data.put("disclosure", data("withheld", suppression.withheld().size(), "note", suppression.note(), "unjudged", suppression.unjudged()));
		}
		var exemption = DisclosureLines.exempt(this.disclosed);
		if (!exemption.paragraphs().isEmpty()) {
			data.put("exempt", data("leftOut", exemption.leftOut(), "paragraphs",
					exemption.paragraphs().stream().map(PackModel.ScheduleParagraph::number).toList()));
		}
	}

	private static Map<String, @Nullable Object> plan(PlanAssessment assessed) {
		return data("code", assessed.plan().code(), "title", assessed.plan().title(), "rating", assessed.rating(), "rule", assessed.rule().id(),
				"reason", assessed.reason(), "counts", counts(assessed.actions()), "sectionCounts", counts(assessed.tally()));
	}

	private static Map<String, @Nullable Object> section(PlanAssessment plan, SectionAssessment assessed) {
		var section = assessed.section();
		return data("plan", plan.plan().code(), "no", section.no(), "title", section.title(), "priority", section.priority(), "rating",
				assessed.rating(), "rule", assessed.rule().id(), "reason", assessed.reason(), "counts", counts(assessed.tally()), "shares",
				assessed.tally().shares(), "unrated", assessed.tally().unrated(), "flags", assessed.flags(), "kpis",
				assessed.kpis().stream().map(kpi -> kpi.kpi().code()).toList(), "actions", assessed.actions().stream().map(PackJson::action).toList());
	}

	private static Map<String, Integer> counts(Tally tally) {
		var counts = new LinkedHashMap<String, Integer>();
		for (Rag rating : Changes.ACTION_RATINGS) {
			counts.put(rating.name(), tally.count(rating));
		}
		return counts;
	}

	private static Map<String, @Nullable Object> action(ActionAssessment assessed) {
		var progress = assessed.progress();
		var dates = assessed.dates();
		return data("ref", assessed.action().ref(), "action", assessed.action().action(), "lead", assessed.action().lead(), "priority",
				assessed.action().priority(), "rating", assessed.rating(), "rule", assessed.rule().id(), "reason", assessed.reason(), "computed",
				assessed.computed().rating(), "state", progress.state() == null ? null : progress.state().words(), "declared", progress.declared(),
				"expected", plain(progress.expected()), "reported", plain(progress.reported()), "startsOn", dates.startsOn(), "dueOn", dates.dueOn(),
				"originalDueOn", dates.originalDueOn(), "moves", dates.moves(), "daysSlipped", dates.daysSlipped(), "daysToDue", dates.daysToDue(),
				"lastReportedOn", progress.lastReportedOn(), "override", override(assessed.override()), "flags",
				assessed.flags().stream().sorted().map(ActionAssessment.Flag::id).toList());
	}

	private static @Nullable Map<String, @Nullable Object> override(@Nullable RatingOverride override) {
		return override == null ? null : data("rating", override.rating(), "reason", override.reason(), "post", override.post(), "approver",
				override.approver(), "from", override.from(), "until", override.until());
	}

	private static Map<String, @Nullable Object> kpi(KpiAssessment assessed) {
		var figure = assessed.figure();
		var aim = figure.aim();
		var travel = assessed.travel();
		return data("code", assessed.kpi().code(), "title", assessed.kpi().title(), "unit", assessed.kpi().unit().words(), "topic", assessed.kpi().topic(), "rating", assessed.rating(),
				"rule", assessed.rule().id(), "reason", assessed.reason(), "periodEnd", figure.periodEnd(), "value", plain(figure.value()), "symbol",
				figure.symbol(), "decimals", figure.decimals(), "target", aim == null ? null : plain(aim.target()), "low",
				aim == null ? null : plain(aim.low()), "high", aim == null ? null : plain(aim.high()), "tolerance",
				aim == null ? null : plain(aim.tolerance()), "toleranceKind",
				aim == null ? null : aim.toleranceKind().name().toLowerCase(Locale.ROOT), "distance", plain(figure.distance()), "direction",
				direction(travel.previous()), "yearOn", direction(travel.yearOn()), "benchmarks", benchmarks(assessed.comparison()), "rank",
				rank(assessed.comparison().rank()), "chart", chart(assessed.chart()));
	}

	private static @Nullable String direction(KpiAssessment.@Nullable Change change) {
		return change == null ? null : change.direction().words();
	}

	private static PublishedLines benchmarks(KpiAssessment.Comparison comparison) {
		var neighbours = comparison.neighbours();
		return new PublishedLines(comparison.published(), neighbours == null ? null
				: data("area", "neighbours", "name", "Statistical neighbours", "value", plain(neighbours.mean()), "n", neighbours.n(), "of", neighbours.of(), "model", neighbours.model()));
	}

	private static @Nullable Map<String, @Nullable Object> rank(KpiAssessment.@Nullable Rank rank) {
		return rank == null ? null : data("place", rank.place(), "of", rank.of(), "quartile", rank.quartile());
	}

	private static @Nullable Map<String, @Nullable Object> chart(@Nullable ControlChart chart) {
		if (chart == null) {
			return null;
		}
		var limits = chart.limits();
		var signals = new ArrayList<@Nullable String>();
		chart.signals().forEach(signal -> signals.add(signal == null ? null : signal.words()));
		return data("mean", plain(chart.mean()), "upper", limits == null ? null : plain(limits.upper()), "lower",
				limits == null ? null : plain(limits.lower()), "trial", chart.trial(), "signals", signals, "variation",
				chart.variation() == null ? null : chart.variation().words(), "assurance",
				chart.assurance() == null ? null : chart.assurance().words());
	}

	private static Map<String, @Nullable Object> movement(PackModel.Change movement) {
		var matrix = new LinkedHashMap<String, @Nullable Object>();
		for (var row : movement.matrix()) {
			var now = new LinkedHashMap<String, Integer>();
			for (int i = 0; i < row.now().size(); i++) {
				now.put(movement.ratings().get(i).name(), row.now().get(i));
			}
			matrix.put(row.before().name(), now);
		}
		return data("since", movement.since(), "sinceVersion", movement.sinceVersion(), "worse", movement.worse(), "better", movement.better(), "new",
				movement.added(), "closed", movement.closed(), "dateMoved", movement.dateMoved(), "matrix", matrix, "list",
				movement.actions().stream().map(PackJson::moved).toList(), "kpis", movement.kpis().stream().map(PackJson::moved).toList());
	}

	private static Map<String, @Nullable Object> moved(PackModel.Moved moved) {
		var before = moved.before();
		return data("what", moved.what(), "ref", moved.ref(), "from", before == null ? null : before.name(), "to", moved.now().name(), "dueBefore",
				moved.dueBefore(), "dueNow", moved.dueNow());
	}

	static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
		if (number == null) {
			return null;
		}
		var rounded = number.scale() > DIGITS ? number.setScale(DIGITS, RoundingMode.HALF_UP) : number;
		var plain = rounded.stripTrailingZeros();
		return plain.scale() < 0 ? plain.setScale(0) : plain;
	}

	private static Map<String, @Nullable Object> data(@Nullable Object... namesAndValues) {
		var data = new LinkedHashMap<String, @Nullable Object>();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			data.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
		}
		return data;
	}

}

package org.packhorse.pack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.packhorse.kpi.ControlChart.Rebase;
import org.packhorse.kpi.Kpi;
import org.packhorse.plan.Action;
import org.packhorse.plan.ManualRating;
import org.packhorse.plan.Plan;
import org.packhorse.plan.Section;
import org.packhorse.rag.ActionAssessment;
import org.packhorse.rag.KpiAssessment;
import org.packhorse.rag.Movement;
import org.packhorse.rag.Peers;
import org.packhorse.rag.PlanAssessment;
import org.packhorse.rag.Rag;
import org.packhorse.rag.RagPolicy;
import org.packhorse.rag.Rated;
import org.packhorse.rag.RatingOverride;
import org.packhorse.rag.SectionAssessment;

/// Puts the facts that an audience gets before the rules.
final class Assessor {

	private final Snapshot snapshot;

	private final RagPolicy policy;

	private final Peers peers;

	private final Map<String, Kpi.Series> series = new HashMap<>();

	private final Map<String, KpiAssessment> kpis = new HashMap<>();

	/// What is set by hand, by its action.
	private final Map<ActionKey, List<RatingOverride>> overrides = new HashMap<>();

	/// An action within its plan.
	private record ActionKey(String plan, String ref) {
	}

	Assessor(Disclosed disclosed, RagPolicy policy) {
		var snapshot = disclosed.facts();
		this.snapshot = snapshot;
		this.policy = policy;
		this.peers = new Peers(snapshot.authority().code(), snapshot.authority().neighbours(), snapshot.authority().neighbourModel());
		snapshot.manualRatings()
			.forEach(manual -> this.overrides.computeIfAbsent(new ActionKey(manual.plan(), manual.action()), _ -> new ArrayList<>())
				.add(override(manual)));
		snapshot.kpis().forEach(kpi -> this.series.put(kpi.kpi().code(), kpi));
	}

	/// Rates everything and sets it against the previous edition.
	Assessments all() {
		var plans = this.snapshot.plans().stream().map(this::assess).toList();
		var kpis = this.snapshot.kpis().stream().map(kpi -> Objects.requireNonNull(kpi(kpi.kpi().code()))).toList();
		var now = plans.stream()
			.flatMap(plan -> plan.sections().stream().flatMap(section -> section.actions().stream().map(action -> Rated.of(plan.plan().code(), action))))
			.toList();
		var previous = this.snapshot.previous();
		var before = previous == null ? List.<Rated>of() : previous.actions();
		return new Assessments(plans, kpis, Movement.between(before, previous == null ? List.of() : now), this.policy.exceptions(now, before),
				this.policy.legend());
	}

	private PlanAssessment assess(Plan plan) {
		return this.policy.assess(plan, plan.sections().stream().map(section -> assess(plan, section)).toList());
	}

	private SectionAssessment assess(Plan plan, Section section) {
		var kpis = section.kpis().stream().map(this::kpi).filter(Objects::nonNull).map(Objects::requireNonNull).toList();
		return this.policy.assess(section, section.actions().stream().map(action -> assess(plan, action)).toList(), kpis);
	}

	private ActionAssessment assess(Plan plan, Action action) {
		return this.policy.assess(action, plan.approvedOn(), kpi(action.kpi()), overrides(plan, action), this.snapshot.asAt());
	}

	private @Nullable KpiAssessment kpi(String code) {
		var known = this.series.get(code);
		return known == null ? null
				: this.kpis.computeIfAbsent(code, _ -> this.policy.assess(known, this.peers, rebases(code), this.snapshot.asAt()));
	}

	private List<Rebase> rebases(String kpi) {
		return this.snapshot.chartEvents()
			.stream()
			.filter(event -> event.rebase() && event.kpi().equals(kpi))
			.map(event -> new Rebase(event.startsOn(), event.words()))
			.toList();
	}

	private List<RatingOverride> overrides(Plan plan, Action action) {
		return this.overrides.getOrDefault(new ActionKey(plan.code(), action.ref()), List.of());
	}

	private static RatingOverride override(ManualRating manual) {
		return new RatingOverride(Rag.valueOf(manual.rating().toUpperCase(Locale.ROOT)), manual.reason(), manual.post(), manual.approver(),
				manual.from(), manual.until());
	}

}

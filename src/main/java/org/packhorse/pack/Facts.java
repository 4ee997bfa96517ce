package org.packhorse.pack;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

import org.packhorse.authority.Authorities;
import org.packhorse.authority.Authority;
import org.packhorse.authority.Bodies;
import org.packhorse.authority.Proceedings;
import org.packhorse.kpi.Kpis;
import org.packhorse.plan.Oversight;
import org.packhorse.plan.Plan;
import org.packhorse.plan.Plans;
import org.packhorse.plan.Section;
import org.packhorse.template.FrozenTemplates;
import org.packhorse.template.PackTemplate;
import org.packhorse.writer.PackFormat;
import org.springframework.stereotype.Component;

/// Collects what a snapshot freezes from the rooms that know it.
@Component
class Facts {

	private final Authorities authorities;

	private final Bodies bodies;

	private final Plans plans;

	private final Oversight oversight;

	private final Kpis kpis;

	private final Precedents precedents;

	Facts(Authorities authorities, Bodies bodies, Plans plans, Oversight oversight, Kpis kpis, Precedents precedents) {
		this.authorities = authorities;
		this.bodies = bodies;
		this.plans = plans;
		this.oversight = oversight;
		this.kpis = kpis;
		this.precedents = precedents;
	}

	/// Everything that the request's edition would be made of now.
	Snapshot of(PackRequest request, int version, Function<Authority, FrozenTemplates> frozen) {
		var authority = this.authorities.find(request.authority())
			.orElseThrow(() -> new PackProblem(PackProblem.Kind.USAGE, "There is no council '%s' on file.".formatted(request.authority())));
		var plans = this.plans.asAt(authority.code(), request.asAt());
		checkDeepDive(request, plans);
		var templates = frozen.apply(authority);
		var settings = PackTemplate.of(templates).settings();
		var proceedings = proceedings(request, settings.body());
		return new Snapshot(authority, request.asAt(), version, request.draft(), formats(request, settings.formats()), proceedings, plans,
				this.plans.manualRatings(authority.code(), request.asAt()), this.oversight.risks(authority.code(), request.asAt()),
				this.oversight.judgements(authority.code(), request.asAt()), this.kpis.asAt(authority, request.asAt()),
				this.kpis.chartEvents(authority.code(), request.asAt()), switch (settings.movement()) {
					case LAST_EDITION -> this.precedents.of(request);
					case LAST_MEETING -> proceedings.last() == null ? null : ratedThen(authority, proceedings.last().meetsOn(), templates);
				}, templates);
	}

	/// How everything stood on an earlier day by the rules of now, of what was known then.
	private Snapshot.Previous ratedThen(Authority authority, LocalDate day, FrozenTemplates templates) {
		return Snapshot.Previous.of(new Snapshot(authority, day, 0, false, List.of(), Proceedings.NONE, this.plans.asAt(authority.code(), day),
				this.plans.manualRatings(authority.code(), day), List.of(), List.of(), this.kpis.asAt(authority, day),
				this.kpis.chartEvents(authority.code(), day), null, templates));
	}

	/// A section that no plan has is the asker's slip, and all of them are said.
	private static void checkDeepDive(PackRequest request, List<Plan> plans) {
		var known = plans.stream().flatMap(plan -> plan.sections().stream()).map(Section::no).distinct().toList();
		var unknown = request.deepDive().stream().filter(section -> !known.contains(section)).toList();
		if (!unknown.isEmpty()) {
			throw new PackProblem(PackProblem.Kind.USAGE, "There is no section %s to look into; the plan's sections are %s."
				.formatted(Wording.listed(unknown), Wording.listed(known)));
		}
	}

	private Proceedings proceedings(PackRequest request, String body) {
		var proceedings = body.isEmpty() ? Proceedings.NONE : this.bodies.asAt(request.authority(), body, request.asAt());
		return proceedings.into(request.deepDive());
	}

	private static List<PackFormat> formats(PackRequest request, List<PackFormat> own) {
		return request.formats().isEmpty() ? own.stream().sorted().toList() : request.formats();
	}

}

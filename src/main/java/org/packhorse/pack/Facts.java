package org.packhorse.pack;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.packhorse.authority.Authorities;
import org.packhorse.authority.Authority;
import org.packhorse.authority.Bodies;
import org.packhorse.authority.Holidays;
import org.packhorse.authority.Meeting;
import org.packhorse.authority.Proceedings;
import org.packhorse.authority.Report;
import org.packhorse.authority.Reports;
import org.packhorse.disclosure.DisclosureRule;
import org.packhorse.disclosure.Suppression;
import org.packhorse.kpi.Kpi;
import org.packhorse.kpi.Kpis;
import org.packhorse.plan.Inspection;
import org.packhorse.plan.Inspections;
import org.packhorse.plan.Oversight;
import org.packhorse.plan.Plan;
import org.packhorse.plan.Plans;
import org.packhorse.plan.Section;
import org.packhorse.template.FrozenTemplates;
import org.packhorse.template.PackSettings;
import org.packhorse.template.PackTemplate;
import org.packhorse.writer.PackFormat;
import org.springframework.stereotype.Component;

/// Collects what a snapshot freezes from the rooms that know it.
@Component
class Facts {

	private final Authorities authorities;

	private final Bodies bodies;

	private final Reports reports;

	private final Holidays holidays;

	private final Plans plans;

	private final Oversight oversight;

	private final Kpis kpis;

	private final Inspections inspections;

	private final Precedents precedents;

	private final ShownBefore shownBefore;

	Facts(Authorities authorities, Bodies bodies, Reports reports, Plans plans, Oversight oversight, Kpis kpis, Inspections inspections,
			Holidays holidays, Precedents precedents, ShownBefore shownBefore) {
		this.authorities = authorities;
		this.bodies = bodies;
		this.reports = reports;
		this.plans = plans;
		this.oversight = oversight;
		this.kpis = kpis;
		this.inspections = inspections;
		this.holidays = holidays;
		this.precedents = precedents;
		this.shownBefore = shownBefore;
	}

	/// Everything that the request's edition would be made of now.
	///
	/// @param number of the edition: what was published before it is known to its readers
	Snapshot of(PackRequest request, int version, long number, Function<Authority, FrozenTemplates> frozen) {
		var authority = this.authorities.find(request.authority())
			.orElseThrow(() -> new PackProblem(PackProblem.Kind.USAGE, "There is no council '%s' on file.".formatted(request.authority())));
		var plans = this.plans.asAt(authority.code(), request.asAt());
		checkDeepDive(request, plans);
		var templates = frozen.apply(authority);
		var template = PackTemplate.of(templates);
		var settings = template.settings();
		var proceedings = proceedings(request, settings.body());
		var report = template.form() == null ? null : report(request, proceedings);
		var inspections = this.inspections.asAt(authority.code(), request.asAt());
		var series = this.kpis.asAt(authority, request.asAt());
		var disclosure = settings.smallNumbers() == PackSettings.SmallNumbers.WITHHELD
				? disclosure(request, number, series, Rules.of(templates).disclosure()) : null;
		var now = new Snapshot(authority, request.asAt(), version, request.draft(), formats(request, settings.formats()),
				proceedings, plans,
				this.plans.manualRatings(authority.code(), request.asAt()), this.oversight.risks(authority.code(), request.asAt()),
				this.oversight.judgements(authority.code(), request.asAt()), series, this.kpis.chartEvents(authority.code(), request.asAt()), inspections,
				holidays(inspections, report), null, report, templates, disclosure, null);
		return now.movingFrom(this.precedents.of(request, now));
	}

	private Snapshot.Disclosure disclosure(PackRequest request, long number, List<Kpi.Series> series, DisclosureRule rule) {
		var codes = series.stream().map(one -> one.kpi().code()).collect(Collectors.toSet());
		var groups = this.kpis.groups().stream().filter(group -> codes.contains(group.total()) && codes.contains(group.part())).toList();
		var shownBefore = this.shownBefore.of(request, number);
		var withheld = Suppression.of(rule, series, groups, shownBefore).withheld();
		return new Snapshot.Disclosure(groups, shownBefore,
				withheld.stream().map(one -> new Snapshot.Hidden(one.kpi().code(), one.periodEnd())).toList());
	}

	/// The bank holidays among which deadlines are counted: those of inspections, of the years they begin in and of the next; those
	/// of a report, of the years of its meetings and of the year before.
	private List<LocalDate> holidays(List<Inspection> inspections, @Nullable Report report) {
		var begun = inspections.stream().map(Inspection::trigger).filter(Objects::nonNull).mapToInt(LocalDate::getYear).flatMap(year -> IntStream.of(year, year + 1));
		var met = report == null ? IntStream.empty()
				: Stream.concat(Stream.of(report.meetsOn()), report.also().stream().map(Meeting::meetsOn))
					.mapToInt(LocalDate::getYear)
					.flatMap(year -> IntStream.of(year - 1, year));
		return IntStream.concat(begun, met)
			.distinct()
			.sorted()
			.boxed()
			.flatMap(year -> this.holidays.ofYears(year, year).stream())
			.toList();
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

	private @Nullable Report report(PackRequest request, Proceedings proceedings) {
		var meeting = proceedings.next();
		return meeting == null ? null : this.reports.asAt(request.authority(), meeting.body(), meeting.meetsOn(), request.asAt());
	}

	static List<PackFormat> formats(PackRequest request, List<PackFormat> own) {
		return request.formats().isEmpty() ? own.stream().sorted().toList() : request.formats();
	}

}

package org.packhorse.pack;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.packhorse.authority.Authority;
import org.packhorse.authority.Proceedings;
import org.packhorse.authority.Report;
import org.packhorse.disclosure.Shown;
import org.packhorse.kpi.ChartEvent;
import org.packhorse.kpi.Kpi;
import org.packhorse.kpi.KpiGroup;
import org.packhorse.plan.Inspection;
import org.packhorse.plan.Judgement;
import org.packhorse.plan.ManualRating;
import org.packhorse.plan.Plan;
import org.packhorse.plan.Risk;
import org.packhorse.rag.Rag;
import org.packhorse.rag.Rated;
import org.packhorse.template.FrozenTemplates;
import org.packhorse.writer.PackFormat;
import tools.jackson.databind.annotation.JsonDeserialize;

/// Everything that an edition's bytes depend on, frozen: the facts as at the date, the templates, the house and its rules, the
/// version, and what movement is measured from. The same snapshot under the same software gives the same bytes.
///
/// @param proceedings of the body that the pack goes to
/// @param inspections what the plans answer, the newest first
/// @param holidays those of the years in which the deadlines of inspections and of the report fall
/// @param previous what movement is measured from, or null when there is nothing
/// @param report the committee report for the next meeting of the body, where the pack has a form, or null
/// @param disclosure what decides which figures are withheld, or null where the audience sees every figure
/// @param erratum which final this one takes the place of, or null
public record Snapshot(Authority authority, LocalDate asAt, int version, boolean draft, List<PackFormat> formats, Proceedings proceedings,
		List<Plan> plans, List<ManualRating> manualRatings, List<Risk> risks, List<Judgement> judgements,
		@JsonDeserialize(using = SnapshotJson.SeriesReader.class) List<Kpi.Series> kpis,
		List<ChartEvent> chartEvents, List<Inspection> inspections, List<LocalDate> holidays, @Nullable Previous previous,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Report report,
		FrozenTemplates templates, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Disclosure disclosure,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Erratum erratum) {

	/// An older program's snapshots know of no inspections.
	public Snapshot {
		inspections = List.copyOf(Objects.requireNonNullElse(inspections, List.of()));
		holidays = List.copyOf(Objects.requireNonNullElse(holidays, List.of()));
	}

	/// How everything was rated in the previous edition, or on a chosen day: then its version is 0.
	public record Previous(LocalDate asAt, int version, List<Rated> actions, List<RatedKpi> kpis) {
	}

	/// An indicator's colour as an edition shows it, with the figure and the last day of its period where there are any.
	public record RatedKpi(String kpi, Rag rating, @Nullable LocalDate periodEnd, @Nullable BigDecimal value) {
	}

	/// What readers can reckon with, and what must be kept from them.
	///
	/// @param groups how indicators add up
	/// @param shownBefore what earlier editions of the pack showed their readers, the oldest first
	/// @param withheld which readings this edition does not show
	public record Disclosure(List<KpiGroup> groups, List<Shown> shownBefore, List<Hidden> withheld) {
	}

	/// A reading that is withheld, without its figures.
	public record Hidden(String kpi, LocalDate periodEnd) {
	}

	/// Tells readers that another final no longer counts.
	///
	/// @param supersedes its version
	/// @param note what was wrong in it, in words for readers, or blank
	public record Erratum(int supersedes, String note) {
	}

	/// The very same facts for Part 2 of the report, whose readers see all of them.
	Snapshot part2(int version, boolean draft, List<PackFormat> formats, FrozenTemplates templates) {
		return like(version, draft, formats, this.proceedings, this.kpis, null, templates, null, null);
	}

	/// The same facts with other words, figures and knowledge of what is withheld.
	Snapshot with(Proceedings proceedings, List<Kpi.Series> kpis, @Nullable Disclosure disclosure) {
		return like(this.version, this.draft, this.formats, proceedings, kpis, this.previous, this.templates, disclosure, this.erratum);
	}

	/// The same with what movement is measured from.
	Snapshot movingFrom(@Nullable Previous previous) {
		return like(this.version, this.draft, this.formats, this.proceedings, this.kpis, previous, this.templates, this.disclosure, this.erratum);
	}

	/// The very same facts as a final.
	Snapshot asFinal(int version) {
		return like(version, false, this.formats, this.proceedings, this.kpis, this.previous, this.templates, this.disclosure, null);
	}

	/// The same with what is said of the final before it.
	Snapshot correcting(@Nullable Erratum erratum) {
		return like(this.version, this.draft, this.formats, this.proceedings, this.kpis, this.previous, this.templates, this.disclosure, erratum);
	}

	private Snapshot like(int version, boolean draft, List<PackFormat> formats, Proceedings proceedings, List<Kpi.Series> kpis,
			@Nullable Previous previous, FrozenTemplates templates, @Nullable Disclosure disclosure, @Nullable Erratum erratum) {
		return new Snapshot(this.authority, this.asAt, version, draft, formats, proceedings, this.plans, this.manualRatings, this.risks,
				this.judgements, kpis, this.chartEvents, this.inspections, this.holidays, previous, this.report, templates, disclosure, erratum);
	}

}

package org.packhorse.pack;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.packhorse.authority.Authority;
import org.packhorse.authority.Proceedings;
import org.packhorse.authority.Report;
import org.packhorse.kpi.ChartEvent;
import org.packhorse.kpi.Kpi;
import org.packhorse.plan.Judgement;
import org.packhorse.plan.ManualRating;
import org.packhorse.plan.Plan;
import org.packhorse.plan.Risk;
import org.packhorse.rag.Rag;
import org.packhorse.rag.Rated;
import org.packhorse.template.FrozenTemplates;
import org.packhorse.writer.PackFormat;

/// Everything that an edition's bytes depend on, frozen: the facts as at the date, the templates, the house and its rules, the
/// version, and the edition that movement is measured from. The same snapshot under the same software gives the same bytes.
///
/// @param proceedings of the body that the pack goes to
/// @param report the committee report for the body's next meeting, or null
/// @param holidays the bank holidays that the report's deadlines leave out
/// @param previous how everything was rated in the previous edition, or null for the first
public record Snapshot(Authority authority, LocalDate asAt, int version, boolean draft, List<PackFormat> formats, Proceedings proceedings,
		List<Plan> plans, List<ManualRating> manualRatings, List<Risk> risks, List<Judgement> judgements, List<Kpi.Series> kpis,
		List<ChartEvent> chartEvents, @Nullable Report report, List<LocalDate> holidays, @Nullable Previous previous, FrozenTemplates templates) {

	/// The ratings of the previous edition.
	public record Previous(LocalDate asAt, int version, List<Rated> actions, List<RatedKpi> kpis) {
	}

	/// An indicator's colour as an edition shows it.
	public record RatedKpi(String kpi, Rag rating) {
	}

	/// What it says, whatever its version number and formats.
	Snapshot essence() {
		return new Snapshot(this.authority, this.asAt, 0, this.draft, List.of(), this.proceedings, this.plans, this.manualRatings,
				this.risks, this.judgements, this.kpis, this.chartEvents, this.report, this.holidays, this.previous, this.templates);
	}

}

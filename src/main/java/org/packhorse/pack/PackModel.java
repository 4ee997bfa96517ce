package org.packhorse.pack;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// Everything that a template may say: its components are the template's variables, worked out and in words.
///
/// report-templates/README.md lists them for authors; a test keeps the two alike.
///
/// @param authority the council
/// @param status `Draft` or `Final`
/// @param meeting the next meeting of the body that the pack goes to, or null
/// @param lastMeeting its last meeting, or null
/// @param report the committee report for the next meeting, or null
/// @param narratives the words written for the body, part by part
/// @param decisions what the body decided or asked for, the newest meeting first
/// @param deepDives the sections to look into
/// @param risks the open risks, the highest first
/// @param judgements the inspectors' judgements, oldest first
/// @param baseline the day on which the newest inspection's judgements were published, or null
/// @param inspections the inspections and visits known by the day, the newest first
/// @param readiness what is missing from the pack, a sentence each
/// @param leads the actions of each lead
/// @param plans the improvement plans by code, each with its sections
/// @param kpis every indicator of the council by code
/// @param movement what changed since the previous edition, or since a chosen day
/// @param exceptions every action that is RED, and every one that was AMBER then and is now
/// @param overrides every action whose colour is set by hand
/// @param legend the rules in force
/// @param dataQuality what a reader must know of the facts, a sentence each
/// @param disclosure which figures the pack's readers do not get
/// @param exemption which words are kept from the public
public record PackModel(Council authority, LocalDate asAt, int version, boolean draft, String status, @Nullable Meeting meeting,
		@Nullable Meeting lastMeeting, @Nullable ReportPage report, List<Narrative> narratives, List<DecisionLine> decisions, List<DeepDivePage> deepDives, List<RiskLine> risks,
		List<JudgementLine> judgements, @Nullable LocalDate baseline, List<InspectionPage> inspections, List<String> readiness, List<LeadPage> leads,
		Totals totals, List<PlanPage> plans, List<KpiLine> kpis, Change movement, List<ActionLine> exceptions, List<ActionLine> overrides,
		List<Rule> legend, List<String> dataQuality, Disclosure disclosure, Exemption exemption) {

	/// The council that the pack is of; `code` is its ONS code, `region` and `neighbourModel` may be blank.
	public record Council(String name, String code, String region, String neighbourModel) {
	}

	/// A meeting of the body that the pack goes to; `title` and `venue` may be blank.
	public record Meeting(String body, LocalDate meetsOn, String title, String venue) {
	}

	/// Words written for the body on a day; `post` is whose they are and may be blank.
	public record Narrative(String part, LocalDate reportedOn, String post, List<Paragraph> paragraphs) {
	}

	/// One paragraph; `exempt` is the paragraph of Schedule 12A that keeps it from the public, or 0; `kind` is `paragraph`,
	/// `heading` or `bullet`.
	public record Paragraph(String words, int exempt, String kind) {
	}

	/// A committee report, as its form asks for it.
	///
	/// @param noticeOn the day on which notice of a key decision was published, or null
	/// @param exempt the paragraph of Schedule 12A that keeps the report from the public, or 0
	/// @param also the other meetings that it goes to or has been to
	/// @param deadlines by when it and the notices before it must be published, a sentence each
	/// @param exemptParts the parts of its words that have exempt paragraphs which are left out of this pack
	public record ReportPage(String title, boolean keyDecision, @Nullable LocalDate noticeOn, int exempt, List<Meeting> also, List<FormField> fields,
			List<Recommendation> recommendations, List<Appendix> appendices, List<String> deadlines, List<String> exemptParts) {
	}

	/// What stands in one field of a form, line by line.
	public record FormField(String name, List<String> lines) {
	}

	/// What a body is asked to do: `kind` is `decision` or `noting`, `forBody` the body's name, or blank for all.
	public record Recommendation(String kind, int no, String words, String forBody) {
	}

	/// A document that goes with a report.
	public record Appendix(String no, String title) {
	}

	/// What the body decided (`kind` is `decision`) or asked somebody to do (`action`).
	///
	/// @param state `open`, `overdue`, `closed` or, of a decision, blank
	public record DecisionLine(LocalDate metOn, String no, String kind, String words, String lead, @Nullable LocalDate dueOn, String state,
			@Nullable LocalDate closedOn, String outcome) {
	}

	/// A section to look into; `question` may be blank.
	public record DeepDivePage(String question, SectionPage section) {
	}

	/// A risk; likelihood and impact run from 1 to 5, `score` is their product; `rating` colours the score.
	public record RiskLine(String ref, LocalDate reportedOn, String risk, String section, int likelihood, int impact, int score, Rating rating,
			String mitigation, String lead) {
	}

	/// What inspectors judged of one domain.
	public record JudgementLine(LocalDate publishedOn, String inspection, String domain, String judgement) {
	}

	/// An inspection or visit; `code` is its short name, `kind` is `inspection`, `focused visit` or `monitoring visit`.
	///
	/// @param others the sections of the plans that answer it which answer none of its findings
	public record InspectionPage(String code, String title, String kind, @Nullable LocalDate receivedOn, @Nullable LocalDate publishedOn,
			List<DeadlineLine> deadlines, List<FindingLine> findings, List<SectionPage> others) {
	}

	/// When something is due after an inspection; the day that the letter states wins, the one counted is its check.
	///
	/// @param what `Draft action plan` or `Final action plan`
	/// @param dueOn the day that counts, or null when neither is known
	/// @param words how it came about in a sentence, or why it cannot be counted
	/// @param state `sent`, `sent late`, `overdue`, `due` or `not known`
	public record DeadlineLine(String what, int workingDays, @Nullable LocalDate dueOn, @Nullable LocalDate statedOn, @Nullable LocalDate countedOn,
			String words, @Nullable LocalDate sentOn, String state) {
	}

	/// What an inspection found; `kind` is `priority action`, `area for improvement` or `recommendation`.
	///
	/// @param section the section that answers it, or null when none does
	public record FindingLine(String no, String kind, String words, @Nullable SectionPage section) {
	}

	/// The actions of one lead, the soonest due first.
	public record LeadPage(String lead, List<ActionLine> actions) {
	}

	/// A rating as readers see it: its name in capitals, its words, and the tone of its badge (`done`, `good`, `watch`,
	/// `concern`, `unknown`).
	public record Rating(String name, String words, String tone) {
	}

	/// How many have a rating; `share` is the whole percentage of the rated ones, blank for those that are not rated.
	public record Count(Rating rating, int number, String share) {
	}

	/// A figure to print: `kind` is `percent`, `number` or `none`; `words` prints it with its unit, or says why there is none.
	public record Figure(String kind, BigDecimal number, int decimals, String words) {
	}

	/// Headline numbers over all plans.
	///
	/// @param overdue actions past their due date and not complete
	/// @param kpisRated indicators with a colour
	/// @param kpisMet indicators that meet their target
	/// @param watermelons titles of sections whose actions look well while their indicators do not
	/// @param silent actions whose lead has reported nothing for too long
	public record Totals(int actions, List<Count> counts, int overdue, int kpis, int kpisRated, int kpisMet, List<Count> kpiCounts,
			List<String> watermelons, int silent, int evidenceGaps, int moved) {
	}

	/// One plan with its own colour.
	public record PlanPage(String code, String title, String inspection, @Nullable LocalDate approvedOn, Rating rating, String reason,
			List<Count> counts, List<SectionPage> sections) {
	}

	/// One section of a plan; any of the words may be blank.
	///
	/// @param reportedOn when the three questions were last answered, or null
	/// @param flags what to watch: `watermelon`
	/// @param flagWords the same in a sentence each
	public record SectionPage(String no, String title, boolean priority, String recommendation, String aim, String lead,
			@Nullable LocalDate reportedOn, String workingWell, String howAssured, String whatNext, Rating rating, String reason,
			List<Count> counts, int unrated, List<String> flags, List<String> flagWords, List<ActionLine> actions, List<KpiLine> kpis,
			List<Evidence> evidence) {
	}

	/// One action with its colour and the figures behind it; words may be blank.
	///
	/// @param computed the colour by rule, which differs from `rating` while an override runs
	/// @param declared the colour its lead declared, in words
	/// @param reported percent complete as reported, 0 to 100, or `none`
	/// @param expected percent complete as expected by now, or `none`
	/// @param due the due date now in words, such as "31 March 2026" or "ongoing"
	/// @param daysToDue days from the as-at date to the due date, negative when past, or null without a date
	/// @param originalDue the due date in words as first agreed, `originalDueOn` as a day or null
	/// @param override the override in a sentence, or blank
	/// @param flags `optimistic`, `evidence-gap` and so on; `flagWords` a sentence each, but for what `reason` or `override` says
	/// @param note what its lead last wrote
	public record ActionLine(String plan, String section, String sectionTitle, String ref, String action, String lead, boolean priority,
			Rating rating, Rating computed, String rule, String reason, String state, String declared, Figure reported, Figure expected,
			@Nullable LocalDate dueOn, String due, @Nullable Integer daysToDue,
			@Nullable LocalDate originalDueOn, String originalDue, int moves, int daysSlipped, @Nullable LocalDate lastReportedOn,
			String successMeasure, String override, List<String> flags, List<String> flagWords, String evidence,
			@Nullable LocalDate evidenceOn, String impact, String note) {
	}

	/// What shows that an action made a difference; `reportedOn` is the day of the evidence, or null.
	public record Evidence(String ref, Rating rating, String evidence, @Nullable LocalDate reportedOn, String impact) {
	}

	/// One indicator with its colour, its way of travel and its comparisons.
	///
	/// @param polarity `higher is better`, `lower is better`, `within a band` or blank
	/// @param period the latest period's end in words
	/// @param target the target in force in words, or why there is none
	/// @param direction against the previous period: `better`, `worse`, `same`, `up`, `down` or blank
	/// @param yearOn the same against a year before
	/// @param benchmarks other areas' figures for the same period; where there is none, England's newest before it
	/// @param topic what it is about, such as `workforce` or `audit`, or blank
	/// @param distance how far the figure is from its target, in words, or blank
	/// @param control the control chart, or null where there is none
	/// @param baseline the last figure of a period that had ended when the newest inspection's judgements were published, or null
	/// @param lastReview the same for the body's last meeting
	/// @param since the figure that movement is measured from, or null where there is none; never in packs that the public reads
	/// @param history the last readings, oldest first, for a chart
	public record KpiLine(String code, String title, String definition, String unit, int decimals, String polarity, Rating rating,
			String rule, String reason, Figure value, String period, Figure target, String targetWords, String direction, String yearOn,
			List<Benchmark> benchmarks, String rank, String source, String topic, String distance,
			@Nullable Control control, @Nullable Past baseline, @Nullable Past lastReview, @Nullable Past since, List<Point> history, String story) {
	}

	/// Another area's figure; `area` says of how many areas it is a mean where it is one, `period` is blank where it is the
	/// indicator's own.
	public record Benchmark(String area, Figure figure, String period, String source) {
	}

	/// An indicator's figure of an earlier period; `direction` tells how its latest is against it (`better`, `worse`, `same`, `up`,
	/// `down`), blank where there is nothing newer to set against it.
	public record Past(String period, Figure figure, String direction) {
	}

	/// What a control chart says of the last point: `variation` is `improvement`, `concern`, `neutral` or `common cause`, `assurance`
	/// is `consistently passes`, `hit and miss` or `consistently fails`, each blank where nothing can be said; `sentence` says both.
	///
	/// @param way `high` or `low`: which way the last point stands out; blank where it does not
	/// @param trial whether the limits rest on fewer than twelve points
	public record Control(String variation, String way, String assurance, boolean trial, String sentence) {
	}

	/// One period of an indicator: its reading, the target then, England's figure, and the mean and limits of its control chart, each
	/// null where there is none.
	///
	/// @param signal `limit`, `trend`, `two-of-three`, `shift` or blank
	/// @param reading how the signal reads: `improvement`, `concern`, `neutral` or blank
	/// @param signalWords what makes the point stand out, or blank
	/// @param note what happened in the period, or blank
	public record Point(String period, LocalDate periodEnd, @Nullable BigDecimal value, String symbol, @Nullable BigDecimal target,
			@Nullable BigDecimal england, @Nullable BigDecimal mean, @Nullable BigDecimal lower, @Nullable BigDecimal upper, String signal,
			String reading, String signalWords, String note) {
	}

	/// What changed since the previous edition or since a chosen day; when there is neither, `since` is null and the rest is empty.
	///
	/// @param sinceVersion the previous edition's version, or 0 for a chosen day
	/// @param against in words what is compared with
	/// @param ratings every rating that the matrix counts, in its order
	/// @param matrix from–to counts: a row for each rating before, a number for each rating now
	public record Change(@Nullable LocalDate since, int sinceVersion, String against, int worse, int better, int added, int closed, int dateMoved,
			List<Rating> ratings, List<MatrixRow> matrix, List<Moved> actions, List<Moved> kpis) {
	}

	/// How the actions that had a rating before are rated now.
	public record MatrixRow(Rating before, List<Integer> now) {
	}

	/// One that changed: `what` is `worse`, `better`, `new`, `closed` or `date moved`; `before` is null for a new one.
	///
	/// @param dueBefore the due date before in words, blank for a new one
	/// @param dueBeforeOn the same as a day, or null
	/// @param daysMoved by how many days the due date moved, negative when it is sooner, 0 without both dates
	/// @param action the action as it is now, or null for an indicator
	public record Moved(String what, String ref, String title, @Nullable Rating before, Rating now, String reason, String dueBefore,
			String dueNow, @Nullable LocalDate dueBeforeOn, @Nullable LocalDate dueNowOn, int daysMoved,
			@Nullable ActionLine action) {
	}

	/// What is done about figures by which a child could be recognised.
	///
	/// @param applies whether the pack withholds them
	/// @param withheld whether any is withheld
	/// @param note what readers must know of it, a sentence each
	/// @param symbols what stands in place of figures anywhere in the pack's readings
	public record Disclosure(boolean applies, boolean withheld, List<String> note, List<Symbol> symbols) {
	}

	/// What stands in place of a figure, and what it means.
	public record Symbol(String symbol, String words) {
	}

	/// Words that Schedule 12A of the Local Government Act 1972 keeps from the public; `paragraphs` is empty where there are none.
	///
	/// @param leftOut whether they are left out of this pack
	/// @param reason why they are exempt, and `publicInterest` why that outweighs the public interest in disclosing them
	/// @param source where the words of the schedule are from
	public record Exemption(boolean leftOut, List<ScheduleParagraph> paragraphs, List<String> reason, List<String> publicInterest, String source) {
	}

	/// A paragraph of the schedule.
	public record ScheduleParagraph(int number, String words) {
	}

	/// One rule of the legend.
	public record Rule(String subject, String id, Rating rating, String words) {
	}

}

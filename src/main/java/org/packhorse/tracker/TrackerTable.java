package org.packhorse.tracker;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import static org.packhorse.tracker.Column.address;
import static org.packhorse.tracker.Column.area;
import static org.packhorse.tracker.Column.areas;
import static org.packhorse.tracker.Column.counted;
import static org.packhorse.tracker.Column.day;
import static org.packhorse.tracker.Column.domains;
import static org.packhorse.tracker.Column.due;
import static org.packhorse.tracker.Column.line;
import static org.packhorse.tracker.Column.number;
import static org.packhorse.tracker.Column.oneOf;
import static org.packhorse.tracker.Column.pastDay;
import static org.packhorse.tracker.Column.prose;
import static org.packhorse.tracker.Column.reading;
import static org.packhorse.tracker.Column.someOf;
import static org.packhorse.tracker.Column.text;
import static org.packhorse.tracker.Column.whole;
import static org.packhorse.tracker.Column.yesNo;

/// The tables that councils fill, each declared once: reading, staging, checking, merging and docs/data.md follow from here.
///
/// The order is the order of merging: a table stands after those that it names.
enum TrackerTable {

	AUTHORITIES("The councils whose packs are made.",
			List.of(area("code", "EWNSX", "the council's ONS code; X… for a council that does not exist", "X99000001").asKey(),
					text("name", 200, "the council's name", "Exampleshire Council").mustBeFilled(),
					text("region", 100, "the name of its region", "North West"),
					text("house", 100, "the house style of its packs: a folder in report-templates/houses", "default"),
					text("neighbour_model", 100, "name and year of the statistical-neighbour model", "April 2021"),
					areas("statistical_neighbours", "its statistical neighbours, nearest first", "X99000002 X99000003")),
			List.of(), List.of(), List.of()),

	BODIES("The boards, panels and committees that a council's packs go to.",
			List.of(authority(), text("code", 40, "a short name for the body", "improvement-board").asKey(),
					text("title", 200, "the body's full name", "Children's Improvement Board").mustBeFilled(),
					text("chair", 200, "the post that chairs it", "Independent Chair")),
			List.of(Reference.to("AUTHORITIES", "authority")), List.of(), List.of()),

	MEETINGS("When a body meets.",
			List.of(authority(), text("body", 40, "the body's code", "improvement-board").asKey(),
					day("meets_on", "the day of the meeting", "2021-07-15").asKey(),
					text("title", 200, "the meeting's own title", "Special meeting"), text("venue", 200, "where it meets", "Town Hall")),
			List.of(Reference.to("BODIES", "authority", "body")), List.of(), List.of()),

	PLANS("A council's improvement plans.",
			List.of(authority(), text("code", 40, "a short name for the plan", "SIP").asKey(),
					text("title", 300, "the plan's title", "Single Improvement Plan").mustBeFilled(),
					prose("inspection", "the inspection that it answers", "ILACS inspection, September 2019"),
					day("approved_on", "when it was approved; actions without a start start then", "2020-02-12")),
			List.of(Reference.to("AUTHORITIES", "authority")), List.of(), List.of()),

	SECTIONS("The sections of a plan: usually one recommendation of the inspectors each.",
			List.of(authority(), plan(), text("no", 40, "the section's number or name", "3").asKey(),
					text("title", 300, "the section's title", "Leadership and governance").mustBeFilled(),
					yesNo("priority", "whether it counts as a priority in the plan's colour", "yes"),
					prose("recommendation", "the recommendation it answers", "Managers' oversight of casework"),
					prose("aim", "what will be different", "Every child's plan is driven forward"),
					text("lead", 300, "the post that leads it", "Assistant Director")),
			List.of(Reference.to("PLANS", "authority", "plan")), List.of(), List.of()),

	SECTION_NARRATIVES("What is said of a section on a day: the three questions.",
			List.of(authority(), plan(), section().asKey(), reportedOn(),
					prose("working_well", "what is working well", "Supervision takes place monthly"),
					prose("how_assured", "how the council knows", "Audit of 40 cases in May"),
					prose("what_next", "what needs to happen", "Train new managers")),
			List.of(Reference.to("SECTIONS", "authority", "plan", "section")), List.of(), List.of()),

	KPIS("The indicators: what is measured, and which way is better.",
			List.of(text("code", 40, "a short name for the indicator", "re-referrals").asKey(),
					text("title", 300, "the indicator's title", "Re-referrals within 12 months").mustBeFilled(),
					prose("definition", "what exactly is counted", "Share of referrals within 12 months of an earlier one"),
					oneOf("unit", List.of("percent", "rate per 10,000", "count", "days", "ratio"), "what the values are", "percent")
						.mustBeFilled(),
					oneOf("polarity", List.of("higher", "lower", "within"),
							"which way is better; blank: shown and compared, never coloured", "lower"),
					whole("decimals", 0, 10, "how many decimals are printed", "1").blankMeans("0"),
					oneOf("frequency", List.of("monthly", "quarterly", "annual"), "how often a reading comes", "monthly")
						.blankMeans("monthly"),
					text("source", 1000, "where the figures come from", "Case management system"),
					oneOf("disclosure", List.of("none", "count", "rate"), "what is kept from the public: nothing, small counts, "
							+ "or rates on small counts", "rate").blankMeans("none"),
					text("topic", 60, "what it is about, such as workforce or audit: packs show those together", "front door")),
			List.of(), List.of(), List.of(TableRule.UNIT_STANDS)),

	ACTIONS("The actions of a plan's sections.",
			List.of(authority(), plan(), section().mustBeFilled(), text("ref", 40, "identifies the action within its plan", "3.2").asKey(),
					prose("action", "what will be done", "Introduce monthly supervision").mustBeFilled(),
					text("lead", 300, "the post that leads it", "Head of Service"), yesNo("priority", "whether it is a priority action", "no"),
					day("starts_on", "its start; blank: the plan's approval", "2020-03-01"),
					due("due_on", "due_words", "its original due date", "2020-12-31"),
					prose("success_measure", "how success will be known", "95% of supervision on time"),
					text("kpi", 40, "the code of the indicator that shows its effect", "re-referrals")),
			List.of(Reference.to("SECTIONS", "authority", "plan", "section"), Reference.to("KPIS", "kpi")), List.of(),
			List.of(TableRule.DUE_DATE_STANDS)),

	UPDATES("What a lead reported of an action on a day.",
			List.of(authority(), plan(), action(), reportedOn(),
					oneOf("state", List.of("not started", "in progress", "complete", "evidenced", "embedded", "deferred", "cancelled",
							"superseded"), "where the action stands", "in progress"),
					number("percent_complete", 0, 100, "how far it is, from 0 to 100", "60"),
					oneOf("declared_rag", List.of("red", "amber", "green"), "the lead's own colour", "amber"),
					due("revised_due_on", null, "a new due date that is asked for or agreed", "2021-03-31"),
					day("completed_on", "when it was completed", "2021-02-26"),
					prose("evidence", "what shows the progress", "Audit report of 12 May"),
					prose("impact", "what difference it makes to children", "Plans are reviewed on time"),
					prose("note", "anything else", "Recruitment under way")),
			List.of(Reference.to("ACTIONS", "authority", "plan", "action")), List.of(), List.of()),

	OVERRIDES("A rating that a named post sets in place of the calculated one, for a while and with a reason.",
			List.of(authority(), plan(), action(),
					oneOf("rating", List.of("red", "amber", "green", "blue", "complete", "grey"), "the rating to show", "amber")
						.mustBeFilled(),
					prose("reason", "why", "Evidence seen at the visit of 4 May").mustBeFilled(),
					text("post", 300, "the post that asks for it", "Head of Service").mustBeFilled(),
					text("approver", 300, "the post that approved it", "Director of Children's Services"),
					day("applies_from", "its first day", "2021-05-01").asKey(), day("applies_until", "its last day", "2021-07-31").mustBeFilled()),
			List.of(Reference.to("ACTIONS", "authority", "plan", "action")), List.of(RowRule.UNTIL_NOT_BEFORE_FROM), List.of()),

	NARRATIVES("Words for a body, part by part and paragraph by paragraph: its chair's and director's words, and those of committee reports.",
			List.of(authority(), body(), text("part", 60, "which part of a pack the words are, as its template names it", "chair").asKey(),
					whole("no", 1, 999, "the number of the paragraph within the part", "1").asKeyUnlessBlank().blankMeans("1"), reportedOn(),
					prose("words", "the paragraph", "The board has seen steady progress in assessments.").mustBeFilled(),
					text("post", 300, "the post whose words they are", "Independent Chair"),
					whole("exempt", 0, 7, "the paragraph of Schedule 12A (1 to 7) that keeps it from the public; 0 for none", "0").blankMeans("0"),
					oneOf("kind", List.of("paragraph", "heading", "bullet"), "a paragraph, a sub-heading above the next ones, or a point of a list",
							"paragraph").blankMeans("paragraph")),
			List.of(Reference.to("BODIES", "authority", "body")), List.of(), List.of()),

	REPORTS("The committee reports: one for a body's meeting, printed on the form of the council's house.",
			List.of(authority(), body(), meetsOn(), text("title", 300, "the report's title", "Children's services improvement plan").mustBeFilled(),
					yesNo("key_decision", "whether the body is asked for a key decision", "yes"),
					day("notice_on", "the day on which notice of the key decision was published", "2021-06-14"),
					whole("exempt", 0, 7, "the paragraph of Schedule 12A (1 to 7) that keeps the report from the public; 0 for none", "0").blankMeans("0"),
					day("reported_on", "the day from which the report is known; packs as at earlier days have none", "2021-06-21").mustBeFilled()),
			List.of(Reference.to("MEETINGS", "authority", "body", "meets_on")), List.of(), List.of()),

	REPORT_MEETINGS("Other meetings that the same report goes to or has been to. Those of the newest day count, all together.",
			List.of(authority(), body(), meetsOn(), text("also_body", 40, "the other body's code", "improvement-board").asKey(),
					day("also_meets_on", "the day of its meeting", "2021-07-15").asKey(), reportedOn()),
			List.of(Reference.to("REPORTS", "authority", "body", "meets_on"), Reference.to("MEETINGS", "authority", "also_body", "also_meets_on")),
			List.of(), List.of()),

	REPORT_FIELDS("What stands in the fields of a report's form, line by line. Of each field the lines of its newest day count.",
			List.of(authority(), body(), meetsOn(), text("field", 60, "the field, as the form of the house names it", "portfolio").asKey(),
					whole("no", 1, 99, "the number of the line within the field", "1").asKeyUnlessBlank().blankMeans("1"), reportedOn(),
					prose("words", "the line; a blank one is a line that is still to be filled", "Children and young people")),
			List.of(Reference.to("REPORTS", "authority", "body", "meets_on")), List.of(), List.of()),

	REPORT_RECOMMENDATIONS("What a report recommends. Those of the newest day count, all together.",
			List.of(authority(), body(), meetsOn(),
					oneOf("kind", List.of("decision", "noting"), "whether the body is asked to decide or to note", "decision").asKey(),
					whole("no", 1, 99, "its number within the kind", "1").asKey(), reportedOn(),
					prose("words", "what is recommended, as it goes on from the form's lead-in", "Approve the revised plan").mustBeFilled(),
					text("for_body", 40, "the body that it is for, where a report goes to several; blank: all", "improvement-board")),
			List.of(Reference.to("REPORTS", "authority", "body", "meets_on"), Reference.to("BODIES", "authority", "for_body")), List.of(), List.of()),

	REPORT_APPENDICES("A report's appendices. Those of the newest day count, all together.",
			List.of(authority(), body(), meetsOn(), text("no", 10, "its number or letter", "1").asKey(), reportedOn(),
					text("title", 300, "its title", "Improvement plan").mustBeFilled()),
			List.of(Reference.to("REPORTS", "authority", "body", "meets_on")), List.of(), List.of()),

	DECISIONS("What a body decided, and what it asked for, at a meeting.",
			List.of(authority(), body(), day("met_on", "the day of the meeting", "2021-06-17").asKey(),
					text("no", 40, "its number in the minutes", "7.2").asKey(),
					oneOf("kind", List.of("decision", "action"), "a decision, or an action that somebody was asked to take", "action").mustBeFilled(),
					prose("words", "what was decided or asked for", "Bring a deep dive on care leavers").mustBeFilled(),
					text("lead", 300, "the post that was asked", "Head of Leaving Care"), day("due_on", "by when", "2021-07-15"),
					day("closed_on", "when it was done or dropped", "2021-07-12"), prose("outcome", "what came of it", "On today's agenda")),
			List.of(Reference.to("BODIES", "authority", "body")), List.of(), List.of()),

	DEEP_DIVES("The sections that a body wants to look into at a meeting.",
			List.of(authority(), body(), day("meets_on", "the day of the meeting", "2021-07-15").asKey(), plan(), section().asKey(),
					prose("question", "what the body wants to know", "Why do pathway plans stay late?")),
			List.of(Reference.to("BODIES", "authority", "body"), Reference.to("SECTIONS", "authority", "plan", "section")), List.of(), List.of()),

	RISKS("The risks to the plan, as they were reported on a day.",
			List.of(authority(), text("ref", 40, "identifies the risk", "R1").asKey(), reportedOn(),
					prose("risk", "what may happen, and what would follow", "Agency staff leave before posts are filled").mustBeFilled(),
					text("plan", 40, "the plan that it threatens", "SIP"), text("section", 40, "the section that it threatens", "3"),
					whole("likelihood", 1, 5, "from 1 (remote) to 5 (almost certain)", "3").mustBeFilled(),
					whole("impact", 1, 5, "from 1 (slight) to 5 (severe)", "4").mustBeFilled(),
					prose("mitigation", "what is done about it", "Two intakes of newly qualified workers a year"),
					text("lead", 300, "the post that watches it", "Principal Social Worker"),
					oneOf("state", List.of("open", "closed"), "whether it still stands", "open").blankMeans("open")),
			List.of(Reference.to("AUTHORITIES", "authority"), Reference.to("SECTIONS", "authority", "plan", "section")), List.of(), List.of()),

	JUDGEMENTS("The inspectors' judgements by domain, as they were published.",
			List.of(authority(), day("published_on", "the day of publication", "2019-11-04").asKey(),
					text("domain", 200, "the domain that was judged", "Overall effectiveness").asKey(),
					text("inspection", 300, "which inspection", "ILACS inspection"),
					text("judgement", 200, "the judgement in the inspectors' words", "Inadequate").mustBeFilled()),
			List.of(Reference.to("AUTHORITIES", "authority")), List.of(), List.of()),

	INSPECTIONS("The inspections and visits of a council, and the days that its answer to each depends on.",
			List.of(authority(), text("code", 40, "a short name for the inspection or visit", "ILACS-2019").asKey(),
					text("title", 300, "its full name", "Inspection of children's services, September 2019").mustBeFilled(),
					oneOf("kind", List.of("inspection", "focused visit", "monitoring visit"), "what it was", "inspection").blankMeans("inspection"),
					day("received_on", "when the council received the letter or report: day 0 of the deadlines", "2019-10-28"),
					day("published_on", "when the letter or report was published", "2019-11-04"),
					day("draft_due_on", "the day that the letter states for the draft plan", "2019-11-25"),
					day("final_due_on", "the day that the letter states for the final plan", "2020-02-06"),
					day("draft_sent_on", "when the draft plan was sent", "2019-11-22"), day("final_sent_on", "when the final plan was sent", "2020-02-05")),
			List.of(Reference.to("AUTHORITIES", "authority")), List.of(RowRule.RECEIVED_OR_PUBLISHED), List.of()),

	FINDINGS("What an inspection found to need improvement, and the section of a plan that answers it.",
			List.of(authority(), text("inspection", 40, "the inspection's code", "ILACS-2019").asKey(),
					text("no", 40, "its number in the letter or report", "3").asKey(),
					oneOf("kind", List.of("priority action", "area for improvement", "recommendation"), "how the inspectors call it", "recommendation")
						.blankMeans("recommendation"),
					prose("words", "the finding in the inspectors' words", "Permanence planning from the front door to adoption").mustBeFilled(),
					text("plan", 40, "the code of the plan that answers it", "SIP"),
					text("section", 40, "the section that answers it; blank: none does", "3")),
			List.of(Reference.to("INSPECTIONS", "authority", "inspection"), Reference.to("SECTIONS", "authority", "plan", "section")),
			List.of(RowRule.SECTION_OF_A_PLAN), List.of()),

	KPI_TARGETS("What is aimed at from a day on.",
			List.of(authority(), kpi(), day("applies_from", "the first day of the target", "2021-04-01").asKey(),
					number("target", "the value aimed at", "20"), number("tolerance", 0, null, "how far a miss still counts as near", "10"),
					oneOf("tolerance_kind", List.of("relative", "points"),
							"relative: percent of the target; points: in the indicator's unit", "relative"),
					number("low", "the lower end of the band", "5"), number("high", "the upper end of the band", "10")),
			List.of(Reference.to("AUTHORITIES", "authority"), Reference.to("KPIS", "kpi")), List.of(RowRule.LOW_NOT_ABOVE_HIGH), List.of()),

	SECTION_KPIS("Which indicators show whether a section makes a difference.",
			List.of(authority(), plan(), section().asKey(), kpi()),
			List.of(Reference.to("SECTIONS", "authority", "plan", "section"), Reference.to("KPIS", "kpi")), List.of(), List.of()),

	KPI_GROUPS("Indicators whose counts add up, for disclosure control.",
			List.of(oneOf("kind", List.of("sum", "complement", "cumulative"), "how they add up", "sum").asKey(),
					text("total", 40, "the code of the whole", "children-looked-after").asKey(),
					text("part", 40, "the code of one of its parts", "children-in-foster-care").asKey()),
			List.of(Reference.to("KPIS", "total"), Reference.to("KPIS", "part")), List.of(RowRule.TOTAL_IS_NOT_ITS_PART), List.of()),

	KPI_VALUES("What was measured: one reading of an indicator for a period, as known on a day.",
			List.of(authority(), kpi(), pastDay("period_end", "the last day of the period", "2021-06-30").asKey(),
					reading("value", "the reading", "22.7"), counted("numerator", "the cases", "227"),
					counted("denominator", "out of how many", "1000"),
					day("recorded_on", "when the reading became known", "2021-07-09").asKeyUnlessBlank().blankMeans("the period_end")),
			List.of(Reference.to("AUTHORITIES", "authority"), Reference.to("KPIS", "kpi")), List.of(RowRule.DENOMINATOR_ABOVE_ZERO),
			TableRule.READINGS),

	BENCHMARKS("Other areas' figures to compare with.",
			List.of(kpi(), area("area", "EWNSKX", "the ONS code of a country, region or authority", "E92000001").asKey(),
					pastDay("period_end", "the last day of the period", "2021-03-31").asKey(),
					reading("value", "the figure", "22.7").mustBeFilled(),
					text("source", 1000, "where it was published", "DfE, Local Authority Interactive Tool")),
			List.of(Reference.to("KPIS", "kpi")), List.of(), TableRule.FIGURES),

	CHART_EVENTS("What a reader of an indicator's chart must know, and from when its limits are worked out anew.",
			List.of(authority(), kpi(), day("starts_on", "the day from which it holds", "2020-03-23").asKey(),
					oneOf("kind", List.of("note", "rebase"), "a note on the chart, or a new beginning for its mean and limits", "note").asKey(),
					prose("words", "what happened, or why the limits begin anew", "First national lockdown").mustBeFilled()),
			List.of(Reference.to("AUTHORITIES", "authority"), Reference.to("KPIS", "kpi")), List.of(), List.of()),

	POST_HOLDERS("Who holds a post: whose account may clear drafts for it, and where the post is written to.",
			List.of(authority(), line("post", 300, "the post, in the words of actions' leads and of sign-off", "Director of Children's Services").asKey(),
					line("account", 100, "the account that Packhorse knows the holder by", "jbloggs").asKey(),
					address("email", "where the holder is written to", "dcs@exampleshire.example"),
					day("until", "the last day on which the account holds the post; blank: for the time being", "2026-12-31")),
			List.of(Reference.to("AUTHORITIES", "authority")), List.of(), List.of()),

	DISTRIBUTION_LISTS("Who gets packs by e-mail together, and the most that may go to them.",
			List.of(authority(), line("list", 60, "a short name for the list, as schedules and `send --list` name it", "board").asKey(),
					line("title", 200, "the list's full name", "Members of the Improvement Board").mustBeFilled(),
					oneOf("audience", List.of("public", "members", "restricted"), "the most closely kept packs that may go to it", "restricted").mustBeFilled(),
					domains("domains", "the domains that its addresses may have; blank: any", "exampleshire.example health.example"),
					someOf("formats", List.of("docx", "xlsx", "pdf", "html"), "the formats that are sent; blank: all that the edition has", "docx pdf"),
					oneOf("delivery", List.of("attachment", "link"), "whether the files go with the message or behind a personal link", "attachment")
						.blankMeans("attachment"),
					oneOf("protection", List.of("none", "password"), "whether attached files are locked with a password, which goes another way", "none")
						.blankMeans("none")),
			List.of(Reference.to("AUTHORITIES", "authority")), List.of(RowRule.DOMAINS_OF_A_CLOSED_LIST, RowRule.PASSWORD_FOR_ATTACHMENTS), List.of()),

	RECIPIENTS("Who is on a distribution list: posts, each with its address.",
			List.of(authority(), line("list", 60, "the list's name", "board").asKey(),
					address("email", "the address; capitals count before the @ and not behind it", "independent.chair@exampleshire.example").asKey(),
					line("name", 200, "the post, or the form of address", "Independent Chair"),
					oneOf("clearance", List.of("public", "members", "restricted"), "the most closely kept packs that this person may see", "restricted")
						.mustBeFilled(),
					day("until", "the last day on the list; blank: for the time being", "2021-12-31")),
			List.of(Reference.to("DISTRIBUTION_LISTS", "authority", "list")), List.of(), List.of(TableRule.ADDRESS_IN_DOMAINS)),

	BANK_HOLIDAYS("The bank holidays that working days leave out.",
			List.of(day("date", "the day", "2021-12-27").asKey(),
					text("title", 200, "its name", "Christmas Day (substitute day)").mustBeFilled()),
			List.of(), List.of(), List.of());

	private final String purpose;

	private final List<Column> columns;

	private final List<Reference> references;

	private final List<RowRule> rowRules;

	private final List<TableRule> tableRules;

	TrackerTable(String purpose, List<Column> columns, List<Reference> references, List<RowRule> rowRules, List<TableRule> tableRules) {
		this.purpose = purpose;
		this.columns = columns;
		this.references = references;
		this.rowRules = rowRules;
		this.tableRules = tableRules;
	}

	private static Column authority() {
		return text("authority", 9, "the council's ONS code, as in authorities", "X99000001").asKey();
	}

	private static Column body() {
		return text("body", 40, "the body's code", "improvement-board").asKey();
	}

	private static Column meetsOn() {
		return day("meets_on", "the day of the meeting", "2021-07-15").asKey();
	}

	private static Column plan() {
		return text("plan", 40, "the plan's code", "SIP").asKey();
	}

	private static Column section() {
		return text("section", 40, "the section's no", "3");
	}

	private static Column action() {
		return text("action", 40, "the action's ref", "3.2").asKey();
	}

	private static Column kpi() {
		return text("kpi", 40, "the indicator's code", "re-referrals").asKey();
	}

	private static Column reportedOn() {
		return day("reported_on", "the day of the report", "2021-06-30").asKey();
	}

	/// The table of that name, whatever its case.
	static Optional<TrackerTable> named(String name) {
		return Arrays.stream(values()).filter((table) -> table.tableName().equalsIgnoreCase(name.strip())).findFirst();
	}

	/// The names of all tables.
	static List<String> names() {
		return Arrays.stream(values()).map(TrackerTable::tableName).toList();
	}

	/// The name of files, sheets and the database table.
	String tableName() {
		return name().toLowerCase(Locale.ROOT);
	}

	String purpose() {
		return this.purpose;
	}

	List<Column> columns() {
		return this.columns;
	}

	/// The column of that name in the files, or null.
	@Nullable Column column(String name) {
		return this.columns.stream().filter((column) -> column.name().equals(name)).findFirst().orElse(null);
	}

	List<Reference> references() {
		return this.references;
	}

	List<RowRule> rowRules() {
		return this.rowRules;
	}

	List<TableRule> tableRules() {
		return this.tableRules;
	}

	/// The column that says which council a row is of; none where rows are of all.
	Optional<String> council() {
		return Stream.of(this == AUTHORITIES ? "code" : "authority").filter(name -> column(name) != null).findFirst();
	}

	/// Whether its rows decide who may clear drafts and who gets packs.
	boolean isAboutPeople() {
		return this == POST_HOLDERS || this == DISTRIBUTION_LISTS || this == RECIPIENTS;
	}

	/// The columns that identify a row.
	List<String> key() {
		return this.columns.stream().filter(Column::key).map(Column::name).toList();
	}

	/// The database columns, key and others.
	List<String> stored() {
		return this.columns.stream().map(Column::stored).flatMap(List::stream).toList();
	}

	/// The database columns that an update may change.
	List<String> rest() {
		return stored().stream().filter((column) -> !key().contains(column)).toList();
	}

	/// Columns of a key that another table names come in this order: that of the declaration.
	Stream<String> columnNames() {
		return this.columns.stream().map(Column::name);
	}

}

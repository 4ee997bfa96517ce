package org.packhorse.pack;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.packhorse.ImportFiles;
import org.packhorse.SmallCouncil;
import org.packhorse.authority.Authority;
import org.packhorse.authority.Meeting;
import org.packhorse.authority.Narrative;
import org.packhorse.authority.Proceedings;
import org.packhorse.authority.Report;
import org.packhorse.plan.Plan;
import org.packhorse.template.TemplateFolder;

/// A report to the small council's Cabinet, with words that say nothing, to be put on any form.
final class SmallReport {

	/// The fields that the forms which ship print.
	private final Map<String, List<String>> fields = new LinkedHashMap<>();

	/// Paragraphs by part; `# ` begins a sub-heading.
	private final Map<String, List<String>> parts = new LinkedHashMap<>();

	private String recommendations = "decision,1,Approve the plan,\n";

	private String appendices = "1,Improvement plan\n2,Outcome letter\n";

	private String meetsOn = "2021-07-14";

	private String also = "";

	private String row = "no,,0";

	private String title = "The plan";

	SmallReport() {
		Stream.of("portfolio", "member", "wards", "plan-theme", "plan-objective", "service-area").forEach(field -> field(field, "Words"));
		Stream.of("report-of", "contact-officer").forEach(field -> field(field, "Director", "Children's Services", "director@testingham.example", "01632 960001"));
		Stream.of("climate-positive", "climate-negative", "climate-training").forEach(field -> field(field, "N"));
		field("climate-neutral", "Y");
		field("fd-reference", "FD 1204/21");
		field("ld-reference", "LD.0873/21");
		Stream.of("summary", "purpose", "background", "community-impact", "alternatives", "conclusions", "legal", "social-value", "environmental", "health",
				"equalities", "customers", "property", "human-resources", "risks", "financial", "policy-framework", "reasons", "revenue-costs", "capital-costs",
				"resources", "introduction").forEach(part -> part(part, "Words."));
	}

	/// With these lines in a field.
	SmallReport field(String name, String... lines) {
		this.fields.put(name, List.of(lines));
		return this;
	}

	/// Without the field.
	SmallReport without(String name) {
		this.fields.remove(name);
		return this;
	}

	/// With these paragraphs in a part; none leaves it out.
	SmallReport part(String name, String... paragraphs) {
		this.parts.put(name, List.of(paragraphs));
		return this;
	}

	/// With as many paragraphs as this in a part.
	SmallReport part(String name, int paragraphs) {
		return part(name, Stream.generate(() -> "Words.").limit(paragraphs).toArray(String[]::new));
	}

	/// With these recommendations: kind, number, words, body.
	SmallReport recommendations(String rows) {
		this.recommendations = rows;
		return this;
	}

	/// With these appendices: number, title.
	SmallReport appendices(String rows) {
		this.appendices = rows;
		return this;
	}

	/// For a meeting on this day.
	SmallReport on(String day) {
		this.meetsOn = day;
		return this;
	}

	/// That the panel sees on this day too.
	SmallReport also(String day) {
		this.also = day;
		return this;
	}

	/// With these values of key_decision, notice_on and exempt.
	SmallReport row(String row) {
		this.row = row;
		return this;
	}

	/// The council with its report, written into a folder.
	ImportFiles files(Path folder) {
		var key = "X99000007,CABINET," + this.meetsOn + ",";
		var meetings = "X99000007,CABINET," + this.meetsOn + "\n" + (this.also.isEmpty() ? "" : "X99000007,PANEL," + this.also + "\n");
		var files = SmallCouncil.files(folder)
			.csv("bodies", "authority,code,title\nX99000007,CABINET,Cabinet\nX99000007,PANEL,Scrutiny Panel\n")
			.csv("meetings", "authority,body,meets_on\n" + meetings)
			.csv("reports", "authority,body,meets_on,title,key_decision,notice_on,exempt,reported_on\n" + key + this.title + "," + this.row + ",2020-01-06\n")
			.csv("report_fields", "authority,body,meets_on,reported_on,field,no,words\n" + rows(this.fields, key + "2020-01-06,"))
			.csv("report_recommendations", "authority,body,meets_on,reported_on,kind,no,words,for_body\n" + prefixed(this.recommendations, key + "2020-01-06,"))
			.csv("report_appendices", "authority,body,meets_on,reported_on,no,title\n" + prefixed(this.appendices, key + "2020-01-06,"))
			.csv("narratives", "authority,body,reported_on,part,no,words,exempt,kind\n" + paragraphs());
		return this.also.isEmpty() ? files
				: files.csv("report_meetings", "authority,body,meets_on,also_body,also_meets_on,reported_on\n" + key + "PANEL," + this.also + ",2020-01-06\n");
	}

	/// The same facts as a snapshot, on the form of a house, as if they had been loaded.
	Snapshot snapshot(String house, LocalDate asAt) {
		var meetsOn = LocalDate.parse(this.meetsOn);
		var row = this.row.split(",", -1);
		var meeting = new Meeting("CABINET", "Cabinet", meetsOn, "", "");
		var report = new Report("CABINET", meetsOn, this.title, row[0].equals("yes"), row[1].isEmpty() ? null : LocalDate.parse(row[1]), Integer.parseInt(row[2]),
				List.of(), this.fields.entrySet().stream().map(field -> new Report.Field(field.getKey(), field.getValue())).toList(),
				this.recommendations.lines().map(line -> line.split(",", -1)).map(one -> new Report.Recommendation(
						Report.Recommendation.Kind.valueOf(one[0].toUpperCase(Locale.ROOT)), Integer.parseInt(one[1]), one[2], one[3])).toList(),
				this.appendices.lines().map(line -> line.split(",", -1)).map(one -> new Report.Appendix(one[0], one[1])).toList());
		var narratives = this.parts.entrySet().stream().filter(part -> !part.getValue().isEmpty()).map(SmallReport::narrative).toList();
		var plan = new Plan("P1", "Plan", "", null, List.of());
		return new Snapshot(new Authority(SmallCouncil.CODE, "Testingham", "", "", "", List.of()), asAt, 1, false, List.of(),
				new Proceedings(meeting, null, narratives, List.of(), List.of()), List.of(plan), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
				List.of(), null, report, TemplateFolder.open(Path.of("report-templates")).frozen("cabinet-report", house), null, null);
	}

	private static Narrative narrative(Map.Entry<String, List<String>> part) {
		return new Narrative(part.getKey(), LocalDate.of(2020, 1, 6), "", part.getValue().stream().map(words -> words.startsWith("# ")
				? new Narrative.Paragraph(words.substring(2), 0, Narrative.Paragraph.Kind.HEADING) : new Narrative.Paragraph(words, 0)).toList());
	}

	private static String prefixed(String rows, String key) {
		return rows.lines().map(row -> key + row + "\n").reduce("", String::concat);
	}

	private static String rows(Map<String, List<String>> fields, String key) {
		var rows = new StringBuilder();
		fields.forEach((field, lines) -> IntStream.range(0, lines.size())
			.forEach(i -> rows.append(key).append(field).append(',').append(i + 1).append(",\"").append(lines.get(i)).append("\"\n")));
		return rows.toString();
	}

	private String paragraphs() {
		var rows = new StringBuilder();
		this.parts.forEach((part, paragraphs) -> IntStream.range(0, paragraphs.size()).forEach(i -> {
			var words = paragraphs.get(i);
			boolean heading = words.startsWith("# ");
			var exempt = words.startsWith("(exempt) ") ? "3" : "";
			rows.append("X99000007,CABINET,2020-01-06,").append(part).append(',').append(i + 1).append(",\"")
				.append(words.replaceFirst("^(# |\\(exempt\\) )", "")).append("\",").append(exempt).append(',').append(heading ? "heading" : "").append('\n');
		}));
		return rows.toString();
	}

}

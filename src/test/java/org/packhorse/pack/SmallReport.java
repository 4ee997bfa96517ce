package org.packhorse.pack;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.packhorse.ImportFiles;
import org.packhorse.SmallCouncil;

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

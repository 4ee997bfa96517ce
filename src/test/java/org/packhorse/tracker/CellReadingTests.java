package org.packhorse.tracker;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// What single cells and files are read as, without a database.
class CellReadingTests {

	private static final LocalDate TODAY = LocalDate.of(2021, 7, 15);

	@TempDir
	private Path folder;

	private TrackerFile file = new TrackerFile(new ImportFile(Path.of("none")), 1);

	@ParameterizedTest
	@CsvSource({ "2020-12-31, 2020-12-31,", "31/12/2020, 2020-12-31,", "31 December 2020, 2020-12-31,", "31-Dec-20, 2020-12-31,",
			"1st March 2021, 2021-03-01,", "Dec 2016, 2016-12-31, Dec 2016", "End Oct 03, 2003-10-31, End Oct 03",
			"February 2024, 2024-02-29, February 2024", "2021-06, 2021-06-30, 2021-06", "ongoing, , ongoing", "TBC, , TBC", "'', ," })
	void dueDatesComeInManyForms(String written, LocalDate day, String words) {
		var row = actions(written);
		assertThat(row.values().get("due_on")).isEqualTo(day);
		assertThat(row.values().get("due_words")).isEqualTo(words);
		assertThat(this.file.findings().problems()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "31/02/2021, is not a day of the calendar", "03/31/2021, is not a day of the calendar", "soon, is not a date",
			"44286, is not a date", "12/21, is not a date" })
	void otherDueDatesAreFaults(String written, String fault) {
		actions(written);
		assertThat(this.file.findings().problems()).singleElement()
			.satisfies((problem) -> assertThat(problem.toString()).startsWith("actions.csv, row 2, column due_on: '" + written + "' " + fault));
	}

	@ParameterizedTest
	@CsvSource({ "Y, true", "yes, true", "TRUE, true", "1, true", "\u03a5, true", "n, false", "No, false", "0, false", "'', false" })
	void prioritiesAreYesOrNo(String written, boolean priority) {
		var row = only("sections", "authority,plan,no,title,priority\nX99000001,SIP,1,One," + written + "\n");
		assertThat(row.values().get("priority")).isEqualTo(priority);
	}

	@Test
	void aGreekLetterIsNamed() {
		only("sections", "authority,plan,no,title,priority\nX99000001,SIP,1,One,\u03a5\n");
		assertThat(this.file.findings().said()).containsExactly("row 2, column priority: '\u03a5' holds a letter that only looks like Y "
				+ "(GREEK CAPITAL LETTER UPSILON); it is read as Y");
	}

	@ParameterizedTest
	@CsvSource({ "22.7, 22.7,", "'1,234.5', 1234.5,", "56%, 56,", "c, , c", "LOW, , low", "-, , x", ":, , x", "~, , low" })
	void readingsAreNumbersOrSymbols(String written, String number, String symbol) {
		var row = only("kpi_values", "authority,kpi,period_end,value\nX99000001,cla,2021-03-31,\"" + written + "\"\n");
		assertThat(row.values().get("value")).isEqualTo((number != null) ? new BigDecimal(number) : null);
		assertThat(row.values().get("symbol")).isEqualTo(symbol);
		assertThat(row.values().get("recorded_on")).isEqualTo(LocalDate.of(2021, 3, 31));
	}

	@ParameterizedTest(name = "{2}")
	@CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
			updates    | authority,plan,action,reported_on,state;X99000001,SIP,1,2021-05-01,in progres | row 2, column state: 'in progres' is not known here. Did you mean in progress?
			updates    | authority,plan,action,reported_on,percent_complete;X99000001,SIP,1,2021-05-01,c | row 2, column percent_complete: 'c' is not a number
			updates    | authority,plan,action,reported_on,percent_complete;X99000001,SIP,1,2021-05-01,-5 | row 2, column percent_complete: -5 is out of range
			updates    | authority,plan,action;X99000001,SIP,1 | row 1: the required column 'reported_on' is missing
			updates    | authority,plan,action,reported_on,Sate;X99000001,SIP,1,2021-05-01,x | row 1, column Sate: unknown column 'Sate'. Did you mean state?
			updates    | authority,plan,action,reported_on,note,NOTE;X99000001,SIP,1,2021-05-01,x,y | row 1, column NOTE: the column 'note' stands twice
			updates    | authority,plan,action,reported_on;X99000001,SIP,1,2021-05-01,stray | row 2, column E: 'stray' stands in a column without a heading
			updates    | authority,plan,action,reported_on;X99000001,SIP,,2021-05-01 | row 2, column action: the cell is blank
			updates    | authority,plan,action,reported_on;X99000001,SIP,1,May 2021 | row 2, column reported_on: 'May 2021' is not a full date
			updat      | authority;X99000001 | 'updat' is not the name of a table. Did you mean updates
			authorities| code,name;E0800001,St Helens | row 2, column code: 'E0800001' is not an ONS code
			kpi_values | authority,kpi,period_end,numerator,denominator;X99000001,cla,2021-03-31,5,0 | row 2, column denominator: numerator 5 has the denominator 0
			kpi_values | authority,kpi,period_end,numerator;X99000001,cla,2021-03-31,-5 | row 2, column numerator: -5 is negative
			kpi_values | authority,kpi,period_end,value;X99000001,cla,2021-07-31,5 | row 2, column period_end: 2021-07-31 is in the future
			kpi_values | authority,kpi,period_end,value;X99000001,cla,2021-03-31,01:07 | row 2, column value: '01:07' is not a number
			kpi_targets| authority,kpi,applies_from,low,high;X99000001,cla,2021-04-01,10,5 | row 2, column low: low 10 is above high 5
			overrides  | authority,plan,action,rating,reason,post,applies_from,applies_until;X99000001,SIP,1,red,r,p,2021-05-02,2021-05-01 | row 2, column applies_until: applies_until 2021-05-01 is before
			kpi_groups | kind,total,part;sum,a,a | row 2, column part: total and part are both 'a'
			""")
	void everyFaultNamesPlaceAndRemedy(String table, String text, String message) {
		rows(Trackers.csv(this.folder, table.strip(), text.replace(';', '\n') + "\n"));
		assertThat(this.file.findings().problems()).extracting(TrackerProblem::toString)
			.singleElement()
			.asString()
			.startsWith(table.strip() + ".csv" + (message.startsWith("row") ? ", " : ": ") + message.strip());
	}

	@Test
	void textThatIsTooLongIsAFault() {
		only("plans", "authority,code,title\nX99000001,SIP," + "x".repeat(301) + "\n");
		assertThat(this.file.findings().problems()).extracting(TrackerProblem::toString)
			.containsExactly("plans.csv, row 2, column title: the text has 301 characters. At most 300 fit; shorten it.");
	}

	@Test
	void formulasInTextStayText() {
		assertThat(only("plans", "authority,code,title\nX99000001,SIP,=1+1\n").values().get("title")).isEqualTo("=1+1");
	}

	@Test
	void controlCharactersAreFaults() {
		only("plans", "authority,code,title\nX99000001,SIP,a\u0007b\n");
		assertThat(this.file.findings().problems()).extracting(TrackerProblem::found).containsExactly("the cell holds a control character that is no text");
	}

	@Test
	void theEncodingsOfExcelAreRecognised() {
		var text = "authority,code,title\nX99000001,SIP,Children\u2019s plan \u00a32m\n";
		assertThat(encoded(text, Charset.forName("windows-1252"))).isEqualTo("Children\u2019s plan \u00a32m");
		assertThat(this.file.findings().said()).containsExactly("Windows-1252 recognised");
		assertThat(encoded("\ufeff" + text, StandardCharsets.UTF_16LE)).isEqualTo("Children\u2019s plan \u00a32m");
		assertThat(this.file.findings().said()).containsExactly("UTF-16 recognised");
		assertThat(encoded("\ufeff" + text, StandardCharsets.UTF_8)).isEqualTo("Children\u2019s plan \u00a32m");
		assertThat(this.file.findings().said()).containsExactly("UTF-8 with a byte order mark");
	}

	@Test
	void semicolonsAndTabsAreRecognised() {
		assertThat(only("plans", "authority;code;title\nX99000001;SIP;A, b\n").values().get("title")).isEqualTo("A, b");
		assertThat(this.file.findings().said()).containsExactly("columns are separated by ';'");
		assertThat(only("plans", "authority\tcode\ttitle\nX99000001\tSIP\tA, b\n").values().get("title")).isEqualTo("A, b");
	}

	@Test
	void quotedLineBreaksKeepRowAndLineApart() {
		rows(Trackers.csv(this.folder, "plans", "authority,code,title\nX99000001,SIP,\"A\nplan\"\n\nX99000001,,B\n"));
		assertThat(this.file.findings().problems()).singleElement()
			.asString()
			.startsWith("plans.csv, row 4 (line 5), column code: the cell is blank");
	}

	@Test
	void nulBytesAndOpenQuotesEndReading() {
		rows(Trackers.csv(this.folder, "plans", "authority,code,title\nX99000001,S\0P,A\n"));
		assertThat(this.file.findings().problems()).extracting(TrackerProblem::found).containsExactly("the file holds a NUL byte, so it is no plain text");
		rows(Trackers.csv(this.folder, "plans", "authority,code,title\nX99000001,SIP,\"A\n"));
		assertThat(this.file.findings().problems()).singleElement().asString().contains("quotation mark");
	}

	@Test
	void noticesOfOneKindAreDrawnTogether() {
		rows(Trackers.csv(this.folder, "actions", "authority,plan,section,ref,action,due_on\n" + "X99000001,SIP,1,r,a,Dec 2016\n".repeat(5)));
		assertThat(this.file.findings().said()).containsExactly("5 times: 'Dec 2016' read as 31 December 2016 "
				+ "(row 2, column due_on; row 3, column due_on; row 4, column due_on and 2 more)");
	}

	@Test
	void differentReadingsAreSaidOneByOne() {
		rows(Trackers.csv(this.folder, "actions", """
				authority,plan,section,ref,action,due_on
				X99000001,SIP,1,1,a,Dec 2016
				X99000001,SIP,1,2,a,End Oct 26
				X99000001,SIP,1,3,a,Dec 2016
				"""));
		assertThat(this.file.findings().said()).containsExactly(
				"2 times: 'Dec 2016' read as 31 December 2016 (row 2, column due_on; row 4, column due_on)",
				"row 3, column due_on: 'End Oct 26' read as 31 October 2026");
	}

	@Test
	void differentReadingsWithoutEndAreCounted() {
		var rows = new StringBuilder("authority,kpi,period_end,value\n");
		for (int i = 0; i < 50; i++) {
			rows.append("X99000001,cla,2021-03-31,\"1,0%02d\"\n".formatted(i));
		}
		rows(Trackers.csv(this.folder, "kpi_values", rows.toString()));
		assertThat(this.file.findings().said()).hasSize(21)
			.last()
			.isEqualTo("30 more of this kind, read alike (row 22, column value; row 23, column value; row 24, column value and 27 more)");
	}

	@Test
	void headingsWithoutRowsAreSaid() {
		assertThat(rows(Trackers.csv(this.folder, "plans", "authority,code,title\n"))).isEmpty();
		assertThat(this.file.findings().said()).containsExactly("there are no rows below the headings");
	}

	@Test
	void anUnknownColumnIsToldEveryColumn() {
		rows(Trackers.csv(this.folder, "updates", "authority,plan,action,reported_on,weather\nX99000001,SIP,1,2021-05-01,x\n"));
		assertThat(this.file.findings().problems()).extracting(TrackerProblem::remedy)
			.containsExactly("Known: action, authority, completed_on, declared_rag, evidence, impact, note, percent_complete, plan, reported_on, "
					+ "revised_due_on, state.");
	}

	@Test
	void faultsBeyondAThousandAreCounted() {
		rows(Trackers.csv(this.folder, "plans", "authority,code,title\n" + "X99000001,SIP,\n".repeat(1200)));
		assertThat(this.file.findings().problems()).hasSize(1000);
		assertThat(this.file.findings().count()).isEqualTo(1200);
	}

	private TrackerRow actions(String due) {
		return only("actions", "authority,plan,section,ref,action,due_on\nX99000001,SIP,1,1.1,Do this,\"" + due + "\"\n");
	}

	private Object encoded(String text, Charset charset) {
		return rows(Trackers.write(this.folder.resolve("plans.csv"), text.getBytes(charset))).getFirst().values().get("title");
	}

	private TrackerRow only(String table, String text) {
		return rows(Trackers.csv(this.folder, table, text)).getFirst();
	}

	private List<TrackerRow> rows(Path path) {
		this.file = new TrackerFile(new ImportFile(path), 1);
		return Trackers.rows(this.file, TODAY);
	}

}

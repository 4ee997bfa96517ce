package org.packhorse.writer;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

import org.packhorse.document.Block;
import org.packhorse.document.Block.Bullets;
import org.packhorse.document.Block.Callout;
import org.packhorse.document.Block.Chart;
import org.packhorse.document.Block.FormTable;
import org.packhorse.document.Block.Numbered;
import org.packhorse.document.Block.PageBreak;
import org.packhorse.document.Block.Paragraph;
import org.packhorse.document.Block.Picture;
import org.packhorse.document.Block.Scorecard;
import org.packhorse.document.Block.Section;
import org.packhorse.document.Block.Table;
import org.packhorse.document.Block.Ticks;
import org.packhorse.document.Bytes;
import org.packhorse.document.Cell;
import org.packhorse.document.Cover;
import org.packhorse.document.Inline;
import org.packhorse.document.PackDocument;
import org.packhorse.document.Position;
import org.packhorse.document.Tone;
import org.packhorse.document.Value;

/// One pack with every record of the tree in it, and what is hard to write: the pack that every writer is tried on.
public final class Specimen {

	private static int line;

	private Specimen() {
	}

	/// The specimen, with this many rows in its long table.
	public static synchronized PackDocument of(int actions) {
		line = 0;
		return new PackDocument(cover(false), List.of(
				section("summary", "1", "Where we are", paragraph("1.1", "Most actions are on track; ", "three", " are overdue."),
						scorecard(), callout(), bullets(), numbered()),
				section("actions", "2", "Actions & owners <checked>", new PageBreak(at()), table(actions),
						section("front-door", "2.1", "Front door", paragraph("2.1.1", "Nested ", "one deep", "."),
								section("referrals", "2.1.1", "Referrals", paragraph("2.1.1.1", "Nested ", "two deep", "."), emptyTable()))),
				section("measures", "3", "Measures", chart(), gaps(), controlChart(), withheld(), scorecardTable(), picture()), section("form", "4", "Committee form", form(), paired(), ticks("Borough priorities", "x", ""), ticks("", "N", "Y"))));
	}

	/// The same as a draft, which every page says.
	public static PackDocument draft() {
		return new PackDocument(cover(true), of(3).blocks());
	}

	private static Cover cover(boolean draft) {
		return new Cover("Improvement Board pack", "Children's Improvement Board", "Exampleshire Council", "en-GB", "OFFICIAL-SENSITIVE",
				LocalDate.of(2026, 3, 31), draft, true, List.of(new Cover.Fact("As at", "31 March 2026"), new Cover.Fact("Version", "2"),
						new Cover.Fact("Meeting", "21 April 2026")));
	}

	private static Position at() {
		return new Position("specimen/document.ftlx", ++line);
	}

	private static Section section(String id, String number, String title, Block... blocks) {
		return new Section(at(), id, number, title, List.of(blocks));
	}

	private static Paragraph paragraph(String number, String before, String strong, String after) {
		return new Paragraph(at(), number, List.of(new Inline.Words(before), new Inline.Strong(strong), new Inline.Words(after + " See "),
				new Inline.Link("#actions", "the actions"), new Inline.Words(" or "),
				new Inline.Link("https://www.gov.uk/", "the government's site"), new Inline.Words(", "), new Inline.Emphasis("if you like"),
				new Inline.Words("."), new Inline.LineBreak(), new Inline.Words("Zażółć gęślą jaźń, Siân & Łukasz: 5 ≥ 4 – “quoted”. Now "),
				new Inline.Badge(Tone.WATCH, "Amber"), new Inline.Words(" overall.")));
	}

	private static Scorecard scorecard() {
		return new Scorecard(at(), "Headline figures", List.of(
				new Scorecard.Tile("Actions", new Value.Number(new BigDecimal("1134"), 0), null, "in nine sections"),
				new Scorecard.Tile("Overdue", new Value.Number(new BigDecimal("3"), 0), new Inline.Badge(Tone.CONCERN, "Red"), ""),
				new Scorecard.Tile("Assessments in time", new Value.Percent(new BigDecimal("56.14035"), 1), new Inline.Badge(Tone.WATCH, "Amber"),
						"target 90.0%"),
				new Scorecard.Tile("Agency spend", new Value.Money(new BigDecimal("-1250000"), 0), null, "against budget"),
				new Scorecard.Tile("Next visit", new Value.Day(LocalDate.of(2026, 5, 7)), null, "")));
	}

	private static Callout callout() {
		return new Callout(at(), Tone.CONCERN, "What needs the board", List.of(List.of(new Inline.Words("Agree the recovery plan for "),
				new Inline.Strong("permanence"), new Inline.Words(".")), List.of(new Inline.Words("Ask for a deep dive."))));
	}

	private static Bullets bullets() {
		return new Bullets(at(), List.of(List.of(new Inline.Words("First point")), List.of(new Inline.Strong("Second"), new Inline.Words(" point"))));
	}

	private static Numbered numbered() {
		return new Numbered(at(), Numbered.Style.ROMAN, List.of(List.of(new Inline.Words("Note the report")),
				List.of(new Inline.Words("Agree the plan")), List.of(new Inline.Words("Ask for more"))));
	}

	private static Table table(int actions) {
		var columns = List.of(new Table.Column("Ref", 8, Table.Align.START, true), new Table.Column("Action", 40, Table.Align.START, false),
				new Table.Column("Rating", 14, Table.Align.START, false), new Table.Column("Progress", 12, Table.Align.END, false),
				new Table.Column("Due", 16, Table.Align.END, false), new Table.Column("Cost", 12, Table.Align.END, false));
		var tones = List.of(new Inline.Badge(Tone.CONCERN, "Red"), new Inline.Badge(Tone.WATCH, "Amber"), new Inline.Badge(Tone.GOOD, "Green"),
				new Inline.Badge(Tone.DONE, "Complete"), new Inline.Badge(Tone.UNKNOWN, "Grey"));
		var rows = IntStream.range(0, actions)
			.mapToObj(i -> new Table.Row(List.of(Cell.of("3." + (i + 1)), Cell.of(words(i)),
					new Cell(List.of(tones.get(i % 5), new Inline.Words(" Overdue by 12 days")), new Value.None()),
					Cell.of(new Value.Percent(new BigDecimal(i * 7 % 101), 0)), Cell.of(new Value.Day(LocalDate.of(2026, 1, 1).plusDays(i))),
					i % 4 == 3 ? new Cell(List.of(), new Value.None()) : Cell.of(new Value.Money(new BigDecimal("1234.50"), 2)))))
			.toList();
		return new Table(at(), "Actions of section 3", columns, rows, "There are no actions in this section.");
	}

	private static String words(int i) {
		return switch (i) {
			case 0 -> "=SUM(A1:A9) looks like a formula and stays words";
			case 1 -> "A".repeat(300) + " is a word of three hundred letters";
			case 2 -> "One of many words. ".repeat(30).strip();
			default -> "Audit twenty assessments a month and report what changed for children <" + i + "> & why";
		};
	}

	private static Table emptyTable() {
		return new Table(at(), "Escalations", List.of(new Table.Column("Ref", 1, Table.Align.START, true),
				new Table.Column("What happened", 3, Table.Align.START, false)), List.of(), "Nothing was escalated this month.");
	}

	private static Chart chart() {
		var periods = List.of("Mar 2025", "Apr 2025", "May 2025", "Jun 2025", "Jul 2025", "Aug 2025");
		return new Chart(at(), "Assessments completed in 45 working days", "Rises from 71.2% in March to 83.0% in August 2025; the target is 90%.",
				"%", 1, periods, List.of(new Chart.Line("Exampleshire", Chart.Kind.ACTUAL, numbers("71.2", "73", "72.5", "78.4", "80.1", "83")),
						new Chart.Line("Target", Chart.Kind.TARGET, numbers("90", "90", "90", "90", "90", "90")),
						new Chart.Line("England", Chart.Kind.BENCHMARK, numbers("84", "84", "84", "84", "84", "84")),
						new Chart.Line("Mean", Chart.Kind.MEAN, numbers("76.4", "76.4", "76.4", "76.4", "76.4", "76.4")),
						new Chart.Line("Upper limit", Chart.Kind.LIMIT, numbers("88.1", "88.1", "88.1", "88.1", "88.1", "88.1"))));
	}

	private static Chart gaps() {
		return new Chart(at(), "Change in caseload", "Falls from 2 to minus 3.5, with no reading for May.", "cases per worker", 1,
				List.of("Apr 2025", "May 2025", "Jun 2025"), List.of(new Chart.Line("Change", Chart.Kind.ACTUAL, numbers("2", null, "-3.5"))));
	}

	/// A control chart with every kind of mark, an event, limits that begin anew, and a period that is withheld.
	private static Chart controlChart() {
		var periods = IntStream.range(0, 14).mapToObj(i -> List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
			.get(i % 12) + (i < 12 ? " 2025" : " 2026")).toList();
		var marks = new ArrayList<Chart.Mark>(Collections.nCopies(14, null));
		marks.set(4, new Chart.Mark(Chart.Reading.CONCERN, "above the upper limit"));
		marks.set(10, new Chart.Mark(Chart.Reading.NEUTRAL, "one of two out of three near the lower limit"));
		marks.set(13, new Chart.Mark(Chart.Reading.IMPROVEMENT, "below the lower limit"));
		var readings = numbers("22.1", "24", "23.2", "21.9", "29.5", "23", null, "18", "17.1", "18.4", "15.2", "17.7", "17.2", "11.4");
		return new Chart(at(), "Re-referrals within 12 months", "Falls from 22.1% in January 2025 to 11.4% in February 2026.", "%", 1, periods,
				List.of(new Chart.Line("Exampleshire", Chart.Kind.ACTUAL, readings, marks),
						new Chart.Line("Target", Chart.Kind.TARGET, steady("20", 14)), new Chart.Line("Mean", Chart.Kind.MEAN, steps("23.9", 7, "16.4", 7)),
						new Chart.Line("Upper limit (trial)", Chart.Kind.LIMIT, steps("28.6", 7, "20.5", 7)),
						new Chart.Line("Lower limit (trial)", Chart.Kind.LIMIT, steps("19.2", 7, "12.3", 7))),
				List.of(new Chart.Event("Mar 2025", "The front door moved to a new system <and> its codes"),
						new Chart.Event("Aug 2025", "Limits begin anew: screening is done by one team")));
	}

	/// A chart of which the public may see no reading.
	private static Chart withheld() {
		return new Chart(at(), "Children missing from care", "All figures are withheld, because they are small.", "", 0, List.of("Q1", "Q2"),
				List.of(new Chart.Line("Exampleshire", Chart.Kind.ACTUAL, numbers(null, null)),
						new Chart.Line("Target", Chart.Kind.TARGET, numbers("3", "3"))));
	}

	/// Sparklines of all shapes: with gaps and a point alone between them, one point, all equal, below zero, and none at all.
	private static Table scorecardTable() {
		var columns = List.of(new Table.Column("Indicator", 30, Table.Align.START, true), new Table.Column("Latest", 15, Table.Align.END, false),
				new Table.Column("Course", 30, Table.Align.START, false));
		return new Table(at(), "Indicators at a glance", columns, List.of(
				sparked("Re-referrals", "11.4", "22.1% in Jan 2025 to 11.4% in Feb 2026", "H+", "22.1", "24", null, "21.9", null, "18", "11.4"),
				sparked("Visits in time", "97.0", "97.0% in Feb 2026", "~", "97"), sparked("Steady", "5.0", "5.0% in every period", "~", "5", "5", "5"),
				sparked("Net change", "-3.5", "2.0% in Jan 2026 to −3.5% in Feb 2026", "L!", "2", "-3.5"),
				sparked("Small numbers", "0", "No figure to show", "?", null, null)), "There are no indicators.");
	}

	private static Table.Row sparked(String name, String latest, String alternative, String sign, String... values) {
		var course = List.<Inline>of(new Inline.Sparkline(alternative, 1, numbers(values)), new Inline.LineBreak(), new Inline.Badge(Tone.GOOD, sign),
				new Inline.Words(" in words"));
		return new Table.Row(List.of(Cell.of(name), Cell.of(new Value.Percent(new BigDecimal(latest), 1)), new Cell(course, new Value.None())));
	}

	private static List<BigDecimal> steady(String value, int times) {
		return Collections.nCopies(times, new BigDecimal(value));
	}

	private static List<BigDecimal> steps(String before, int first, String after, int then) {
		var values = new ArrayList<>(steady(before, first));
		values.addAll(steady(after, then));
		return values;
	}

	private static List<BigDecimal> numbers(String... numbers) {
		return new ArrayList<>(Arrays.stream(numbers).map(n -> n == null ? null : new BigDecimal(n)).toList());
	}

	private static Picture picture() {
		try {
			var image = new BufferedImage(60, 30, BufferedImage.TYPE_INT_RGB);
			var pen = image.createGraphics();
			pen.setColor(new Color(0x1D3D5C));
			pen.fillRect(5, 5, 50, 20);
			pen.dispose();
			var png = new ByteArrayOutputStream();
			ImageIO.write(image, "png", png);
			return new Picture(at(), "A blue bar, standing for the council's crest", "crest.png", Bytes.of(png.toByteArray()), 40);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static FormTable form() {
		return new FormTable(at(), "Report details", List.of(new FormTable.Field("Key decision?", List.of(List.of(new Inline.Words("No")))),
				new FormTable.Field("Accountable director", List.of(List.of(new Inline.Words("Director of Children's Services")),
						List.of(new Inline.Link("mailto:director@example.gov.uk", "director@example.gov.uk")))),
				new FormTable.Field("Reason for exemption", List.of())));
	}

	private static FormTable paired() {
		return new FormTable(at(), "Meetings", List.of(field("Report to:", "Cabinet", false), field("Date of meeting:", "19 May 2026", true),
				field("Subject:", "The plan", false)));
	}

	private static FormTable.Field field(String label, String words, boolean beside) {
		return new FormTable.Field(label, List.of(List.of(new Inline.Words(words))), beside);
	}

	private static Ticks ticks(String label, String first, String second) {
		return new Ticks(at(), label.isBlank() ? "Climate" : label, label, List.of(
				new Ticks.Tick(List.of(new Inline.Words("Have a positive impact")), first),
				new Ticks.Tick(List.of(new Inline.Words("Be a "), new Inline.Strong("responsible"), new Inline.Words(" council")), second)));
	}

}

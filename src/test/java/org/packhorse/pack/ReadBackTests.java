package org.packhorse.pack;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.packhorse.TestDatabase;
import org.packhorse.TestDatabases;
import org.packhorse.document.Block;
import org.packhorse.document.Cell;
import org.packhorse.document.Cover;
import org.packhorse.document.Inline;
import org.packhorse.document.PackDocument;
import org.packhorse.document.Position;
import org.packhorse.document.Tone;
import org.packhorse.document.Value;
import org.packhorse.writer.Look;
import org.packhorse.writer.PackFormat;
import org.packhorse.writer.PackReader;
import org.packhorse.writer.PackWriter;
import org.packhorse.writer.Projection;
import org.packhorse.writer.Specimen;

import static org.assertj.core.api.Assertions.assertThat;

/// Whatever the tree can hold is read back from every format as the tree has it.
class ReadBackTests {

	private static TestDatabase database;

	@BeforeAll
	static void open() {
		database = TestDatabases.h2();
	}

	@AfterAll
	static void close() {
		database.close();
	}

	@ParameterizedTest
	@EnumSource
	void specimenIsReadBackAsTheTreeHasIt(PackFormat format) throws IOException {
		assertThat(differences(format, Specimen.of(12))).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void draftIsReadBackAsTheTreeHasIt(PackFormat format) throws IOException {
		assertThat(differences(format, Specimen.draft())).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "LETTER, DOCX", "LETTER, XLSX", "LETTER, PDF", "LETTER, HTML", "LETTERHEAD, DOCX", "LETTERHEAD, XLSX", "LETTERHEAD, PDF", "LETTERHEAD, HTML" })
	void lettersAreReadBackAsTheTreeHasThem(Cover.Front front, PackFormat format) throws IOException {
		var facts = List.of(new Cover.Fact("To", "The adviser"), new Cover.Fact("Date", "1 April 2026"));
		var cover = new Cover("Six-weekly report", "Improvement Board", "Exampleshire", "en-GB", "OFFICIAL", LocalDate.of(2026, 3, 31), true, false, facts, front);
		assertThat(differences(format, new PackDocument(cover, List.of(words("Dear adviser"), section("one", "One", words("More.")))))).isEmpty();
	}

	/// With and without subtitle, marking and facts, which stand beside each other.
	@ParameterizedTest
	@EnumSource
	void coversThatLackALineAreReadBack(PackFormat format) throws IOException {
		for (String subtitle : List.of("", "Scrutiny Panel")) {
			for (String marking : List.of("", "OFFICIAL")) {
				for (var facts : List.of(List.<Cover.Fact>of(), List.of(new Cover.Fact("Version", "2")))) {
					var cover = new Cover("Report", subtitle, "Exampleshire", "en-GB", marking, LocalDate.of(2026, 3, 31), true, false, facts);
					assertThat(differences(format, new PackDocument(cover, List.of(section("one", "One", words("More.")))))).as(cover.toString()).isEmpty();
				}
			}
		}
	}

	/// A table and words after a section within a section, sections of nothing but tables, empty ones, words outside of all sections.
	@ParameterizedTest
	@EnumSource
	void whateverStandsWhereIsReadBack(PackFormat format) throws IOException {
		var inner = section("inner", "Inner", words("Inside."), table("Inner table", "1"));
		var tables = section("only", "Only tables", section("deep", "Deep", table("Deep table", "2")), table("Outer table", "3"));
		assertThat(differences(format, document(words("Before all."), section("one", "One", inner, table("After", "4"), words("After too.")), tables,
				section("none", "Nothing", section("less", "Less")), table("Loose", "5"), words("After all."))))
			.isEmpty();
	}

	/// What is hard to write and to read: many languages, badges and links in cells, breaks, signs before figures, nothing at all.
	@ParameterizedTest
	@EnumSource
	void hardWordsAreReadBack(PackFormat format) throws IOException {
		var cells = List.of(cell(new Inline.Words("العربية مع 12 رقم"), new Inline.Emphasis(" رئيس الخدمة")),
				cell(new Inline.Words("W".repeat(300))), cell(new Inline.Badge(Tone.CONCERN, "Red"), new Inline.Words(" and "), new Inline.Badge(Tone.GOOD, "Green")),
				cell(new Inline.Badge(Tone.WATCH, "A badge of many words that is far too long for one line of its narrow column")),
				cell(new Inline.Words("One"), new Inline.LineBreak(), new Inline.Words("two\nthree\tfour")),
				cell(new Inline.Link("https://www.gov.uk/a?b=c&d=é", "a link")), cell(new Inline.Words("See "), new Inline.Link("mailto:a@example.gov.uk", "a@example.gov.uk")),
				cell(new Inline.Link("#hard", "this section")), cell(new Inline.Words("Ŵy ½ € “–” ✓ ☐ ≤ 中 😀 soft\u00ADhyphen")), cell(),
				Cell.of(new Value.Number(new BigDecimal("-1234.5"), 1)), Cell.of(new Value.Number(new BigDecimal("-0.04"), 1)),
				Cell.of(new Value.Percent(new BigDecimal("-3.25"), 1)), Cell.of(new Value.Money(new BigDecimal("-1250000"), 0)),
				Cell.of(new Value.Money(new BigDecimal("0.5"), 2)), Cell.of(new Value.Day(LocalDate.of(1899, 1, 1))), Cell.of(new Value.Day(LocalDate.of(2026, 9, 1))),
				new Cell(List.of(new Inline.Words("about 7")), new Value.Number(new BigDecimal("7"), 0)), Cell.of("=1+1"), Cell.of("-"), Cell.of("3.10"));
		var rows = cells.stream().map(cell -> new Block.Table.Row(List.of(Cell.of("Row"), cell))).toList();
		var columns = List.of(new Block.Table.Column("Same", 1, Block.Table.Align.START, true), new Block.Table.Column("Same", 1, Block.Table.Align.END, false));
		assertThat(differences(format, document(section("hard", "Hard – “words” & <more>", new Block.Table(Position.NONE, "Hard", columns, rows, "None."),
				new Block.Paragraph(Position.NONE, "", List.of(new Inline.Link("https://www.gov.uk/", "Only a link"))), words(""),
				new Block.Bullets(Position.NONE, cells.stream().map(Cell::words).filter(item -> !item.isEmpty()).toList()),
				new Block.Numbered(Position.NONE, Block.Numbered.Style.LETTER, Collections.nCopies(30, List.of(new Inline.Words("Item")))),
				new Block.Callout(Position.NONE, Tone.UNKNOWN, "Nothing below", List.of()), new Block.Callout(Position.NONE, Tone.DONE, "Some", List.of(List.of(new Inline.Badge(Tone.GOOD, "Green")))),
				new Block.Scorecard(Position.NONE, "Figures", List.of(new Block.Scorecard.Tile("No value", new Value.None(), null, "a note, with a comma"),
						new Block.Scorecard.Tile("Badge alone", new Value.Text("none"), new Inline.Badge(Tone.WATCH, "Amber"), "")))))))
			.isEmpty();
	}

	private static PackDocument document(Block... blocks) {
		return new PackDocument(new Cover("Title", "", "Council", "en-GB", "", LocalDate.of(2026, 3, 31), false, false, List.of()), List.of(blocks));
	}

	private static Block section(String id, String title, Block... blocks) {
		return new Block.Section(Position.NONE, id, "", title, List.of(blocks));
	}

	private static Block words(String words) {
		return new Block.Paragraph(Position.NONE, "", List.of(new Inline.Words(words)));
	}

	private static Block table(String caption, String cell) {
		var columns = List.of(new Block.Table.Column("Ref", 1, Block.Table.Align.START, true));
		return new Block.Table(Position.NONE, caption, columns, List.of(new Block.Table.Row(List.of(Cell.of(cell)))), "None.");
	}

	private static Cell cell(Inline... words) {
		return new Cell(List.of(words), new Value.None());
	}

	private static List<String> differences(PackFormat format, PackDocument document) throws IOException {
		var file = new ByteArrayOutputStream();
		database.beans(PackWriter.class).stream().filter(it -> it.format() == format).findFirst().orElseThrow().write(document, Look.plain(), file);
		var reader = database.beans(PackReader.class).stream().filter(it -> it.format() == format).findFirst().orElseThrow();
		var found = reader.read(new ByteArrayInputStream(file.toByteArray()));
		return Comparison.of(format.title(), reader.shown(Projection.of(document, Look.plain())), found).sentences();
	}

}

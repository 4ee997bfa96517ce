package org.packhorse.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.packhorse.document.Block;
import org.packhorse.document.Bytes;
import org.packhorse.document.Cell;
import org.packhorse.document.Cover;
import org.packhorse.document.Inline;
import org.packhorse.document.PackDocument;
import org.packhorse.document.Position;
import org.packhorse.document.Tone;
import org.packhorse.document.Value;

class MarkupReaderTests {

	private static final byte[] PNG = { (byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0 };

	@Test
	void coverCarriesWhatThePackElementSays() {
		var document = read("""
				<pack title="Board pack" subtitle="Spring" organisation="Exampleshire" marking="OFFICIAL" as-at="2021-03-31"
				      draft="yes" numbered="no"><fact label="Version">2</fact></pack>""");
		assertThat(document.cover()).isEqualTo(new Cover("Board pack", "Spring", "Exampleshire", "en-GB", "OFFICIAL",
				LocalDate.of(2021, 3, 31), true, false, List.of(new Cover.Fact("Version", "2"))));
	}

	@Test
	void sectionsNestAndTakeTheirIdsFromTheirTitles() {
		var outer = (Block.Section) only("""
				<section title="Children's front door"><section title="Décisions"/><section title="Décisions"/></section>""");
		assertThat(outer.id()).isEqualTo("childrens-front-door");
		assertThat(outer.blocks()).extracting(block -> ((Block.Section) block).id()).containsExactly("decisions", "decisions-2");
	}

	@Test
	void ownIdIsNeverTakenByATitle() {
		var document = read(pack("""
				<section title="Summary"/><section title="Other" id="summary"/>"""));
		assertThat(document.blocks()).extracting(block -> ((Block.Section) block).id()).containsExactly("summary-2", "summary");
	}

	@Test
	void numberedPackCountsSectionsAndParagraphsTogether() {
		var document = read("""
				<pack title="T" as-at="2021-03-31" numbered="yes">
				<paragraph>Before any section.</paragraph>
				<section title="One"><paragraph>a</paragraph></section>
				<section title="Two"><paragraph>b</paragraph><paragraph numbered="no">c</paragraph>
				  <section title="Inner"><paragraph>d</paragraph><bullets><item>e</item></bullets><paragraph>f</paragraph></section>
				  <paragraph>g</paragraph></section>
				<section title="Annex" numbered="no"><paragraph>h</paragraph></section>
				</pack>""");
		var numbers = new java.util.ArrayList<String>();
		collect(document.blocks(), numbers);
		assertThat(numbers).containsExactly("p ", "s 1", "p 1.1", "s 2", "p 2.1", "p ", "s 2.2", "p 2.2.1", "p 2.2.2", "p 2.3", "s ", "p ");
	}

	@Test
	void subHeadingWithoutANumberGoesOnWithTheCount() {
		var document = read("""
				<pack title="T" as-at="2021-03-31" numbered="yes" section-dot="yes">
				<section title="Before" numbered="no"><paragraph>a</paragraph></section>
				<section title="One"><paragraph>b</paragraph><section title="Inner" numbered="through"><paragraph>c</paragraph></section></section>
				<section title="Two"><section title="Deep"><paragraph>d</paragraph><section title="Deeper"><paragraph>e</paragraph></section></section></section>
				</pack>""");
		var numbers = new java.util.ArrayList<String>();
		collect(document.blocks(), numbers);
		assertThat(numbers).containsExactly("s ", "p ", "s 1.", "p 1.1", "s ", "p 1.2", "s 2.", "s 2.1", "p 2.1.1", "s 2.1.2", "p 2.1.2.1");
	}

	@Test
	void coverOfAReportIsALetterhead() {
		assertThat(read("<pack title=\"T\" as-at=\"2021-03-31\" front=\"letter\"/>").cover().front()).isEqualTo(Cover.Front.LETTER);
	}

	@Test
	void packWithoutNumbersHasBlankOnes() {
		assertThat(((Block.Section) only("<section title=\"One\"/>")).number()).isEmpty();
	}

	@Test
	void whiteSpaceCollapsesAndKeepsWordsApart() {
		assertThat(words("<paragraph>\n  One <strong> two </strong>three,\n\tfour<line-break/>  five. </paragraph>")).containsExactly(
				new Inline.Words("One "), new Inline.Strong("two"), new Inline.Words(" three, four"), new Inline.LineBreak(),
				new Inline.Words("five."));
	}

	@Test
	void noBreakSpaceStays() {
		assertThat(words("<paragraph>31\u00A0March</paragraph>")).containsExactly(new Inline.Words("31\u00A0March"));
	}

	@Test
	void inlinesBecomeTheirRecords() {
		assertThat(words("""
				<paragraph><emphasis>a</emphasis> <link to="https://example.org/x">b</link> <badge tone="WATCH">Amber</badge></paragraph>"""))
			.containsExactly(new Inline.Emphasis("a"), new Inline.Words(" "), new Inline.Link("https://example.org/x", "b"),
					new Inline.Words(" "), new Inline.Badge(Tone.WATCH, "Amber"));
	}

	@Test
	void valuesInSentencesPrintAsInCells() {
		assertThat(words("""
				<paragraph>Up to <percent value="56.05" decimals="1"/> on <day date="2021-03-31"/>.</paragraph>"""))
			.containsExactly(new Inline.Words("Up to 56.1% on 31 March 2021."));
	}

	@Test
	void cellsKeepTheTypeOfTheirValue() {
		var row = table("""
				<cell>Words</cell><cell><number value="1234.5" decimals="1"/></cell><cell><percent value="56.1" decimals="1"/></cell>
				<cell><money value="1200"/></cell><cell><day date="2021-03-31"/></cell><cell/>""", 6);
		assertThat(row).containsExactly(Cell.of("Words"), Cell.of(new Value.Number(new BigDecimal("1234.5"), 1)),
				Cell.of(new Value.Percent(new BigDecimal("56.1"), 1)), Cell.of(new Value.Money(new BigDecimal("1200"), 0)),
				Cell.of(new Value.Day(LocalDate.of(2021, 3, 31))), new Cell(List.of(), new Value.None()));
	}

	@Test
	void cellMayHoldAValueBesideABadge() {
		var row = table("<cell><percent value=\"70\"/> <badge tone=\"concern\">Red</badge></cell>", 1);
		assertThat(row.getFirst()).isEqualTo(new Cell(
				List.of(new Inline.Words("70% "), new Inline.Badge(Tone.CONCERN, "Red")), new Value.Percent(new BigDecimal("70"), 0)));
	}

	@Test
	void wordsInAValueStandInPlaceOfItsPrinting() {
		var row = table("<cell><day date=\"2016-12-31\">Dec 2016</day></cell>", 1);
		assertThat(row.getFirst()).isEqualTo(
				new Cell(List.of(new Inline.Words("Dec 2016")), new Value.Day(LocalDate.of(2016, 12, 31))));
	}

	@Test
	void blankValueIsNone() {
		assertThat(table("<cell><day date=\"\"/></cell>", 1).getFirst()).isEqualTo(new Cell(List.of(), new Value.None()));
	}

	@Test
	void tableHasColumnsRowsAndWordsForEmptiness() {
		var table = (Block.Table) only("""
				<table caption="Actions" if-empty="No actions."><column heading="Ref" row-header="yes"/>
				<column heading="Days" weight="3" align="end"/></table>""");
		assertThat(table.columns()).containsExactly(new Block.Table.Column("Ref", 1, Block.Table.Align.START, true),
				new Block.Table.Column("Days", 3, Block.Table.Align.END, false));
		assertThat(table.ifEmpty()).isEqualTo("No actions.");
	}

	@Test
	void chartKeepsGaps() {
		var chart = (Block.Chart) only("""
				<chart caption="C" alternative="Rises" unit="%" decimals="1"><period>Q1</period><period>Q2</period>
				<line name="Actual"><point value="3.5"/><point/></line>
				<line name="Target" kind="target"><point value="4"/><point value=""/></line></chart>""");
		assertThat(chart.lines()).containsExactly(
				new Block.Chart.Line("Actual", Block.Chart.Kind.ACTUAL, Arrays.asList(new BigDecimal("3.5"), null)),
				new Block.Chart.Line("Target", Block.Chart.Kind.TARGET, Arrays.asList(new BigDecimal("4"), null)));
	}

	@Test
	void chartKeepsMarksAndEvents() {
		var chart = (Block.Chart) only("""
				<chart caption="C" alternative="Rises"><period>Q1</period><period>Q2</period>
				<line name="Actual"><point value="3.5" mark="" note=""/><point value="9" mark="concern" note="above the upper limit"/></line>
				<event period="Q2">A team began.</event></chart>""");
		assertThat(chart.lines().getFirst().mark(0)).isNull();
		assertThat(chart.lines().getFirst().mark(1)).isEqualTo(new Block.Chart.Mark(Block.Chart.Reading.CONCERN, "above the upper limit"));
		assertThat(chart.events()).containsExactly(new Block.Chart.Event("Q2", "A team began."));
	}

	@Test
	void sparklineStandsAmongWordsAndKeepsItsGaps() {
		var paragraph = (Block.Paragraph) only("""
				<paragraph>Since May <sparkline alternative="Rises from 3 to 5." decimals="1"><point value="3"/><point/><point value="5"/></sparkline> so far</paragraph>""");
		assertThat(paragraph.words()).containsExactly(new Inline.Words("Since May "),
				new Inline.Sparkline("Rises from 3 to 5.", 1, Arrays.asList(new BigDecimal("3"), null, new BigDecimal("5"))), new Inline.Words(" so far"));
		assertThat(Inline.plain(paragraph.words())).isEqualTo("Since May Rises from 3 to 5. so far");
	}

	@Test
	void otherBlocksBecomeTheirRecords() {
		var document = read("f.ftlx", pack("""
				<numbered style="roman"><item>a</item></numbered>
				<picture file="map.png" alternative="A map" width="120"/>
				<callout tone="concern" title="Risk"><paragraph>a</paragraph><paragraph>b</paragraph></callout>
				<callout tone="good" title="Good">straight</callout>
				<scorecard caption="S"><tile label="Overdue" note="up two"><number value="7"/><badge tone="concern">Red</badge></tile>
				<tile label="State">Open</tile></scorecard>
				<form caption="F"><field label="Ward">All</field><field label="Portfolio" beside="yes">Children</field></form>
				<ticks caption="T" label="Priorities"><tick mark="x">Safe</tick><tick>Green</tick></ticks>
				<page-break/>"""), file -> file.equals("map.png") ? Bytes.of(PNG) : null);
		var none = new Position("f.ftlx", 0);
		assertThat(document.blocks().stream().map(MarkupReaderTests::unplaced)).containsExactly(
				new Block.Numbered(none, Block.Numbered.Style.ROMAN, List.of(List.of(new Inline.Words("a")))),
				new Block.Picture(none, "A map", "map.png", Bytes.of(PNG), 120),
				new Block.Callout(none, Tone.CONCERN, "Risk", List.of(List.of(new Inline.Words("a")), List.of(new Inline.Words("b")))),
				new Block.Callout(none, Tone.GOOD, "Good", List.of(List.of(new Inline.Words("straight")))),
				new Block.Scorecard(none, "S", List.of(
						new Block.Scorecard.Tile("Overdue", new Value.Number(new BigDecimal("7"), 0), new Inline.Badge(Tone.CONCERN, "Red"), "up two"),
						new Block.Scorecard.Tile("State", new Value.Text("Open"), null, ""))),
				new Block.FormTable(none, "F", List.of(new Block.FormTable.Field("Ward", List.of(List.of(new Inline.Words("All")))),
						new Block.FormTable.Field("Portfolio", List.of(List.of(new Inline.Words("Children"))), true))),
				new Block.Ticks(none, "T", "Priorities", List.of(new Block.Ticks.Tick(List.of(new Inline.Words("Safe")), "x"),
						new Block.Ticks.Tick(List.of(new Inline.Words("Green")), ""))),
				new Block.PageBreak(none));
	}

	@Test
	void blocksCarryTheLineOfTheTemplate() {
		assertThat(only("<paragraph at=\"_shared/macros.ftlx:12\">a</paragraph>").at()).isEqualTo(new Position("_shared/macros.ftlx", 12));
		assertThat(only("\n\n<paragraph>a</paragraph>").at()).isEqualTo(new Position("f.ftlx", 3));
	}

	@Test
	void linkMayGoToASectionOfThePack() {
		read(pack("<section title=\"Front door\"><paragraph><link to=\"#front-door\">here</link></paragraph></section>"));
	}

	/// The parser counts entities to stop bombs; ampersands of ordinary words are none.
	@Test
	void largeTableWithManyEscapedCharactersIsRead() {
		var row = "<row>" + "<cell>Health &amp; care &lt;draft&gt; &#163;</cell>".repeat(8) + "</row>";
		var table = (Block.Table) only("<table caption=\"T\">" + "<column heading=\"H\"/>".repeat(8) + row.repeat(5000) + "</table>");
		assertThat(table.rows()).hasSize(5000);
		assertThat(table.rows().getLast().cells().getLast()).isEqualTo(Cell.of("Health & care <draft> £"));
	}

	private static Block unplaced(Block block) {
		var none = new Position("f.ftlx", 0);
		return switch (block) {
			case Block.Numbered(_, var style, var items) -> new Block.Numbered(none, style, items);
			case Block.Picture(_, var words, var file, var image, var width) -> new Block.Picture(none, words, file, image, width);
			case Block.Callout(_, var tone, var title, var paragraphs) -> new Block.Callout(none, tone, title, paragraphs);
			case Block.Scorecard(_, var caption, var tiles) -> new Block.Scorecard(none, caption, tiles);
			case Block.FormTable(_, var caption, var fields) -> new Block.FormTable(none, caption, fields);
			case Block.Ticks(_, var caption, var label, var ticks) -> new Block.Ticks(none, caption, label, ticks);
			case Block.PageBreak _ -> new Block.PageBreak(none);
			default -> block;
		};
	}

	private static void collect(List<Block> blocks, List<String> numbers) {
		for (Block block : blocks) {
			if (block instanceof Block.Section section) {
				numbers.add("s " + section.number());
				collect(section.blocks(), numbers);
			}
			if (block instanceof Block.Paragraph paragraph) {
				numbers.add("p " + paragraph.number());
			}
		}
	}

	private static List<Inline> words(String paragraph) {
		return ((Block.Paragraph) only(paragraph)).words();
	}

	private static List<Cell> table(String cells, int columns) {
		var table = "<table caption=\"T\">" + "<column heading=\"H\"/>".repeat(columns) + "<row>" + cells + "</row></table>";
		return ((Block.Table) only(table)).rows().getFirst().cells();
	}

	private static Block only(String block) {
		return read(pack(block)).blocks().getFirst();
	}

	private static String pack(String blocks) {
		return "<pack title=\"T\" as-at=\"2021-03-31\">" + blocks + "</pack>";
	}

	private static PackDocument read(String markup) {
		return read("f.ftlx", markup, PictureSource.NONE);
	}

	private static PackDocument read(String file, String markup, PictureSource pictures) {
		var result = new MarkupReader().read(file, new StringReader(markup), pictures);
		assertThat(result).isInstanceOf(MarkupResult.Good.class);
		return ((MarkupResult.Good) result).document();
	}

}

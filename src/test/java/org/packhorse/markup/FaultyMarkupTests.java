package org.packhorse.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultyMarkupTests {

	/// What is wrong | what the fault says | what the remedy says.
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			<paragrph>a</paragrph> | <paragrph> is not an element of pack markup | Did you mean paragraph?
			<p>a</p> | <p> is not an element | Write <paragraph>
			<wibble/> | <wibble> is not an element | Known here: bullets, callout
			<section/> | <section> has no title | Write <section title="…">
			<section title=""/> | a section's title must not be blank | leave the <section> out
			<section title="A" colour="red"/> | <section> knows no attribute colour | Known here: id, numbered, title
			<section titel="A"/> | <section> knows no attribute titel | Did you mean title?
			<section title="A">words</section> | Words stand straight in <section>: "words" | Put them in a <paragraph>
			<section title="A" id="Front Door"/> | <section> has id="Front Door" | small letters, digits and hyphens
			<row><cell/></row> | <row> may not stand straight in <pack> | It belongs in <table>
			<paragraph><table caption="a"/></paragraph> | <table> may not stand straight in <paragraph> | It belongs in <pack>, <section>
			<paragraph><strong><emphasis>a</emphasis></strong></paragraph> | <emphasis> may not stand straight in <strong> | It belongs in
			<paragraph/> | <paragraph> is empty | leave it out with <#if>
			<paragraph><strong> </strong></paragraph> | strong words must not be blank | leave it out with <#if>
			<paragraph><badge tone="red">Red</badge></paragraph> | <badge> has tone="red" | Write one of done, good, watch, concern, unknown
			<paragraph><badge tone="good"/></paragraph> | a badge's words must not be blank | Give <badge> words
			<paragraph><link to="#elsewhere">a</link></paragraph> | The link goes to #elsewhere, and no section has that id | None may stand
			<paragraph><link to="javascript:alert(1)">a</link></paragraph> | The link goes to "javascript:alert(1)" | https://…, mailto:… or #section-id
			<paragraph><link to="http://example.org">a</link></paragraph> | The link goes to "http://example.org" | https://…
			<paragraph><number value="1,234"/></paragraph> | <number> has value="1,234" | no thousands comma
			<paragraph><number value="1e999999999"/></paragraph> | <number> has value="1e999999999" | Write a plain number
			<paragraph><number value="1" decimals="13"/></paragraph> | <number> has decimals="13" | Write a whole number from 0 to 12
			<paragraph><money value="1" decimals="1"/></paragraph> | <money> has decimals="1" | 0 for pounds or 2 for pence
			<paragraph><day date="31/03/2021"/></paragraph> | <day> has date="31/03/2021" | Write a day as 2021-03-31
			<paragraph numbered="maybe">a</paragraph> | <paragraph> has numbered="maybe" | Write yes or no
			<bullets/> | a bulleted list must not be empty | leave the <bullets> out
			<table caption="a"/> | a table's header row must not be empty | Fill it in
			<table caption=""><column heading="a"/></table> | a table's caption must not be blank | Fill it in
			<table caption="a"><column heading="a" weight="0"/></table> | <column> has weight="0" | from 1 to 100
			<table caption="a"><column heading="a"/><row><cell/><cell/></row></table> | The row has 2 cells, the table has 1 column | Write a <cell> for each <column>
			<table caption="a"><column heading="a"/><row><cell><number value="1"/><number value="2"/></cell></row></table> | <cell> has 2 values | Leave one value
			<chart caption="a" alternative=""><period>Q1</period><line name="x"><point/></line></chart> | a chart's text alternative must not be blank | Fill it in
			<chart caption="a" alternative="b"><period>Q1</period><line name="x"/></chart> | The line has 0 points, the chart has 1 period | a gap is <point/>
			<chart caption="a" alternative="b"><period>Q1</period><line name="x"><point value="1" mark="concern"/></line></chart> | <point> has a mark but no note | Say in note="…"
			<chart caption="a" alternative="b"><period>Q1</period><line name="x"><point mark="concern" note="c"/></line></chart> | <point> has a mark but no value | Mark points that have a value only
			<chart caption="a" alternative="b"><period>Q1</period><line name="x"><point value="1" mark="bad" note="c"/></line></chart> | <point> has mark="bad" | Write one of improvement, concern, neutral
			<chart caption="a" alternative="b"><period>Q1</period><line name="x"><point value="1"/></line><event period="Q3">c</event></chart> | An event is in "Q3", which is no period of the chart | Did you mean Q1?
			<chart caption="a" alternative="b"><period>Q1</period><line name="x"><point value="1"/></line><event period="Q1"/></chart> | an event's words must not be blank | leave the <event> out
			<paragraph><sparkline alternative=""><point value="1"/></sparkline></paragraph> | a sparkline's text alternative must not be blank | Give <sparkline> words
			<paragraph><sparkline alternative="a"/></paragraph> | a sparkline's points must not be empty | leave it out with <#if>
			<picture file="no.png" alternative="b"/> | There is no picture no.png | Put a PNG or JPEG file
			<picture file="/etc/passwd" alternative="b"/> | There is no picture /etc/passwd | Put a PNG or JPEG file
			<callout title="a" tone="good">b<paragraph>c</paragraph></callout> | <callout> has words beside its paragraphs | Put all words in <paragraph>
			<scorecard caption="a"><tile label="b"><badge tone="good">c</badge><badge tone="good">d</badge></tile></scorecard> | <tile> has 2 badges | Leave one
			<page-break>a</page-break> | Words stand straight in <page-break> | holds no words
			""")
	void faultIsNamedWithItsLineAndARemedy(String markup, String fault, String remedy) {
		var problems = problems(pack("\n\n" + markup));
		assertThat(problems).anySatisfy(problem -> {
			assertThat(problem.file()).isEqualTo("p/document.ftlx");
			assertThat(problem.line()).isEqualTo(3);
			assertThat(problem.fault()).contains(fault);
			assertThat(problem.remedy()).contains(remedy);
		});
	}

	@Test
	void everyFaultIsNamedAtOnce() {
		var problems = problems(pack("""
				<section/>
				<paragraph><badge tone="red">a</badge></paragraph>
				<table caption="a"><column heading="b"/>
				<row/></table>"""));
		assertThat(problems).extracting(MarkupProblem::line).containsExactlyInAnyOrder(1, 2, 4);
	}

	@Test
	void missingTitleIsSaidOnce() {
		assertThat(problems(pack("<section/>"))).hasSize(1);
	}

	@Test
	void faultOfALoopIsSaidOnce() {
		assertThat(problems(pack("<paragrph at=\"p/document.ftlx:7\"/>".repeat(500)))).hasSize(1);
	}

	@Test
	void idGivenTwiceNamesTheFirst() {
		var problems = problems(pack("<section title=\"A\" id=\"x\"/>\n<section title=\"B\" id=\"x\"/>"));
		assertThat(problems).containsExactly(new MarkupProblem("p/document.ftlx", 2,
				"The id x is given twice; the first is at p/document.ftlx, line 1", "Give each section its own id"));
	}

	@Test
	void linkToAMisspeltSectionSuggestsTheNearest() {
		var problems = problems(pack("<section title=\"Front door\"><paragraph><link to=\"#front-dor\">a</link></paragraph></section>"));
		assertThat(problems).singleElement().extracting(MarkupProblem::remedy).isEqualTo("Did you mean front-door?");
	}

	@Test
	void packWithoutDateOrTitleIsRefused() {
		assertThat(problems("<pack title=\"\"/>")).extracting(MarkupProblem::fault)
			.containsExactlyInAnyOrder("<pack> has no as-at", "<pack> has a blank title");
	}

	@Test
	void otherRootIsRefused() {
		assertThat(problems("<html/>")).extracting(MarkupProblem::remedy).contains("Put everything in one <pack> element");
	}

	@Test
	void sectionsSixDeepAreRefused() {
		var problems = problems(pack("<section title=\"A\">".repeat(6) + "</section>".repeat(6)));
		assertThat(problems).singleElement().extracting(MarkupProblem::fault).isEqualTo("Sections stand 6 deep in each other");
	}

	@Test
	void elementThatIsNotClosedIsNamed() {
		var problems = problems("<pack title=\"T\" as-at=\"2021-03-31\">\n<section title=\"A\" at=\"p/document.ftlx:42\">\n</pack>");
		assertThat(problems).containsExactly(new MarkupProblem("p/document.ftlx", 42, "<section> is not closed where it should be",
				"Write </section>, and close elements in the order opposite to opening"));
	}

	@Test
	void bareAmpersandIsNamedNearItsLine() {
		var problems = problems(pack("<paragraph at=\"p/document.ftlx:9\">Health & care</paragraph>"));
		assertThat(problems).singleElement().satisfies(problem -> {
			assertThat(problem.line()).isEqualTo(9);
			assertThat(problem.remedy()).contains("&amp;");
		});
	}

	@Test
	void emptyMarkupIsRefused() {
		assertThat(problems("")).isNotEmpty();
	}

	@Test
	void documentTypeIsRefused() {
		assertThat(problems("<!DOCTYPE pack [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><pack title=\"&b;\" as-at=\"2021-03-31\"/>"))
			.singleElement()
			.extracting(MarkupProblem::fault)
			.asString()
			.contains("<!DOCTYPE");
	}

	@Test
	void externalEntityIsNeverRead() {
		assertThat(problems("<!DOCTYPE pack [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><pack title=\"T\" as-at=\"2021-03-31\"><paragraph>&a;</paragraph></pack>"))
			.singleElement()
			.extracting(MarkupProblem::fault)
			.asString()
			.contains("<!DOCTYPE");
	}

	@Test
	void unknownEntityIsRefused() {
		assertThat(problems(pack("<paragraph>a</paragraph>\n<paragraph>&nbsp;</paragraph>"))).singleElement().satisfies(problem -> {
			assertThat(problem.line()).isEqualTo(2);
			assertThat(problem.fault()).isEqualTo("&nbsp; is not known in pack markup");
		});
	}

	@Test
	void processingInstructionIsRefused() {
		assertThat(problems(pack("<?php x?>"))).singleElement().extracting(MarkupProblem::fault).asString().contains("processing instruction");
	}

	@Test
	void deepNestingIsRefused() {
		assertThat(problems("<pack>".repeat(5000))).extracting(MarkupProblem::fault).anySatisfy(fault -> assertThat(fault).contains("40 deep"));
	}

	private static String pack(String blocks) {
		return "<pack title=\"T\" as-at=\"2021-03-31\">" + blocks + "</pack>";
	}

	private static List<MarkupProblem> problems(String markup) {
		var result = new MarkupReader().read("p/document.ftlx", new StringReader(markup), PictureSource.NONE);
		assertThat(result).isInstanceOf(MarkupResult.Faulty.class);
		return ((MarkupResult.Faulty) result).problems();
	}

}

package org.packhorse.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.packhorse.document.Block;
import org.packhorse.document.Inline;
import org.packhorse.document.Position;
import org.packhorse.template.Frozen.Model;

class PackTemplateTests {

	@Test
	void modelComponentsAreTheVariables() {
		assertThat(words("${name}, ${lines[1].ref}, ${counts.RED}")).isEqualTo("Health & <care>, A2, 2");
	}

	@Test
	void dataCannotBringMarkupIn() {
		var template = PackTemplate.of(Frozen.content("<section title=\"${name}\"><paragraph>${name}</paragraph></section>").templates());
		var hostile = "</paragraph><section title=\"x\"/>\" onclick=' & ]]> <!DOCTYPE x> ${1+1}";
		var section = (Block.Section) template.document(Model.EXAMPLE.named(hostile)).blocks().getFirst();
		assertThat(section.title()).isEqualTo(hostile);
		assertThat(section.blocks()).hasSize(1);
		assertThat(Inline.plain(((Block.Paragraph) section.blocks().getFirst()).words())).isEqualTo(hostile);
	}

	@Test
	void markupThatDataBringThroughAMacroStaysEscaped() {
		assertThat(plain("<#macro m><paragraph><#nested></paragraph></#macro><#assign x>${name}</#assign><@m>${x}</@m>"))
			.isEqualTo("Health & <care>");
	}

	@Test
	void numbersAndDaysInAttributesArePlain() {
		assertThat(words("<number value=\"${share}\" decimals=\"1\"/> <day date=\"${asAt}\"/>")).isEqualTo("1,234.5 31 March 2021");
	}

	@Test
	void functionsPrintAsCellsDo() {
		assertThat(words("${day(asAt)}|${month(asAt)}|${number(share, 1)}|${percent(56.05, 1)}|${money(1200)}"))
			.isEqualTo("31 March 2021|March 2021|1,234.5|56.1%|£1,200");
		assertThat(words("${count(1, 'action', 'actions')}|${count(1200, 'action', 'actions')}|${listed(['a', 'b', 'c'])}|${listed(['a'])}"))
			.isEqualTo("1 action|1,200 actions|a, b and c|a");
	}

	@Test
	void daysCanBeCompared() {
		assertThat(words("<#if asAt == asAt>same</#if>")).isEqualTo("same");
	}

	@Test
	void enumsAndRecordsHaveTheirOwnReadings() {
		assertThat(words("${kind}, ${kind.words}, ${lines[0].whole}")).isEqualTo("NOT_STARTED, not started, A1 one");
	}

	@Test
	void packAndMarkingStandBesideTheModel() {
		var frozen = Frozen.content("<paragraph>${pack.title} ${marking} ${pack.numbered}</paragraph>")
			.with("houses/default/house.yml", "marking: {members: OFFICIAL}");
		assertThat(first(frozen)).isEqualTo("My pack OFFICIAL no");
	}

	@Test
	void workbookHasItsOwnTemplateWhenThereIsOne() {
		var own = Frozen.content("<paragraph>a</paragraph>").with("p/workbook.ftlx", "<pack title=\"W\" as-at=\"2021-03-31\"/>");
		assertThat(PackTemplate.of(own.templates()).workbook(Model.EXAMPLE).cover().title()).isEqualTo("W");
		assertThat(PackTemplate.of(Frozen.content("").templates()).workbook(Model.EXAMPLE).cover().title()).isEqualTo("T");
	}

	@Test
	void blocksCarryTheLineInTheAuthorsFile() {
		var document = PackTemplate.of(Frozen.content("""
				<#-- a comment
				  of <paragraph> two lines -->
				<#list lines as line>
				<section title="${line.words}">
				  <paragraph>${"<not an element>"}</paragraph>
				</section>
				</#list>""").templates()).document(Model.EXAMPLE);
		assertThat(document.blocks()).extracting(Block::at)
			.containsExactly(new Position("p/document.ftlx", 5), new Position("p/document.ftlx", 5));
		assertThat(((Block.Section) document.blocks().getLast()).blocks()).extracting(Block::at)
			.containsExactly(new Position("p/document.ftlx", 6));
	}

	@Test
	void blocksOfAMacroCarryTheMacrosLine() {
		var frozen = Frozen.content("<#import \"/_shared/m.ftlx\" as m>\n<@m.say of=name/>")
			.with("_shared/m.ftlx", "<#macro say of>\n\n<paragraph>${of}</paragraph>\n</#macro>");
		assertThat(PackTemplate.of(frozen.templates()).document(Model.EXAMPLE).blocks().getFirst().at())
			.isEqualTo(new Position("_shared/m.ftlx", 3));
	}

	@Test
	void markupFaultNamesTheTemplatesLineNotTheOutputs() {
		var problems = problems(Frozen.content("<#list 1..50 as i>\n<paragraph>${i}</paragraph>\n</#list>\n<callout title=\"a\">b</callout>"));
		assertThat(problems).containsExactly(
				new TemplateProblem("p/document.ftlx", 5, "<callout> has no tone", "Write <callout tone=\"…\">"));
	}

	@Test
	void unknownNameIsNamedWithTheNearest() {
		assertThat(problems(Frozen.content("\n<paragraph>${nmae}</paragraph>"))).containsExactly(
				new TemplateProblem("p/document.ftlx", 3, "There is no 'nmae'", "Did you mean name?"));
	}

	@Test
	void unknownNameInARecordIsAFaultEvenWithADefault() {
		assertThat(problems(Frozen.content("<paragraph>${lines[0].reff!\"none\"}</paragraph>"))).containsExactly(
				new TemplateProblem("p/document.ftlx", 2, "There is no 'reff' here", "Did you mean ref?"));
	}

	@Test
	void missingValueIsNamed() {
		assertThat(problems(Frozen.content("<paragraph>${due}</paragraph>"))).containsExactly(new TemplateProblem("p/document.ftlx", 2,
				"'due' has no value here", "Write ${due!} where it may be empty, or put <#if due??> round it"));
	}

	@Test
	void missingValueMayBePrintedAsNothing() {
		assertThat(words("a${due!}<#if due??>b</#if>")).isEqualTo("a");
	}

	@Test
	void everyFaultOfTheDataIsNamedAtOnce() {
		assertThat(problems(Frozen.content("<paragraph>${a1}</paragraph>\n<paragraph>${b1}</paragraph>\n<paragraph>${day(name)}</paragraph>")))
			.extracting(TemplateProblem::line)
			.containsExactly(2, 3, 4);
	}

	@Test
	void templateThatCannotBeParsedIsNamedWithItsLine() {
		assertThat(problems(Frozen.content("<paragraph>a</paragraph>\n<#if name>")))
			.anySatisfy(problem -> assertThat(problem.fault()).startsWith("The template cannot be read: "))
			.allSatisfy(problem -> assertThat(problem.line()).isGreaterThan(1))
			.allSatisfy(problem -> assertThat(problem.file()).isEqualTo("p/document.ftlx"));
	}

	@Test
	void wordsWhereAListIsNeededAreNamedInOneSentence() {
		var problem = problems(Frozen.content("<#list name as n>${n}</#list>")).getFirst();
		assertThat(problem.line()).isEqualTo(2);
		assertThat(problem.fault())
			.isEqualTo("For \"#list\" list source: Expected a list, but this has evaluated to a string: name");
	}

	@Test
	void tagThatIsNotWellFormedIsNamedWithItsOwnLine() {
		assertThat(problems(Frozen.content("<paragraph>a</paragraph>\n<section title=${name}/>"))).singleElement()
			.extracting(TemplateProblem::line)
			.isEqualTo(3);
	}

	@Test
	void positionOfOnesOwnIsRefused() {
		assertThat(problems(Frozen.content("<paragraph>a</paragraph>\n<paragraph at=\"x\">a</paragraph>"))).containsExactly(
				new TemplateProblem("p/document.ftlx", 3, "An element has an attribute at", "Take it out; lines are counted without it"));
	}

	@Test
	void authorsOwnStopIsSaid() {
		assertThat(problems(Frozen.content("<#stop \"No sections.\">"))).singleElement()
			.extracting(TemplateProblem::fault)
			.asString()
			.contains("No sections");
	}

	@Test
	void lineBreakOfAWordProcessorBecomesASpace() {
		var template = PackTemplate.of(Frozen.content("<paragraph>${name}</paragraph>").templates());
		var paragraph = (Block.Paragraph) template.document(Model.EXAMPLE.named("one\u000Btwo")).blocks().getFirst();
		assertThat(Inline.plain(paragraph.words())).isEqualTo("one two");
	}

	@Test
	void controlCharacterInDataIsNamedWithItsWords() {
		var template = PackTemplate.of(Frozen.content("<paragraph>${name}</paragraph>").templates());
		assertThatExceptionOfType(FaultyTemplate.class).isThrownBy(() -> template.document(Model.EXAMPLE.named("one\u0001two")))
			.satisfies(fault -> assertThat(fault.problems()).containsExactly(new TemplateProblem("p/document.ftlx", 2,
					"The data hold a control character (U+0001) in \"one·two\"",
					"Take the character out of the table that the words come from, and load it again")));
	}

	@Test
	void missingDocumentIsNamed() {
		var frozen = new FrozenTemplates("p", "default", new java.util.TreeMap<>());
		assertThatExceptionOfType(FaultyTemplate.class).isThrownBy(() -> PackTemplate.of(frozen))
			.satisfies(fault -> assertThat(fault.problems()).extracting(TemplateProblem::file)
				.contains("p/document.ftlx", "p/pack.yml", "houses/default/house.yml"));
	}

	static List<TemplateProblem> problems(Frozen frozen) {
		try {
			PackTemplate.of(frozen.templates()).document(Model.EXAMPLE);
		}
		catch (FaultyTemplate fault) {
			return fault.problems();
		}
		return List.of();
	}

	private static String words(String words) {
		return plain("<paragraph>" + words + "</paragraph>");
	}

	private static String plain(String content) {
		return first(Frozen.content(content));
	}

	private static String first(Frozen frozen) {
		var document = PackTemplate.of(frozen.templates()).document(Model.EXAMPLE);
		return Inline.plain(((Block.Paragraph) document.blocks().getFirst()).words());
	}

}

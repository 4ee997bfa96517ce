package org.packhorse.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FtlxSourceTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			<row> | <row at="f:1">
			<page-break/> | <page-break at="f:1"/>
			<cell a="1"> | <cell at="f:1" a="1">
			<section<#if x> id="a"</#if>> | <section at="f:1"<#if x> id="a"</#if>>
			<#if (a > 1)><row></#if> | <#if (a > 1)><row at="f:1"></#if>
			<#list xs?filter(x -> x.due??) as x><row></#list> | <#list xs?filter(x -> x.due??) as x><row at="f:1"></#list>
			<#assign a = "<row> }"><row> | <#assign a = "<row> }"><row at="f:1">
			${{"a": "}<row>"}.a}<row> | ${{"a": "}<row>"}.a}<row at="f:1">
			${'it\\'s <row>'}<row> | ${'it\\'s <row>'}<row at="f:1">
			${r"${<row>\\"}<row> | ${r"${<row>\\"}<row at="f:1">
			${"a${b["}"]}c"}<row> | ${"a${b["}"]}c"}<row at="f:1">
			<@m a="x > y" b=(1 > 2)/><row> | <@m a="x > y" b=(1 > 2)/><row at="f:1">
			</@m><row> | </@m><row at="f:1">
			1 < 2 and it's<row> | 1 < 2 and it's<row at="f:1">
			""")
	void startTagsAndNothingElseTakeTheirLine(String source, String expected) {
		var scanned = new FtlxSource("f", source);
		assertThat(scanned.text()).isEqualTo(expected);
		assertThat(scanned.problems()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "<#-- <row> ${x?new} -->", "<#noparse><row> ${x?new()}</#noparse>", "</row>", "a < b", "<#-- never closed <row>",
			"${never closed <row>", "<#if never closed" })
	void restStaysAsItIs(String source) {
		var scanned = new FtlxSource("f", source);
		assertThat(scanned.text()).isEqualTo(source);
		assertThat(scanned.problems()).isEmpty();
	}

	@Test
	void linesAreCountedThroughEverything() {
		assertThat(new FtlxSource("f", "<#--\n-->\n${\n\"\n\"}\n<#if\nx><row>").text()).endsWith("<row at=\"f:7\">");
	}

	@Test
	void sharedMacrosWork() throws Exception {
		var frozen = Frozen.content("""
				<#import "/_shared/macros.ftlx" as shared>
				<section title="S">
				<@shared.paragraphs of="One & two\n\n  Three"/>
				<@shared.paragraphs of=due!/>
				<@shared.bullets of=["a", "b"]/>
				<@shared.bullets of=[] ifEmpty="Nobody."/>
				</section>""").with("_shared/macros.ftlx", Files.readString(Path.of("report-templates/_shared/macros.ftlx")));
		var section = (org.packhorse.document.Block.Section) PackTemplate.of(frozen.templates()).document(Frozen.Model.EXAMPLE).blocks().getFirst();
		assertThat(section.blocks()).extracting(block -> block.getClass().getSimpleName())
			.containsExactly("Paragraph", "Paragraph", "Bullets", "Paragraph");
	}

}

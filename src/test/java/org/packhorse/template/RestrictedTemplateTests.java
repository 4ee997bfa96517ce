package org.packhorse.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.File;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.packhorse.markup.MarkupIntake;
import org.packhorse.markup.PictureSource;
import org.packhorse.template.Frozen.Model;

/// What somebody could try who may write templates or data, and no more.
class RestrictedTemplateTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			${"freemarker.template.utility.Execute"?new()("id")} | ?new
			${"freemarker.template.utility.Execute"? new()("id")} | ?new
			${"freemarker.template.utility.Execute"?<#-- -->new()("id")} | ?new
			<#assign x = "freemarker.template.utility.ObjectConstructor"?new()> | ?new
			<#if true><#assign y>${'a${"x"?new()}b'}</#assign></#if> | ?new
			${name?api.class} | ?api
			${"<#include '/etc/passwd'>"?interpret} | ?interpret
			<@"<paragraph>a</paragraph>"?interpret/> | ?interpret
			${"1+1"?eval} | ?eval
			${"[1]"?evalJson} | ?evalJson
			<paragraph>${name?no_esc}</paragraph> | ?no_esc
			<paragraph>${name?noEsc}</paragraph> | ?noEsc
			${"a"?left_pad(2000000000)} | ?left_pad
			<#noautoesc>${name}</#noautoesc> | <#noautoesc>
			<#outputFormat "plainText">${name}</#outputFormat> | <#outputformat>
			<#setting number_format="0.00"> | <#setting>
			<#attempt>${nothing}<#recover></#attempt> | <#attempt>
			<paragraph>${.now}</paragraph> | .now
			<paragraph><![CDATA[a]]></paragraph> | <!… (CDATA or DOCTYPE)
			""")
	void forbiddenWordsAreRefusedBeforeAnythingIsFilled(String content, String what) {
		var frozen = Frozen.content(content).templates();
		assertThatExceptionOfType(FaultyTemplate.class).isThrownBy(() -> PackTemplate.of(frozen))
			.satisfies(fault -> assertThat(fault.problems()).anySatisfy(problem -> {
				assertThat(problem.fault()).isEqualTo("Templates may not use " + what);
				assertThat(problem.line()).isEqualTo(2);
			}));
	}

	@Test
	void sameWordsInTextAreNoFault() {
		assertThat(PackTemplateTests.problems(Frozen.content("<paragraph>Is it ?new or .now? ${'what ?api'}</paragraph>"))).isEmpty();
	}

	/// Without the look at the source, FreeMarker's own settings hold as well.
	@ParameterizedTest
	@ValueSource(strings = { "${\"freemarker.template.utility.Execute\"?new()(\"id\")}", "${name?api.class}" })
	void freemarkerItselfRefusesToo(String content) {
		var engine = new FtlxEngine(Frozen.content(content).templates());
		assertThat(engine.fill("p/document.ftlx", Map.of("name", "x"), intake())).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "${lines[0].class}", "${lines[0].getClass()}", "${lines[0].class.name}", "${kind.class}", "${kind.declaringClass}",
			"${lines.class}", "${lines.getClass()}", "${name.class}", "${name.bytes}", "${counts.class}", "${asAt.class}", "${lines[0].hashCode()}",
			"${lines.add(1)}", "${counts.put('a', 1)}", "${day.class}" })
	void noWayLeadsFromTheModelToJava(String expression) {
		assertThat(PackTemplateTests.problems(Frozen.content("<paragraph>" + expression + "</paragraph>"))).isNotEmpty();
	}

	@Test
	void objectsOfJavaCannotBePrinted() {
		var template = PackTemplate.of(Frozen.content("<paragraph>${odd}</paragraph>").templates());
		assertThatExceptionOfType(FaultyTemplate.class).isThrownBy(() -> template.document(Model.EXAMPLE.with(new File("/"))))
			.withMessageContaining("A File stands in the model");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/etc/passwd", "../../../etc/passwd", "../q/document.ftlx", "/q/document.ftlx", "file:///etc/passwd",
			"pack.yml", "/houses/default/house.yml", "http://example.org/x.ftlx", "classpath:x.ftlx" })
	void onlyTemplatesOfThePackAndSharedOnesAreRead(String path) {
		var problems = PackTemplateTests.problems(Frozen.content("<#include \"" + path + "\">"));
		assertThat(problems).singleElement().satisfies(problem -> {
			assertThat(problem.line()).isEqualTo(2);
			assertThat(problem.file()).isEqualTo("p/document.ftlx");
			assertThat(problem.fault()).doesNotContain("root:").doesNotContain("freemarker.");
		});
	}

	@Test
	void loopThatWritesWithoutEndIsStopped() {
		assertThat(PackTemplateTests.problems(Frozen.content("<#list 1.. as i>" + "x".repeat(10_000) + "</#list>"))).singleElement()
			.extracting(TemplateProblem::fault)
			.asString()
			.contains("writes more than 200000000 characters");
	}

	@Test
	void loopThatDoesNotEndIsStopped() {
		var engine = new FtlxEngine(Frozen.content("<#list 1.. as i></#list>").templates(), Duration.ofMillis(100));
		assertThat(engine.fill("p/document.ftlx", Map.of(), intake())).singleElement()
			.extracting(TemplateProblem::fault)
			.asString()
			.contains("takes longer than");
	}

	@Test
	void loopInASharedTemplateIsStoppedToo() {
		var frozen = Frozen.content("<#include \"/_shared/a.ftlx\">").with("_shared/a.ftlx", "<#list 1.. as i></#list>");
		var engine = new FtlxEngine(frozen.templates(), Duration.ofMillis(100));
		assertThat(engine.fill("p/document.ftlx", Map.of(), intake())).singleElement()
			.extracting(TemplateProblem::fault)
			.asString()
			.contains("takes longer than");
	}

	@Test
	void macroThatCallsItselfWithoutEndIsStopped() {
		assertThat(PackTemplateTests.problems(Frozen.content("<#macro m><@m/></#macro><@m/>"))).singleElement()
			.extracting(TemplateProblem::fault)
			.isEqualTo("A macro or function calls itself without end");
	}

	@Test
	void documentTypeInTheOutputIsRefused() {
		var bomb = "${'<'?keep_before('x')}!DOCTYPE pack [<!ENTITY a 'aaaa'>]>";
		assertThat(PackTemplateTests.problems(Frozen.document(bomb + "<pack title=\"T\" as-at=\"2021-03-31\"/>"))).isNotEmpty();
		assertThat(PackTemplateTests.problems(Frozen.document("<!DOCTYPE pack><pack title=\"T\" as-at=\"2021-03-31\"/>"))).isNotEmpty();
	}

	private static MarkupIntake intake() {
		return new MarkupIntake("p/document.ftlx", PictureSource.NONE, MarkupIntake.COLUMNS_OF_A_PAGE);
	}

}

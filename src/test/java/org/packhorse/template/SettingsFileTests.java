package org.packhorse.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.packhorse.document.Bytes;

class SettingsFileTests {

	@Test
	void nestedMapsAreFlat() {
		var file = read("title: A\nmarking:\n  public: x\n  members: y\nformats: [docx, pdf]\nempty:\n");
		assertThat(file.values()).containsExactly(java.util.Map.entry("title", "A"), java.util.Map.entry("marking.public", "x"),
				java.util.Map.entry("marking.members", "y"), java.util.Map.entry("formats", "docx, pdf"), java.util.Map.entry("empty", ""));
		assertThat(file.settings().get("marking.members").line()).isEqualTo(4);
		assertThat(file.list("formats")).containsExactly("docx", "pdf");
		assertThat(file.problems()).isEmpty();
	}

	@Test
	void valuesStayAsTheyAreWritten() {
		var file = read("a: 1E3456\nb: 000000\nc: 2021-03-31\nd: no\ne: 0.70");
		assertThat(file.values().values()).containsExactly("1E3456", "000000", "2021-03-31", "no", "0.70");
	}

	@Test
	void typedReadingsTakeGoodValues() {
		var file = read("whole: 62\nnumber: 0.70\nyes: yes\nno: no");
		assertThat(file.whole("whole", 1, 1, 100)).isEqualTo(62);
		assertThat(file.number("number", BigDecimal.ONE)).isEqualTo(new BigDecimal("0.70"));
		assertThat(file.yes("yes", false)).isTrue();
		assertThat(file.yes("no", true)).isFalse();
		assertThat(file.whole("absent", 7, 1, 100)).isEqualTo(7);
		assertThat(file.problems()).isEmpty();
	}

	@Test
	void badTypesAreNamedWithTheirLines() {
		var file = read("a: many\nb: 101\nc: maybe\nd: [1, 2]\ne: 1,5");
		file.whole("a", 1, 1, 100);
		file.whole("b", 1, 1, 100);
		file.yes("c", true);
		file.text("d", "");
		file.number("e", BigDecimal.ONE);
		assertThat(file.problems()).containsExactly(problem(1, "a is 'many'", "Write a whole number from 1 to 100"),
				problem(2, "b is '101'", "Write a whole number from 1 to 100"), problem(3, "c is 'maybe'", "Write yes or no"),
				problem(4, "d has a list of 2 values", "Write one value"), problem(5, "e is '1,5'", "Write a number such as 0.9"));
	}

	@Test
	void unknownKeyIsNamedWithTheNearest() {
		var file = read("title: A\nsilent-day: 62");
		file.allow(List.of("title", "silent-days"));
		assertThat(file.problems()).containsExactly(problem(2, "There is no setting silent-day", "Did you mean silent-days?"));
	}

	@Test
	void keySetTwiceNamesTheFirst() {
		assertThat(read("a: 1\nb: 2\na: 3").problems())
			.containsExactly(problem(3, "a is set twice; the first is in line 1", "Leave one of them"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			a: !!javax.script.ScriptEngineManager [x] | This is not well-formed YAML: Global tag is not allowed
			a: !own x | Anchors (&), aliases (*) and tags (!) may not stand in settings
			a: &x [lol] | Anchors (&), aliases (*) and tags (!) may not stand in settings
			a: [[1]] | a has an item that is not a plain value
			[1, 2]: x | A key must be a plain word
			a: {b: 1 | This is not well-formed YAML
			- a | The file holds no settings
			words | The file holds no settings
			""")
	void yamlThatSettingsDoNotNeedIsRefused(String yaml, String fault) {
		assertThat(read(yaml).problems()).first().satisfies(problem -> {
			assertThat(problem.fault()).startsWith(fault);
			assertThat(problem.line()).isPositive();
			assertThat(problem.remedy()).isNotBlank();
		});
	}

	@Test
	void billionLaughsStayOne() {
		assertThat(read("a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: [*c,*c]").problems()).isNotEmpty();
	}

	@Test
	void deepNestingIsRefused() {
		assertThat(read("a: " + "[".repeat(50) + "]".repeat(50)).problems()).isNotEmpty();
	}

	@Test
	void emptyFileHasNoSettingsAndNoFaults() {
		assertThat(read("# nothing yet\n").problems()).isEmpty();
	}

	@Test
	void houseFillsInFromTheDefault() {
		var both = SettingsFile.read("houses/x/rules.yml", bytes("moves: 2"))
			.over(SettingsFile.read("houses/default/rules.yml", bytes("moves: 1\nstale-days: 35")));
		assertThat(both.values()).containsEntry("moves", "2").containsEntry("stale-days", "35");
		assertThat(both.settings().get("stale-days").file()).isEqualTo("houses/default/rules.yml");
	}

	@Test
	void faultsAreThrownTogether() {
		var file = read("a: 1");
		file.fault("a", "One", "Mend it");
		file.fault("b", "Two", "Write it");
		assertThatExceptionOfType(FaultyTemplate.class).isThrownBy(file::orThrow)
			.withMessage("s.yml, line 1: One. Mend it.\ns.yml: Two. Write it.");
	}

	private static SettingsFile read(String yaml) {
		return SettingsFile.read("s.yml", bytes(yaml));
	}

	private static Bytes bytes(String text) {
		return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
	}

	private static TemplateProblem problem(int line, String fault, String remedy) {
		return new TemplateProblem("s.yml", line, fault, remedy);
	}

}

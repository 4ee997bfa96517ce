package org.packhorse.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.packhorse.authority.Authority;
import org.packhorse.document.Block;
import org.packhorse.document.Cover;
import org.packhorse.writer.Look;
import org.packhorse.writer.PackFormat;

class TemplateFolderTests {

	private static final Path REAL = Path.of("report-templates");

	@TempDir
	private Path folder;

	/// What `_starter` asks of a model.
	record StarterModel(Authority authority, LocalDate asAt, boolean draft) {

		static final StarterModel EXAMPLE = new StarterModel(
				new Authority("X99000002", "Sampleford & Son", "", "", "", List.of()), LocalDate.of(2026, 3, 31), false);

	}

	@Test
	void everythingThatShipsIsFaultless() {
		assertThat(TemplateFolder.open(REAL).check()).isEmpty();
	}

	@Test
	void defaultHouseLooksPlain() {
		var house = HouseStyle.of(TemplateFolder.open(REAL).frozen("_starter", "default"));
		assertThat(house.look()).isEqualTo(Look.plain());
		assertThat(house.markings()).containsEntry(Audience.RESTRICTED, "OFFICIAL-SENSITIVE");
	}

	@Test
	void starterWorks() {
		var document = PackTemplate.of(TemplateFolder.open(REAL).frozen("_starter", "default")).document(StarterModel.EXAMPLE);
		assertThat(document.cover()).isEqualTo(new Cover("My first pack", "", "Sampleford & Son", "en-GB", "OFFICIAL",
				LocalDate.of(2026, 3, 31), false, false, List.of(new Cover.Fact("As at", "31 March 2026"))));
		assertThat(document.blocks()).hasSize(2);
	}

	@Test
	void anotherPackIsMadeFromTheStarterByFilesAlone() throws IOException {
		copyReal();
		copy(this.folder.resolve("_starter"), this.folder.resolve("scrutiny-report"));
		write("scrutiny-report/pack.yml", "title: Scrutiny report\naudience: public\nhouse: county\nnumbered: yes\nformats: [docx, pdf]\nsample-as-at: 2026-02-28");
		write("scrutiny-report/document.ftlx", """
				<#import "/_shared/macros.ftlx" as shared>
				<pack title="${pack.title}" as-at="${asAt}" numbered="${pack.numbered}">
				  <section title="Purpose"><@shared.paragraphs of="One\\n\\nTwo"/></section>
				</pack>
				""");
		write("houses/county/house.yml", "margin: 25");
		var templates = TemplateFolder.open(this.folder);
		assertThat(templates.check()).isEmpty();
		assertThat(templates.packs()).contains("scrutiny-report").doesNotContain("_starter", "_shared", "houses");
		assertThat(templates.houses()).contains("county", "default");
		assertThat(templates.settings("scrutiny-report")).isEqualTo(new PackSettings("scrutiny-report", "Scrutiny report", Audience.PUBLIC,
				"county", List.of(PackFormat.DOCX, PackFormat.PDF), "", "", true, "", List.of(), 62, List.of(PackSettings.Since.LAST_EDITION), "",
				LocalDate.of(2026, 2, 28), PackSettings.SmallNumbers.WITHHELD, "", List.of()));
		var template = PackTemplate.of(templates.frozen("scrutiny-report", "county"));
		var section = (Block.Section) template.document(StarterModel.EXAMPLE).blocks().getFirst();
		assertThat(section.blocks()).extracting(block -> ((Block.Paragraph) block).number()).containsExactly("1.1", "1.2");
		assertThat(template.house().look().marginMillimetres()).isEqualTo(25);
	}

	@Test
	void frozenHoldsWhatThePackNeedsAndNoMore() throws IOException {
		smallFolder();
		write("p/sample/actions.csv", "x");
		write("p/.hidden", "x");
		write("q/document.ftlx", "x");
		write("houses/other/house.yml", "");
		assertThat(TemplateFolder.open(this.folder).frozen("p", "default").files().keySet())
			.containsExactly("_shared/m.ftlx", "houses/default/house.yml", "houses/default/rules.yml", "p/document.ftlx", "p/pack.yml");
	}

	@Test
	void frozenBytesOutliveTheFolder() throws IOException {
		smallFolder();
		var frozen = TemplateFolder.open(this.folder).frozen("p", "default");
		write("p/document.ftlx", "gone");
		var again = new FrozenTemplates(frozen.pack(), frozen.house(), frozen.files());
		assertThat(PackTemplate.of(again).document(StarterModel.EXAMPLE).cover().title()).isEqualTo("T");
		assertThat(again.sha256()).isEqualTo(frozen.sha256()).matches("[0-9a-f]{64}");
	}

	@Test
	void hashFollowsNamesAndContents() throws IOException {
		smallFolder();
		var templates = TemplateFolder.open(this.folder);
		var before = templates.frozen("p", "default").sha256();
		assertThat(templates.frozen("p", "default").sha256()).isEqualTo(before);
		write("p/extra.txt", "");
		var more = templates.frozen("p", "default").sha256();
		write("p/extra.txt", "a");
		assertThat(more).isNotEqualTo(before).isNotEqualTo(templates.frozen("p", "default").sha256());
	}

	@Test
	void linkOutOfTheFolderIsRefused() throws IOException {
		smallFolder();
		Files.createSymbolicLink(this.folder.resolve("p/secret.png"), Path.of("/etc/hostname"));
		assertThatExceptionOfType(FaultyTemplate.class).isThrownBy(() -> TemplateFolder.open(this.folder).frozen("p", "default"))
			.withMessage("p/secret.png: A link stands in place of a file. Copy the file itself into the folder.");
	}

	@Test
	void unknownPackAndHouseAreNamedWithTheNearest() throws IOException {
		smallFolder();
		var templates = TemplateFolder.open(this.folder);
		assertThatIllegalArgumentException().isThrownBy(() -> templates.frozen("../p", "default")).withMessageContaining("There is no pack ../p");
		assertThatIllegalArgumentException().isThrownBy(() -> templates.frozen("p", "defualt"))
			.withMessage("There is no house defualt. Did you mean default?");
	}

	@Test
	void checkNamesEveryFaultOfEveryPackAndHouse() throws IOException {
		smallFolder();
		write("p/pack.yml", "title: P\naudience: everyone\nhuose: x\nformats: [docx, odt]\nhouse: nowhere\nsample-as-at: soon\nsample: elsewhere");
		write("p/document.ftlx", "<pack>\n${x?eval}\n<#if></pack>");
		write("q/pack.yml", "title: Q\naudience: public");
		write("houses/default/house.yml", "margin: 5");
		assertThat(TemplateFolder.open(this.folder).check()).extracting(TemplateProblem::toString).anySatisfy(starts("houses/default/house.yml, line 1: margin is '5'"))
			.anySatisfy(starts("p/document.ftlx, line 2: Templates may not use ?eval"))
			.anySatisfy(starts("p/document.ftlx, line 3: The template cannot be read"))
			.anySatisfy(starts("p/pack.yml, line 2: audience is 'everyone'. Write audience: public, members or restricted"))
			.anySatisfy(starts("p/pack.yml, line 3: There is no setting huose. Did you mean house?"))
			.anySatisfy(starts("p/pack.yml, line 4: There is no format 'odt'"))
			.anySatisfy(starts("p/pack.yml, line 5: There is no house nowhere"))
			.anySatisfy(starts("p/pack.yml, line 6: sample-as-at is 'soon'. Write a day as 2021-03-31"))
			.anySatisfy(starts("p/pack.yml, line 7: There is no pack elsewhere"))
			.anySatisfy(starts("q/document.ftlx: The file is missing. Copy it from _starter/document.ftlx"));
	}

	@Test
	void packMayShowTheSampleDataOfAnother() throws IOException {
		smallFolder();
		write("q/pack.yml", "title: Q\naudience: public\nsample: p");
		write("q/document.ftlx", "<pack/>");
		var templates = TemplateFolder.open(this.folder);
		assertThat(templates.sample("q")).isEqualTo(templates.sample("p")).endsWithRaw(Path.of("p/sample"));
	}

	@Test
	void packWithoutAudienceIsRefused() throws IOException {
		smallFolder();
		write("p/pack.yml", "title: P");
		assertThatExceptionOfType(FaultyTemplate.class).isThrownBy(() -> TemplateFolder.open(this.folder).settings("p"))
			.withMessage("p/pack.yml: audience is missing. Write audience: public, members or restricted.");
	}

	@Test
	void folderThatIsNotThereIsNamed() {
		assertThatExceptionOfType(FaultyTemplate.class).isThrownBy(() -> TemplateFolder.open(this.folder.resolve("nowhere")));
	}

	private static org.assertj.core.api.ThrowingConsumer<String> starts(String words) {
		return problem -> assertThat(problem).startsWith(words);
	}

	private void smallFolder() throws IOException {
		write("houses/default/house.yml", "font: Arial");
		write("houses/default/rules.yml", "moves: 1");
		write("_shared/m.ftlx", "");
		write("p/pack.yml", "title: P\naudience: members");
		write("p/document.ftlx", "<pack title=\"T\" as-at=\"2021-03-31\"/>");
	}

	private void copyReal() throws IOException {
		for (String name : List.of("_starter", "_shared", "houses")) {
			copy(REAL.resolve(name), this.folder.resolve(name));
		}
	}

	private static void copy(Path from, Path to) throws IOException {
		try (var paths = Files.walk(from)) {
			for (Path path : paths.toList()) {
				Files.copy(path, to.resolve(from.relativize(path).toString()));
			}
		}
	}

	private void write(String path, String contents) throws IOException {
		var file = this.folder.resolve(path);
		Files.createDirectories(file.getParent());
		Files.writeString(file, contents);
	}

}

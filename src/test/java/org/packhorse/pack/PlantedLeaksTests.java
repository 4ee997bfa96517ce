package org.packhorse.pack;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.packhorse.TestHome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// A withheld figure, 73,913 places seen, planted wherever somebody or something could leave it.
class PlantedLeaksTests {

	private static PublicPacks packs;

	private static Edition edition;

	private static Disclosed disclosed;

	private static Assessments assessments;

	@TempDir
	private Path copied;

	@BeforeAll
	static void publish() {
		packs = new PublicPacks("planted-leaks");
		edition = packs.make(PublicPacks.OPEN, PublicPacks.MARCH).edition();
		disclosed = packs.disclosed(edition);
		assessments = packs.database().bean(PackMaker.class).assess(disclosed);
	}

	@AfterAll
	static void close() {
		packs.close();
	}

	private Path folder() throws IOException {
		var folder = Files.createDirectory(this.copied.resolve("copy" + Files.list(this.copied).count()));
		TestHome.copy(edition.path(), folder);
		try (Stream<Path> files = Files.list(folder)) {
			files.forEach(file -> file.toFile().setWritable(true));
		}
		return folder;
	}

	private static Path file(Path folder, String ending) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter(file -> file.toString().endsWith(ending)).findFirst().orElseThrow();
		}
	}

	private void assertFound(Path folder, String... places) {
		assertThatThrownBy(() -> packs.database().bean(LeakGuard.class).demandClean(folder, Composed.of(disclosed, assessments))).isInstanceOf(PackProblem.class)
			.hasMessageContainingAll("open-board is not published", "ZZ2 of the period to 31 March 2026")
			.hasMessageContainingAll(places)
			.satisfies(problem -> assertThat(problem.getMessage()).doesNotContain("73913").doesNotContain("73,913"))
			.extracting(problem -> ((PackProblem) problem).kind()).isEqualTo(PackProblem.Kind.INPUT);
	}

	/// Puts a part of a Word or Excel file in the place of another, or beside it.
	private static void part(Path office, String part, java.util.function.UnaryOperator<String> change) throws IOException {
		try (var zip = FileSystems.newFileSystem(URI.create("jar:" + office.toUri()), Map.of())) {
			var path = zip.getPath(part);
			var before = Files.exists(path) ? Files.readString(path) : "";
			var after = change.apply(before);
			assertThat(after).isNotEqualTo(before);
			if (path.getParent() != null) {
				Files.createDirectories(path.getParent());
			}
			Files.writeString(path, after);
		}
	}

	@Test
	void theEditionItselfIsClean() {
		assertThatCode(() -> packs.database().bean(LeakGuard.class).demandClean(edition.path(), Composed.of(disclosed, assessments))).doesNotThrowAnyException();
	}

	@Test
	void propertiesOfAWordFile() throws IOException {
		var folder = folder();
		part(file(folder, ".docx"), "docProps/core.xml", xml -> xml.replace("<dc:title>", "<dc:title>73,913 "));
		assertFound(folder, ".docx, docProps/core.xml");
	}

	@Test
	void alternativeTextOfAWordFile() throws IOException {
		var folder = folder();
		part(file(folder, ".docx"), "word/document.xml", xml -> xml.replaceFirst("descr=\"", "descr=\"From 73913. "));
		assertFound(folder, ".docx, word/document.xml, attribute descr");
	}

	@Test
	void cacheOfAChart() throws IOException {
		var folder = folder();
		part(file(folder, ".docx"), "word/charts/chart1.xml", xml -> xml.replaceFirst("<c:v>[0-9.]+</c:v>", "<c:v>73913</c:v>"));
		assertFound(folder, ".docx, word/charts/chart1.xml");
	}

	@Test
	void workbookInsideAWordFile() throws IOException {
		var folder = folder();
		try (var workbook = new XSSFWorkbook(); var zip = FileSystems.newFileSystem(URI.create("jar:" + file(folder, ".docx").toUri()), Map.of())) {
			workbook.createSheet().createRow(0).createCell(0).setCellValue(73913);
			Files.createDirectories(zip.getPath("word/embeddings"));
			try (OutputStream out = Files.newOutputStream(zip.getPath("word/embeddings/book.xlsx"))) {
				workbook.write(out);
			}
		}
		assertFound(folder, ".docx, word/embeddings/book.xlsx > xl/worksheets/sheet1.xml");
	}

	@Test
	void hiddenSheetOfAWorkbook() throws IOException {
		var folder = folder();
		var file = file(folder, ".xlsx");
		try (var workbook = new XSSFWorkbook(Files.newInputStream(file))) {
			workbook.createSheet("Kept").createRow(0).createCell(0).setCellValue(73913);
			workbook.setSheetHidden(workbook.getNumberOfSheets() - 1, true);
			try (OutputStream out = Files.newOutputStream(file)) {
				workbook.write(out);
			}
		}
		assertFound(folder, ".xlsx, xl/worksheets/");
	}

	@Test
	void attributesAndCommentsOfAPage() throws IOException {
		var folder = folder();
		var file = file(folder, ".html");
		Files.writeString(file, Files.readString(file).replace("</main>", "<p data-was=\"73913\">Places</p><!-- 73913 --></main>"));
		assertFound(folder, ".html");
	}

	@Test
	void packJsonAndManifest() throws IOException {
		var folder = folder();
		Files.writeString(folder.resolve("pack.json"), Files.readString(folder.resolve("pack.json")).replaceFirst("\"version\" : 1", "\"version\" : 1, \"seen\" : 73913"));
		assertFound(folder, "pack.json");
		folder = folder();
		Files.writeString(folder.resolve("manifest.json"), Files.readString(folder.resolve("manifest.json")).replaceFirst("\"requestedBy\" : \"", "\"requestedBy\" : \"73,913 "));
		assertFound(folder, "manifest.json");
	}

	@Test
	void nameOfAFile() throws IOException {
		var folder = folder();
		Files.writeString(folder.resolve("places-73913.txt"), "");
		assertThatThrownBy(() -> packs.database().bean(LeakGuard.class).demandClean(folder, Composed.of(disclosed, assessments))).isInstanceOf(PackProblem.class)
			.hasMessageContaining("a file by its very name, file name: ZZ2 of the period to 31 March 2026")
			.satisfies(problem -> assertThat(problem.getMessage()).doesNotContain("73913"));
	}

	@Test
	void wordsOfSomebodyInAnyFormatAreRefusedAndNothingIsPublished() {
		var day = LocalDate.of(2026, 4, 2);
		packs.say(day, "placements", 1, "We saw 73,913 places. Hidden places were 3 in all.", "");
		assertThatThrownBy(() -> packs.make(PublicPacks.OPEN, day)).isInstanceOf(PackProblem.class)
			.hasMessageContainingAll("ZZ1 of the period", "ZZ2 of the period", ".docx, word/document.xml", ".pdf, text", ".html")
			.satisfies(problem -> assertThat(problem.getMessage()).doesNotContain("73,913").doesNotContain("were 3"));
		assertThat(packs.home().resolve("out/X99000001/open-board/2026-04-02")).doesNotExist();
		assertThat(packs.home().resolve("out/.making")).isEmptyDirectory();
		assertThat(packs.database().sql().sql("SELECT COUNT(*) FROM editions WHERE state = 'making'").query(Integer.class).single()).isZero();
	}

	@Test
	void wordsThatMayPointAtOneChildAreSaidAndDoNotStopTheRun() {
		var day = LocalDate.of(2026, 4, 3);
		packs.say(day, "placements", 1, "A boy aged 9 in Millbrook ward waited longest; ring 01234 567890.", "");
		var made = packs.make(PublicPacks.OPEN, day);
		assertThat(made.published()).isTrue();
		assertThat(made.toLookAt()).contains("the words of “placements”, paragraph 1 may hold an age with a place",
				"the words of “placements”, paragraph 1 may hold a telephone number").noneMatch(words -> words.contains("boy"));
		assertThat(packs.make("improvement-board", day).toLookAt()).isEmpty();
	}

	@Test
	void aPdfIsSearchedToo() throws IOException {
		var folder = folder();
		var board = packs.make("improvement-board", PublicPacks.MARCH).edition();
		Files.copy(file(board.path(), ".pdf"), folder.resolve("board.pdf"));
		assertFound(folder, "board.pdf, text");
		assertThat(new String(Files.readAllBytes(folder.resolve("board.pdf")), StandardCharsets.ISO_8859_1)).doesNotContain("73,913");
	}

}

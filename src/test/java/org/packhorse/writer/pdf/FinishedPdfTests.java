package org.packhorse.writer.pdf;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.packhorse.writer.Look;
import org.packhorse.writer.Specimen;

import static org.assertj.core.api.Assertions.assertThat;

/// What a search of a finished PDF gets to read.
class FinishedPdfTests {

	private static List<String> lines;

	@BeforeAll
	static void read(@TempDir Path folder) throws Exception {
		var file = Files.write(folder.resolve("pack.pdf"), PdfAsText.bytes(Specimen.of(3), Look.plain()));
		lines = new FinishedPdf().lines(file);
	}

	@Test
	void rowsAreOneLine() {
		assertThat(lines).anyMatch(line -> line.contains("| 3.1 |") && line.contains("Overdue by 12 days") && line.contains("£1,234.50"));
	}

	@Test
	void paragraphsAreOneLineWhereverTheyBreak() {
		assertThat(lines).anyMatch(line -> line.contains("Zażółć gęślą jaźń, Siân & Łukasz") && line.contains("three are overdue") && line.contains("overall."));
	}

	@Test
	void textAlternativesAreRead() {
		assertThat(lines).contains("Rises from 71.2% in March to 83.0% in August 2025; the target is 90%.");
	}

	@Test
	void propertiesBookmarksAndLinksAreRead() {
		assertThat(lines).contains("Improvement Board pack", "Exampleshire Council", "https://www.gov.uk/")
			.anyMatch(line -> line.contains("<dc:title>"))
			.anyMatch(line -> line.contains("Actions & owners <checked>"));
	}

	@Test
	void whatNoTagNamesIsRead() {
		assertThat(lines).anyMatch(line -> line.contains("OFFICIAL-SENSITIVE")).anyMatch(line -> line.contains("Page 1 of "));
	}

	@Test
	void labelsOfDrawingsAreRead() {
		assertThat(lines).anyMatch(line -> line.contains("Aug 2025") || line.contains("Target"));
	}

}

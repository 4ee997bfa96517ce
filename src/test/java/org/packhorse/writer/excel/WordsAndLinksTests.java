package org.packhorse.writer.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.packhorse.writer.excel.SmallWorkbook.AT;
import static org.packhorse.writer.excel.SmallWorkbook.paragraph;
import static org.packhorse.writer.excel.SmallWorkbook.section;
import static org.packhorse.writer.excel.SmallWorkbook.table;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.packhorse.document.Cell;
import org.packhorse.document.Inline;
import org.packhorse.document.Value;
import org.packhorse.writer.NotRendered;

class WordsAndLinksTests {

	@Test
	void wordsThatAreOneWebLinkAreALink() throws IOException {
		var small = SmallWorkbook.of(section("a", "A", paragraph(new Inline.Link("https://www.gov.uk/a b?x=ż", "the site"))));
		var cell = small.firstWords("A");
		assertThat(cell.getStringCellValue()).isEqualTo("the site");
		assertThat(cell.getHyperlink().getAddress()).isEqualTo("https://www.gov.uk/a%20b?x=%C5%BC");
	}

	@Test
	void linksAmongOtherWordsSayWhereTheyLead() throws IOException {
		var small = SmallWorkbook.of(section("a", "A", paragraph(new Inline.Words("See "), new Inline.Link("https://www.gov.uk/", "the site"),
				new Inline.Words(", write to "), new Inline.Link("mailto:a@example.gov.uk", "the team"), new Inline.Words(" or "),
				new Inline.Link("mailto:b@example.gov.uk", "b@example.gov.uk"), new Inline.Words("; see "), new Inline.Link("#a", "above"))));
		assertThat(small.firstWords("A").getStringCellValue())
			.isEqualTo("See the site (https://www.gov.uk/), write to the team (a@example.gov.uk) or b@example.gov.uk; see above");
		assertThat(small.firstWords("A").getHyperlink()).isNull();
	}

	@Test
	void linkToASectionLeadsToTheCellOfItsHeading() throws IOException {
		var small = SmallWorkbook.of(section("a", "A", paragraph("Words."), section("b", "It's deep", paragraph("More."))),
				table("T", link("#b"), link("#a"), link("#nowhere")));
		assertThat(small.cell("T", 0).getHyperlink().getLocation()).isEqualTo("'A'!A4");
		assertThat(small.sheet("A").getRow(3).getCell(0).getStringCellValue()).isEqualTo("It's deep");
		assertThat(small.cell("T", 1).getHyperlink().getLocation()).isEqualTo("'A'!A1");
	}

	@Test
	void linkToASectionOfTablesAloneLeadsToItsFirstTable() throws IOException {
		var small = SmallWorkbook.of(section("a", "A", table("It's open", Cell.of("x"))), table("T", link("#a")));
		assertThat(small.cell("T").getHyperlink().getLocation()).isEqualTo("'It''s open'!A1");
	}

	@Test
	void linkToNoSectionKeepsItsWordsAndIsReported() throws IOException {
		var small = SmallWorkbook.of(table("T", link("#nowhere")));
		assertThat(small.cell("T").getHyperlink()).isNull();
		assertThat(small.cell("T").getStringCellValue()).isEqualTo("there");
		assertThat(small.unshown()).extracting(NotRendered::what).containsExactly("link to #nowhere");
		assertThat(small.unshown().getFirst().at()).isEqualTo(AT);
	}

	@Test
	void charactersThatNoFileCanHoldAreReplacedAndReported() throws IOException {
		var small = SmallWorkbook.of(section("a", "A", paragraph("Bell\u0007, null\u0000, half \uD83D and whole \uD83D\uDE00.")));
		assertThat(small.firstWords("A").getStringCellValue()).isEqualTo("Bell\uFFFD, null\uFFFD, half \uFFFD and whole \uD83D\uDE00.");
		assertThat(small.unshown()).extracting(NotRendered::what).containsExactly("character");
	}

	@Test
	void aTextOfMoreThanACellHoldsOrARowShowsIsReported() throws IOException {
		var small = SmallWorkbook.of(table("T", Cell.of("a".repeat(32_768)), Cell.of("b".repeat(32_767))));
		assertThat(small.cell("T", 0).getStringCellValue()).hasSize(32_767);
		assertThat(small.cell("T", 1).getStringCellValue()).hasSize(32_767);
		assertThat(small.unshown()).extracting(NotRendered::what).containsExactly("end of a long text", "end of a long cell");
	}

	@Test
	void wordsThatLookLikeACharacterCodeStayAsTheyAre() throws IOException {
		var small = SmallWorkbook.of(table("T", Cell.of("file_x0041_name")));
		assertThat(small.cell("T").getStringCellValue()).isEqualTo("file_x0041_name");
	}

	@Test
	void spacesTabsAndLineEndsSurvive() throws IOException {
		var small = SmallWorkbook.of(table("T", Cell.of("  a\tb\r\nc  ")));
		assertThat(small.cell("T").getStringCellValue()).isEqualTo("  a\tb\nc  ");
	}

	private static Cell link(String target) {
		return new Cell(List.of(new Inline.Link(target, "there")), new Value.None());
	}

}

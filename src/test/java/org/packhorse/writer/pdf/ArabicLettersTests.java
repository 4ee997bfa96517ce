package org.packhorse.writer.pdf;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.packhorse.writer.Look;

import static org.assertj.core.api.Assertions.assertThat;

/// Arabic letters take the forms that Unicode's charts give for their places in a word.
class ArabicLettersTests {

	@Test
	void lettersJoinTheirNeighbours() {
		// Meem initial, reh final (which does not go on), yeh initial, meem final.
		assertThat(ArabicLetters.joined("\u0645\u0631\u064A\u0645")).isEqualTo("\uFEE3\uFEAE\uFEF3\uFEE2");
	}

	@Test
	void lamAndAlefAreOneForm() {
		assertThat(ArabicLetters.joined("\u0633\u0644\u0627\u0645")).isEqualTo("\uFEB3\uFEFC\uFEE1");
	}

	@Test
	void lamAndAlefMaksuraAreTwoForms() {
		assertThat(ArabicLetters.joined("\u0625\u0644\u0649")).isEqualTo("\uFE87\uFEDF\uFEF0");
	}

	@Test
	void marksDoNotPartLetters() {
		assertThat(ArabicLetters.joined("\u0628\u064E\u0628")).isEqualTo("\uFE91\u064E\uFE90");
	}

	@Test
	void otherWordsStayAsTheyAre() {
		assertThat(ArabicLetters.joined("\u05D0\u05D1 and A1")).isEqualTo("\u05D0\u05D1 and A1");
	}

	@Test
	void wordsOfALineStandFromRightToLeft() {
		var fonts = PdfFonts.of(Look.plain());
		var style = new Style(fonts.standIn(fonts.regular()), 12, House.INK);
		var runs = List.of(new LineBreaker.Run(style, "\u05D0\u05D1 ", true), new LineBreaker.Run(style, "\u05D2\u05D3", true));
		var line = LineBreaker.lines(runs, 500).getFirst();
		assertThat(line.spans().getFirst().x()).isGreaterThan(line.spans().getLast().x());
		assertThat(new ArrayList<>(line.spans()).getLast().x()).isZero();
		assertThat(line.spans().getFirst().text()).isEqualTo(" \u05D1\u05D0");
		assertThat(line.spans().getFirst().says()).isEqualTo("\u05D0\u05D1 ");
	}

}

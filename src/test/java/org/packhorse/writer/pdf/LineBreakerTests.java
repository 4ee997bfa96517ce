package org.packhorse.writer.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.packhorse.writer.Look;
import org.packhorse.writer.pdf.LineBreaker.Run;

class LineBreakerTests {

	private static final Face FACE = PdfFonts.of(Look.plain()).regular();

	private static final Style PLAIN = new Style(FACE, 10, Color.BLACK);

	private static final Style STRONG = new Style(PdfFonts.of(Look.plain()).bold(), 10, Color.BLACK);

	@Test
	void breaksAtSpacesAndKeepsTheSpaceForReaders() {
		assertThat(lines(width("one two"), new Run(PLAIN, "one two three"))).containsExactly("one two ", "three");
	}

	@Test
	void doesNotBreakBetweenStrongWordsAndTheCommaAfterThem() {
		assertThat(lines(width("see three"), new Run(PLAIN, "see "), new Run(STRONG, "three"), new Run(PLAIN, ", please")))
			.containsExactly("see ", "three, ", "please");
	}

	@Test
	void breaksAWordOnlyWhenItAloneIsTooWide() {
		assertThat(lines(width("AAAA"), new Run(PLAIN, "AAAAAAAAAA b"))).containsExactly("AAAA", "AAAA", "AA b");
	}

	@Test
	void badgeStaysWhole() {
		var badge = PLAIN.badge(FACE, Color.RED, Color.WHITE);
		assertThat(lines(width("now you see On tr"), new Run(PLAIN, "now you see "), new Run(badge, "On track"), new Run(PLAIN, " by now")))
			.containsExactly("now you see ", "On track by now");
	}

	@Test
	void minusStaysWithItsNumberWhileHyphensMayBreak() {
		assertThat(lines(width("well-be"), new Run(PLAIN, "well-being"))).containsExactly("well-", "being");
		assertThat(lines(width("by -5"), new Run(PLAIN, "by -5 x"))).containsExactly("by -5 ", "x");
	}

	@Test
	void forcedEndIsReadAsASpace() {
		assertThat(lines(500, new Run(PLAIN, "one."), new Run(PLAIN, "\n"), new Run(PLAIN, "two"))).containsExactly("one. ", "two");
	}

	@Test
	void noWordsAreNoLines() {
		assertThat(lines(10)).isEmpty();
	}

	private static float width(String text) {
		return PLAIN.width(text) + 0.5f;
	}

	private static List<String> lines(float width, Run... runs) {
		return LineBreaker.lines(List.of(runs), width)
			.stream()
			.map(line -> line.spans().stream().map(Line.Span::text).collect(Collectors.joining()))
			.toList();
	}

}

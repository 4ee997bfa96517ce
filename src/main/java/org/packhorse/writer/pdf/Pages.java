package org.packhorse.writer.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfReader;
import org.packhorse.writer.ReadBack;
import org.packhorse.writer.Said;

/// What stands on the pages of a file that is read back, by the numbers that tags call it by.
final class Pages {

	private static final String TARGET = "Go to ";

	private static final String NO_FIGURES = "(no figures)";

	private final Map<String, Content> contents = new HashMap<>();

	private final List<String> watermarks = new ArrayList<>();

	private final List<String> headers = new ArrayList<>();

	static Pages of(PdfReader reader) throws IOException {
		var pages = new Pages();
		for (int page = 1; page <= reader.getNumberOfPages(); page++) {
			var read = new PageReading(reader, page);
			read.contents().forEach((number, content) -> pages.contents.put(key(read.object(), number), content));
			pages.watermarks.add(read.watermark());
			pages.headers.add(read.header());
		}
		return pages;
	}

	Content content(int page, int number) {
		var content = this.contents.get(key(page, number));
		if (content == null) {
			throw new IllegalArgumentException("the tags name content that no page has");
		}
		return content;
	}

	private static String key(int page, int number) {
		return page + " " + number;
	}

	/// The watermark that is on every page, else blank.
	String watermark() {
		var first = this.watermarks.isEmpty() ? "" : this.watermarks.getFirst();
		return this.watermarks.stream().allMatch(first::equals) ? first : "";
	}

	/// Whether these words stand at the head of every page.
	boolean heads(String words) {
		return this.headers.stream().allMatch(header -> Said.bare(header).contains(Said.bare(words)));
	}

	/// Where a link leads; one within the pack says to which heading.
	static String target(PdfDictionary annotation) {
		var action = annotation.getAsDict(PdfName.A);
		if (action != null && action.contains(PdfName.URI)) {
			return action.getAsString(PdfName.URI).toUnicodeString();
		}
		var says = annotation.getAsString(PdfName.CONTENTS).toUnicodeString();
		return "#" + (says.startsWith(TARGET) ? says.substring(TARGET.length()) : says);
	}

	/// Words in one font; `text` is the number of the block of text that they stand in.
	record Shown(String words, String font, int text, String fill) {

		Said.Run run() {
			return this.fill.isEmpty() ? Said.Run.plain(this.words) : Said.Run.badge(this.words, this.fill);
		}

	}

	/// A piece of marked content; `bar` is the colour of the bar before it, or blank.
	record Content(List<Shown> shown, String bar) {

		Said said() {
			return new Said(this.shown.stream().map(Shown::run).toList());
		}

		/// The blocks of text in two fonts: a name, and the figure behind it.
		List<ReadBack.Series> names() {
			var blocks = this.shown.stream().collect(Collectors.groupingBy(Shown::text)).values();
			return blocks.stream().filter(block -> !block.getFirst().font().equals(block.getLast().font())).map(Content::name).toList();
		}

		private static ReadBack.Series name(List<Shown> block) {
			int figure = block.size() - 1;
			while (block.get(figure - 1).font().equals(block.getLast().font())) {
				figure--;
			}
			var words = joined(block.subList(figure, block.size())).strip();
			return new ReadBack.Series(joined(block.subList(0, figure)).strip(),
					List.of(words.equals(NO_FIGURES) ? "" : words.replaceAll("[%£,]", "").replaceAll("[\u2212\u2013]", "-")));
		}

		private static String joined(List<Shown> shown) {
			return shown.stream().map(Shown::words).collect(Collectors.joining());
		}

	}

}

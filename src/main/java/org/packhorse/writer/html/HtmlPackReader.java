package org.packhorse.writer.html;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.packhorse.document.Block.Numbered;
import org.packhorse.document.Cover;
import org.packhorse.writer.PackFormat;
import org.packhorse.writer.PackReader;
import org.packhorse.writer.ReadBack;
import org.packhorse.writer.ReadBack.Part;
import org.packhorse.writer.Said;
import org.springframework.stereotype.Component;

/// Reads a pack's page back by its elements, with the colours that its style sheet gives them.
@Component
class HtmlPackReader implements PackReader {

	@Override
	public PackFormat format() {
		return PackFormat.HTML;
	}

	@Override
	public ReadBack read(InputStream file) throws IOException {
		var page = Jsoup.parse(file, StandardCharsets.UTF_8.name(), "");
		var main = page.selectFirst("main");
		if (main == null) {
			throw new IOException("the page has no main part");
		}
		var walk = new Walk(new HtmlWords(page));
		walk.blocks(main);
		return new ReadBack(front(page, walk.words), walk.parts);
	}

	/// A chart without figures has none that carry its unit.
	@Override
	public ReadBack shown(ReadBack whole) {
		return new ReadBack(whole.front().placed(), whole.parts().stream().map(HtmlPackReader::shown).toList());
	}

	private static Part shown(Part part) {
		return part instanceof Part.Chart chart && chart.unit().matches("[%£]") && chart.series().stream().flatMap(line -> line.values().stream()).allMatch(String::isEmpty)
				? new Part.Chart(chart.caption(), chart.alternative(), "", chart.periods(), chart.series()) : part;
	}

	private static ReadBack.Front front(Document page, HtmlWords words) {
		var letterhead = page.selectFirst("header .letterhead");
		if (letterhead != null) {
			return new ReadBack.Front("", words.only(letterhead, "> div") + " " + words.only(page, "header .letterhead + h1"), words.only(letterhead, "> .organisation"),
					page.select("html").attr("lang"), marking(page, words), words.only(page, "header .draft"), List.of(), Cover.Front.LETTERHEAD);
		}
		var facts = page.select("header dl.facts > div")
			.stream()
			.map(fact -> new ReadBack.Fact(words.only(fact, "dt"), words.only(fact, "dd")))
			.toList();
		return new ReadBack.Front(words.only(page, "header h1"), words.only(page, "header .subtitle"), words.only(page, "header .organisation"),
				page.select("html").attr("lang"), marking(page, words), words.only(page, "header .draft"), facts, Cover.Front.PAGE);
	}

	/// The marking is what every printed page has at its foot; above and below the page it must stand too, perhaps among other words.
	private static String marking(Document page, HtmlWords words) {
		var printed = words.styles().printedMarking();
		return page.select("body > header > .marking, body > footer > .marking")
			.stream()
			.map(Element::wholeText)
			.filter(shown -> !shown.contains(printed))
			.findFirst()
			.orElse(printed);
	}

	/// The way through the main part.
	private static final class Walk {

		private final HtmlWords words;

		private final List<Part> parts = new ArrayList<>();

		Walk(HtmlWords words) {
			this.words = words;
		}

		void blocks(Element parent) {
			var caption = "";
			for (Element child : parent.children()) {
				if (child.is("p.caption")) {
					caption = child.wholeText();
				}
				else if (child.is("p.empty")) {
					this.parts.add(new Part.Table(caption, List.of(), List.of(), child.wholeText()));
				}
				else {
					block(child);
				}
			}
		}

		private void block(Element block) {
			switch (kind(block)) {
				case "scroll" -> blocks(block);
				case "section" -> section(block);
				case "heading" -> this.parts.add(new Part.Heading(HtmlWords.level(block) - 1, block.wholeText()));
				case "picture" -> this.parts.add(new Part.Picture(block.select("img").attr("alt")));
				case "ul", "ol" -> items(block);
				case "table" -> this.parts.add(this.words.table(block));
				case "chart" -> this.parts.add(new HtmlFigures(this.words).chart(block));
				case "scorecard" -> this.parts.add(new HtmlFigures(this.words).scorecard(block));
				case "callout" -> this.parts.add(callout(block));
				default -> paragraph(block);
			}
		}

		private void section(Element section) {
			blocks(section);
			var next = section.nextElementSibling();
			if (next != null && !next.normalName().equals("section") && section.parent() instanceof Element parent) {
				this.parts.add(new Part.Resumed(parent.normalName().equals("section") ? parent.child(0).wholeText() : ""));
			}
		}

		private static String kind(Element block) {
			for (String name : List.of("scroll", "picture", "chart", "scorecard", "callout")) {
				if (block.hasClass(name)) {
					return name;
				}
			}
			return HtmlWords.isHeading(block) ? "heading" : block.normalName();
		}

		/// Anything that is not known is read as a paragraph, so that none of its words is passed over.
		private void paragraph(Element paragraph) {
			var said = this.words.said(paragraph);
			if (!said.isEmpty()) {
				this.parts.add(new Part.Paragraph(said));
			}
		}

		private void items(Element list) {
			for (int i = 0; i < list.childrenSize(); i++) {
				this.parts.add(new Part.Item(list.normalName().equals("ul") ? "•" : style(list).mark(i), this.words.said(list.child(i))));
			}
		}

		private static Numbered.Style style(Element list) {
			return switch (list.attr("type")) {
				case "a" -> Numbered.Style.LETTER;
				case "i" -> Numbered.Style.ROMAN;
				default -> Numbered.Style.DECIMAL;
			};
		}

		private Part callout(Element callout) {
			var paragraphs = callout.select("> p:not(.callout-title)").stream().map(this.words::said).filter(said -> !said.isEmpty()).toList();
			return new Part.Callout(this.words.styles().edge(callout), this.words.only(callout, ".callout-title"), paragraphs);
		}

	}

}

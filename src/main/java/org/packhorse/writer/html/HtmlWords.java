package org.packhorse.writer.html;

import java.util.ArrayList;
import java.util.List;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.packhorse.writer.ReadBack.Part;
import org.packhorse.writer.Said;
import org.packhorse.writer.Said.Run;

/// Reads the words of an element, with badges, links and their targets, and tables of such words.
record HtmlWords(Document page, HtmlColours styles) {

	HtmlWords(Document page) {
		this(page, HtmlColours.of(page));
	}

	Said said(Element element) {
		var runs = new ArrayList<Run>();
		gather(element, runs);
		return new Said(runs);
	}

	private void gather(Node parent, List<Run> runs) {
		for (Node node : parent.childNodes()) {
			if (node instanceof TextNode text) {
				runs.add(Run.plain(text.getWholeText()));
			}
			else if (node instanceof Element element) {
				element(element, runs);
			}
		}
	}

	private void element(Element element, List<Run> runs) {
		if (element.hasClass("badge")) {
			runs.add(Run.badge(seen(element), this.styles.fill(element)));
		}
		else if (element.hasClass("spark")) {
			runs.add(Run.sparkline(element.attr("aria-label")));
		}
		else if (element.normalName().equals("a")) {
			runs.add(Run.link(element.wholeText(), target(element.attr("href"))));
		}
		else if (element.normalName().equals("br") || element.isBlock()) {
			runs.add(Run.plain("\n"));
			gather(element, runs);
		}
		else {
			gather(element, runs);
		}
	}

	/// A badge's words without the shape that is only for the eye.
	private static String seen(Element badge) {
		var copy = badge.clone();
		copy.select("[aria-hidden=true]").remove();
		return copy.wholeText();
	}

	private String target(String href) {
		if (!href.startsWith("#")) {
			return href;
		}
		var section = this.page.getElementById(href.substring(1));
		var heading = section == null ? null : section.children().stream().filter(HtmlWords::isHeading).findFirst().orElse(null);
		return heading == null ? href : "#" + heading.wholeText();
	}

	static boolean isHeading(Element element) {
		return element.normalName().matches("h[1-6]") || element.attr("role").equals("heading");
	}

	static int level(Element heading) {
		return Integer.parseInt(heading.hasAttr("aria-level") ? heading.attr("aria-level") : heading.normalName().substring(1));
	}

	/// The words of what this selects, blank when there is none.
	String only(Element parent, String selector) {
		var found = parent.selectFirst(selector);
		return found == null ? "" : found.wholeText();
	}

	Part.Table table(Element table) {
		var header = table.select("> thead > tr > *").stream().map(Element::wholeText).toList();
		var rows = table.select("> tbody > tr").stream().map(row -> row.children().stream().map(this::said).toList()).toList();
		return new Part.Table(only(table, "> caption"), header, rows, "");
	}

}

package org.packhorse.writer.word;

import java.util.Map;

import org.packhorse.document.PackDocument;
import org.packhorse.document.Position;
import org.packhorse.writer.Look;

/// Writes all parts of one Word file, always in the same order; the body streams, and what it refers to follows it.
final class WordPack {

	private static final Template PACKAGE = Template.of("package.xml");

	private static final Template CHART = Template.of("chart-relations.xml");

	private final PackDocument document;

	private final WordParts parts;

	private final WordStyles styles;

	WordPack(PackDocument document, Look look, WordStyles styles, Notices notices) {
		this.document = document;
		this.parts = WordParts.of(document, look, notices);
		this.styles = styles;
	}

	void write(WordFile file) {
		var cover = this.document.cover();
		file.part("[Content_Types].xml", xml -> ContentTypes.write(xml, this.parts.outline().charts(), this.styles.theme() != null));
		file.part("_rels/.rels", xml -> xml.raw(PACKAGE.with(Map.of())));
		file.part("docProps/core.xml", xml -> WordProperties.core(xml, cover));
		file.part("docProps/app.xml", xml -> WordProperties.application(xml, cover));
		file.part("word/document.xml", this::document);
		this.parts.notices().at(Position.NONE);
		fixed(file);
		charts(file);
		this.parts.relations().media().forEach(media -> file.part("word/" + media.file(), media.image().array()));
	}

	private void document(Xml xml) {
		var relations = this.parts.relations();
		relations.part("styles", "styles.xml");
		relations.part("numbering", "numbering.xml");
		relations.part("settings", "settings.xml");
		var header = relations.part("header", "header.xml");
		var footer = relations.part("footer", "footer.xml");
		if (this.styles.theme() != null) {
			relations.part("theme", "theme/theme1.xml");
		}
		xml.element("w:document", () -> xml.element("w:body", () -> {
			var text = new WordText(xml, relations, this.parts.outline(), this.parts.notices(), this.parts.look().accent());
			new WordCover(xml, text, this.parts).write();
			new WordBody(xml, text, this.parts).write(this.document.blocks());
			end(xml, text);
			xml.raw(this.parts.page().properties(header, footer));
		}), "xmlns:w", Names.W, "xmlns:r", Names.R, "xmlns:wp", Names.WP, "xmlns:a", Names.A, "xmlns:pic", Names.PIC, "xmlns:c", Names.C,
				"xmlns:mc", Names.MC, "xmlns:wps", Names.WPS);
	}

	/// A body must not end with a table: Word would add a line, and with it perhaps a page.
	private static void end(Xml xml, WordText text) {
		if (text.isApart()) {
			xml.raw("<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/><w:rPr><w:sz w:val=\"2\"/></w:rPr></w:pPr></w:p>");
		}
	}

	private void fixed(WordFile file) {
		file.part("word/_rels/document.xml.rels", this.parts.relations()::write);
		file.part("word/styles.xml", this.styles.part());
		file.part("word/numbering.xml", xml -> this.parts.numbering().write(xml, this.parts.numbered()));
		file.part("word/settings.xml", xml -> WordProperties.settings(xml, this.document.cover()));
		var margins = new WordMargins(this.parts);
		file.part("word/header.xml", margins::header);
		file.part("word/footer.xml", margins::footer);
		var theme = this.styles.theme();
		if (theme != null) {
			file.part("word/theme/theme1.xml", theme);
		}
	}

	private void charts(WordFile file) {
		var charts = this.parts.relations().charts();
		for (int i = 0; i < charts.size(); i++) {
			var chart = charts.get(i);
			this.parts.notices().at(chart.at());
			var number = String.valueOf(i + 1);
			file.part("word/charts/chart" + number + ".xml", xml -> new WordCharts(xml, chart, this.parts.look()).write());
			file.part("word/charts/_rels/chart" + number + ".xml.rels", xml -> xml.raw(CHART.with(Map.of("number", number))));
			file.part("word/embeddings/chart" + number + ".xlsx", ChartBook.of(chart, this.parts.notices()));
		}
	}

}

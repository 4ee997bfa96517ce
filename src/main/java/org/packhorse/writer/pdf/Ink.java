package org.packhorse.writer.pdf;

import java.util.List;

import org.openpdf.text.Rectangle;
import org.packhorse.writer.pdf.Line.Span;
import org.packhorse.writer.pdf.PdfTags.Aside;

/// Draws broken lines: the words as a tag's content, links and sparklines as tags of their own, badge boxes and underlines as layout.
record Ink(PdfTags tags, Pen pen) {

	/// Everything about these words, below this top.
	void draw(Tag tag, Words words, float left, float top) {
		if (words.decorated()) {
			this.tags.artifact(Aside.LAYOUT, () -> decorate(words, left, top));
		}
		content(tag, words, left, top);
	}

	/// Boxes and underlines alone; belongs inside an artifact.
	void decorate(Words words, float left, float top) {
		if (!words.decorated()) {
			return;
		}
		for (int i = 0; i < words.count(); i++) {
			var line = words.lines().get(i);
			float start = left + words.start(line);
			float baseline = words.setting().baseline(i, top);
			for (Span span : line.spans()) {
				decorate(words.setting(), span, start + span.x(), baseline);
			}
		}
	}

	private void decorate(Setting setting, Span span, float x, float y) {
		var style = span.style();
		if (style.fill() != null) {
			float height = setting.style().size() * 1.28f;
			this.pen.round(style.fill(), x, setting.middle(y) - height / 2, span.width(), height);
		}
		else if (style.target() != null) {
			float below = y - style.size() * 0.14f;
			this.pen.line(style.colour(), 0.6f, x, below, x + style.width(span.text().stripTrailing()), below);
		}
	}

	/// The words alone, with their tags.
	void content(Tag tag, Words words, float left, float top) {
		if (!words.linked()) {
			if (words.count() > 0) {
				this.tags.content(tag, () -> plain(words, left, top));
			}
			return;
		}
		for (int i = 0; i < words.count(); i++) {
			var line = words.lines().get(i);
			line(tag, line.spans(), left + words.start(line), words.setting().baseline(i, top));
		}
	}

	/// A link has an annotation, and so a piece of content, on each of its lines; the words between links flow on.
	private void line(Tag tag, List<Span> spans, float start, float baseline) {
		for (int from = 0, to; from < spans.size(); from = to) {
			var target = spans.get(from).style().target();
			var spark = spans.get(from).style().spark();
			if (spark != null) {
				spark.draw(this.tags, this.pen, tag, start + spans.get(from).x(), baseline);
				to = from + 1;
				continue;
			}
			for (to = from + 1; to < spans.size() && spans.get(to).style().target() == target && spans.get(to).style().spark() == null;) {
				to++;
			}
			var together = spans.subList(from, to);
			var owner = target == null ? tag : target.tag(this.tags, tag);
			this.tags.content(owner, () -> this.pen.words(() -> show(together, start, baseline)));
			if (target != null) {
				this.tags.link(owner, target, area(together, start, baseline));
			}
		}
	}

	/// The words alone, without tags, for what is itself inside a tag or an artifact.
	void plain(Words words, float left, float top) {
		this.pen.beginWords();
		for (int i = 0; i < words.count(); i++) {
			var line = words.lines().get(i);
			show(line.spans(), left + words.start(line), words.setting().baseline(i, top));
		}
		this.pen.endWords();
	}

	private void show(List<Span> spans, float start, float baseline) {
		for (Span span : spans) {
			float x = start + span.x() + span.style().padding();
			if (span.says() == null) {
				this.pen.show(span.style(), span.text(), x, baseline);
			}
			else {
				this.pen.show(span.style(), span.text(), span.says(), x, baseline);
			}
		}
	}

	private static Rectangle area(List<Span> spans, float start, float baseline) {
		var last = spans.getLast();
		float size = spans.getFirst().style().size();
		return new Rectangle(start + spans.getFirst().x(), baseline - size * 0.25f, start + last.x() + last.width(), baseline + size * 0.95f);
	}

}

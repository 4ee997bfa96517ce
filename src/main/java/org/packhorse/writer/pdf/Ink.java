package org.packhorse.writer.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.openpdf.text.Rectangle;
import org.packhorse.writer.pdf.Line.Span;
import org.packhorse.writer.pdf.PdfTags.Aside;

/// Draws broken lines: the words as a tag's content, links as tags of their own, badge boxes and underlines as layout.
record Ink(PdfTags tags, Pen pen) {

	private record Placed(Span span, float x, float y) {
	}

	/// Everything about these words, below this top.
	void draw(Tag tag, Words words, float left, float top) {
		if (decorated(words)) {
			this.tags.artifact(Aside.LAYOUT, () -> decorate(words, left, top));
		}
		content(tag, words, left, top);
	}

	/// Whether the words have boxes or underlines.
	boolean decorated(Words words) {
		for (Line line : words.lines()) {
			for (Span span : line.spans()) {
				if (span.style().fill() != null || span.style().target() != null) {
					return true;
				}
			}
		}
		return false;
	}

	/// Boxes and underlines alone; belongs inside an artifact.
	void decorate(Words words, float left, float top) {
		each(words, left, top, placed -> {
			var style = placed.span().style();
			if (style.fill() != null) {
				float height = words.setting().style().size() * 1.28f;
				this.pen.round(style.fill(), placed.x(), words.setting().middle(placed.y()) - height / 2, placed.span().width(), height);
			}
			else if (style.target() != null) {
				float below = placed.y() - style.size() * 0.14f;
				this.pen.line(style.colour(), 0.6f, placed.x(), below, placed.x() + style.width(placed.span().text().stripTrailing()), below);
			}
		});
	}

	/// The words alone, with their tags.
	void content(Tag tag, Words words, float left, float top) {
		var together = new ArrayList<Placed>();
		each(words, left, top, placed -> {
			var first = together.isEmpty() ? placed : together.getFirst();
			if (!goTogether(first, placed)) {
				show(tag, together);
				together.clear();
			}
			together.add(placed);
		});
		show(tag, together);
	}

	/// The words alone, without tags, for what is itself inside a tag or an artifact.
	void plain(Words words, float left, float top) {
		this.pen.words(() -> each(words, left, top, this::show));
	}

	/// A link has an annotation, and so a piece of content, on each of its lines; other words flow on.
	private static boolean goTogether(Placed first, Placed next) {
		var target = first.span().style().target();
		return target == next.span().style().target() && (target == null || first.y() == next.y());
	}

	private void show(Tag tag, List<Placed> together) {
		if (together.isEmpty()) {
			return;
		}
		var target = together.getFirst().span().style().target();
		var owner = target == null ? tag : target.tag(this.tags, tag);
		this.tags.content(owner, () -> this.pen.words(() -> together.forEach(this::show)));
		if (target != null) {
			this.tags.link(owner, target, area(together));
		}
	}

	private void show(Placed placed) {
		var span = placed.span();
		this.pen.show(span.style(), span.text(), placed.x() + span.style().padding(), placed.y());
	}

	private static Rectangle area(List<Placed> line) {
		var first = line.getFirst();
		var last = line.getLast();
		float size = first.span().style().size();
		return new Rectangle(first.x(), first.y() - size * 0.25f, last.x() + last.span().width(), first.y() + size * 0.95f);
	}

	private static void each(Words words, float left, float top, Consumer<Placed> visitor) {
		for (int i = 0; i < words.count(); i++) {
			var line = words.lines().get(i);
			float start = left + words.start(line);
			float baseline = words.setting().baseline(i, top);
			for (Span span : line.spans()) {
				visitor.accept(new Placed(span, start + span.x(), baseline));
			}
		}
	}

}

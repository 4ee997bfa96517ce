package org.packhorse.writer.pdf;

import java.util.List;

import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfName;
import org.packhorse.writer.pdf.PdfTags.Aside;

/// Lays out the contents: the sections of the first three levels with their page numbers, each a link.
final class PdfContents {

	private static final int LEVELS = 3;

	private static final float INDENT = 26;

	private static final float HANG = 26;

	private static final float PAGE_WIDTH = 34;

	private static final PdfName TOC = new PdfName("TOC");

	private final Desk desk;

	private final Landmarks landmarks;

	PdfContents(Desk desk, Landmarks landmarks) {
		this.desk = desk;
		this.landmarks = landmarks;
	}

	void layOut() {
		var listed = this.landmarks.all().stream().filter(landmark -> landmark.depth() <= LEVELS).toList();
		if (listed.isEmpty()) {
			return;
		}
		this.desk.tags().tag(PdfTags.SECT, () -> {
			this.desk.flow().addKept(this.desk.text(this.desk.tags().child(PdfName.H1), "Contents", this.desk.house().heading(1)), 0);
			this.desk.flow().air(14);
			this.desk.tags().tag(TOC, () -> level(listed, 0, 1));
		});
		this.desk.flow().newPage();
	}

	/// Lists this level's sections from here on, deeper ones in a list of their own, and returns where the level ends.
	private int level(List<Landmark> listed, int from, int depth) {
		int next = from;
		while (next < listed.size() && listed.get(next).depth() >= depth) {
			if (listed.get(next).depth() > depth) {
				int start = next;
				var end = new int[1];
				this.desk.tags().tag(TOC, () -> end[0] = level(listed, start, depth + 1));
				next = end[0];
			}
			else {
				entry(listed.get(next++));
			}
		}
		return next;
	}

	private void entry(Landmark landmark) {
		this.desk.type().glyphs().at(landmark.section().at());
		var house = this.desk.house();
		boolean top = landmark.depth() == 1;
		var setting = top ? house.body().in(house.fonts().bold()) : house.body();
		var number = this.desk.type().printable(landmark.section().number(), setting.style());
		float hang = number.isEmpty() ? 0 : Math.max(HANG, setting.style().width(number) + 6);
		float indent = INDENT * (landmark.depth() - 1) + hang;
		var words = this.desk.type()
			.plain(landmark.section().title() + " ", setting, house.width() - PAGE_WIDTH - indent)
			.numbered(setting.style(), number, hang);
		var reference = new Tag[1];
		this.desk.tags().tag(PdfName.TOCI, () -> reference[0] = this.desk.tags().child(PdfName.REFERENCE));
		this.desk.flow().add(new Entry(this.desk, reference[0], landmark, words, house.left() + indent), top ? 8 : 1);
	}

	/// One line of the contents; its page number is looked up when it is drawn, after all is placed.
	private record Entry(Desk desk, Tag reference, Landmark landmark, Words words, float left) implements Piece {

		@Override
		public float height() {
			return this.words.height();
		}

		@Override
		public void draw(float top) {
			var tags = this.desk.tags();
			var link = tags.child(this.reference, PdfTags.LINK);
			var style = this.words.setting().style();
			var number = String.valueOf(this.landmark.page());
			int last = this.words.count() - 1;
			float right = this.desk.house().right();
			float baseline = this.words.setting().baseline(last, top);
			float start = this.left + this.words.lines().get(last).width() + 6;
			tags.artifact(Aside.LAYOUT, () -> this.desk.pen()
				.path(House.GREY, 0.7f, new float[] { 0.1f, 4 }, new float[] { start, baseline + 1, right - PAGE_WIDTH + 12, baseline + 1 }));
			tags.content(link, () -> {
				this.desk.ink().plain(this.words, this.left, top);
				this.desk.pen().words(() -> this.desk.pen().show(style, number, right - style.width(number), baseline));
			});
			var target = this.desk.type().landmarks().target(this.landmark);
			tags.link(link, target, new Rectangle(this.left, top - height(), right, top));
		}

	}

}

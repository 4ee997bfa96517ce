package org.packhorse.writer.pdf;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.packhorse.writer.pdf.PdfTags.Aside;

/// A row of a table. A tall one is parted between lines at a page's end, and its cells' tags go on overleaf.
record TableRow(Desk desk, Kind kind, List<Slot> slots, @Nullable Again head) implements Piece {

	/// The header row or one of the others.
	enum Kind {

		HEADER, BODY

	}

	/// A cell: its tag, its words and where they start.
	record Slot(Tag tag, Words words, float left) {
	}

	/// The header row once more, on a page that a table goes on to; it has been read already.
	record Again(TableRow header) implements Piece {

		@Override
		public float height() {
			return this.header.height();
		}

		@Override
		public void draw(float top) {
			this.header.desk.tags().artifact(Aside.REPEATED, () -> {
				this.header.ground(top);
				this.header.slots.forEach(slot -> this.header.desk.ink().plain(slot.words(), slot.left(), top - PADDING));
			});
		}

	}

	static final float PADDING = 5;

	/// A row of more lines than this may be parted.
	private static final int TALL = 12;

	private static final int TOGETHER = 3;

	private int lines() {
		int lines = 1;
		for (Slot slot : this.slots) {
			lines = Math.max(lines, slot.words().count());
		}
		return lines;
	}

	private float leading() {
		return this.slots.getFirst().words().setting().leading();
	}

	@Override
	public float height() {
		return lines() * leading() + 2 * PADDING;
	}

	@Override
	public float least() {
		return lines() > TALL ? TOGETHER * leading() + 2 * PADDING : height();
	}

	@Override
	public @Nullable Cut cut(float room) {
		int lines = lines();
		int fitting = Math.min((int) ((room - 2 * PADDING) / leading()), lines - TOGETHER);
		if (lines <= TALL || fitting < TOGETHER) {
			return null;
		}
		var first = new ArrayList<Slot>();
		var rest = new ArrayList<Slot>();
		for (Slot slot : this.slots) {
			first.add(new Slot(slot.tag(), slot.words().first(fitting), slot.left()));
			rest.add(new Slot(slot.tag(), slot.words().after(fitting), slot.left()));
		}
		return new Cut(new TableRow(this.desk, this.kind, first, this.head), new TableRow(this.desk, this.kind, rest, this.head));
	}

	@Override
	public void draw(float top) {
		this.desk.tags().artifact(Aside.LAYOUT, () -> {
			ground(top);
			this.slots.forEach(slot -> this.desk.ink().decorate(slot.words(), slot.left(), top - PADDING));
		});
		for (Slot slot : this.slots) {
			this.desk.ink().content(slot.tag(), slot.words(), slot.left(), top - PADDING);
		}
	}

	private void ground(float top) {
		var house = this.desk.house();
		float bottom = top - height();
		switch (this.kind) {
			case HEADER -> {
				this.desk.pen().fill(House.TINT, house.left(), bottom, house.width(), height());
				this.desk.pen().line(house.accent(), 1, house.left(), bottom, house.right(), bottom);
			}
			case BODY -> this.desk.pen().line(House.RULE, 0.5f, house.left(), bottom, house.right(), bottom);
		}
	}

}

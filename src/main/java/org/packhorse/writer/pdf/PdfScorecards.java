package org.packhorse.writer.pdf;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.PdfName;
import org.packhorse.document.Block.Scorecard;
import org.packhorse.document.Block.Scorecard.Tile;
import org.packhorse.document.Block.Table.Align;
import org.packhorse.writer.pdf.LineBreaker.Run;
import org.packhorse.writer.pdf.PdfTags.Aside;

/// Lays out headline figures as tiles side by side, in as many rows as they need; read aloud they are a list of names with
/// their figures.
final class PdfScorecards {

	private static final int MOST_ACROSS = 4;

	private static final float GAP = 10;

	private static final float PADDING = 10;

	private static final float BAR = 3;

	private final Desk desk;

	PdfScorecards(Desk desk) {
		this.desk = desk;
	}

	void scorecard(Scorecard scorecard) {
		int across = across(scorecard.tiles());
		float width = (this.desk.house().width() - GAP * (across - 1)) / across;
		var list = this.desk.tags().child(PdfName.L);
		this.desk.tags().within(list, () -> {
			var caption = this.desk.tags().child(PdfName.CAPTION);
			this.desk.flow().addKept(this.desk.text(caption, scorecard.caption(), this.desk.house().caption()), 16);
			for (int i = 0; i < scorecard.tiles().size(); i += across) {
				row(scorecard.tiles().subList(i, Math.min(i + across, scorecard.tiles().size())), width, i == 0 ? 6 : GAP);
			}
		});
		this.desk.flow().air(20);
	}

	/// As many tiles side by side as leave every figure on one line, in rows as even as can be.
	private int across(List<Tile> tiles) {
		float widest = 0;
		for (Tile tile : tiles) {
			widest = Math.max(widest, this.desk.house().figure().style().width(tile.value().print()));
		}
		int most = (int) ((this.desk.house().width() + GAP) / (widest + 2 * PADDING + GAP));
		most = Math.clamp(most, 1, MOST_ACROSS);
		int rows = (tiles.size() + most - 1) / most;
		return (tiles.size() + rows - 1) / rows;
	}

	private void row(List<Tile> tiles, float width, float gap) {
		var boxes = new ArrayList<Box>();
		for (int i = 0; i < tiles.size(); i++) {
			boxes.add(box(tiles.get(i), this.desk.house().left() + i * (width + GAP), width));
		}
		this.desk.flow().add(new Row(this.desk, boxes, width), gap);
	}

	private Box box(Tile tile, float left, float width) {
		var house = this.desk.house();
		var parts = new ArrayList<Part>();
		this.desk.tags().tag(PdfName.LI, () -> {
			float inner = width - 2 * PADDING;
			var label = this.desk.tags().child(PdfName.LBL);
			var body = this.desk.tags().child(PdfName.LBODY);
			parts.add(new Part(label, this.desk.type().plain(tile.label() + " ", house.cell().in(House.GREY), inner)));
			parts.add(new Part(body, this.desk.type().plain(tile.value().print() + " ", house.figure(), inner)));
			var note = note(tile, house);
			if (note != null) {
				parts.add(new Part(body, this.desk.type().set(note, house.cell(), inner, Align.START)));
			}
		});
		return new Box(parts, left);
	}

	private @Nullable List<Run> note(Tile tile, House house) {
		var runs = new ArrayList<Run>();
		if (tile.badge() != null) {
			runs.addAll(this.desk.type().runs(List.of(tile.badge()), house.cell().style()));
		}
		if (!tile.note().isBlank()) {
			var plain = house.cell().style();
			runs.add(new Run(plain, this.desk.type().printable(runs.isEmpty() ? tile.note() : "  " + tile.note(), plain)));
		}
		return runs.isEmpty() ? null : runs;
	}

	private record Part(Tag tag, Words words) {
	}

	private record Box(List<Part> parts, float left) {

		private float height() {
			return (float) this.parts.stream().mapToDouble(part -> part.words().height()).sum() + 2 * PADDING + BAR;
		}

	}

	/// Tiles side by side, as tall as the tallest.
	private record Row(Desk desk, List<Box> boxes, float width) implements Piece {

		@Override
		public float height() {
			return (float) this.boxes.stream().mapToDouble(Box::height).max().orElse(0);
		}

		@Override
		public void draw(float top) {
			this.desk.tags().artifact(Aside.LAYOUT, () -> this.boxes.forEach(box -> ground(box, top)));
			for (Box box : this.boxes) {
				float y = top - PADDING - BAR;
				for (Part part : box.parts()) {
					this.desk.ink().draw(part.tag(), part.words(), box.left() + PADDING, y);
					y -= part.words().height();
				}
			}
		}

		private void ground(Box box, float top) {
			this.desk.pen().fill(House.TINT, box.left(), top - height(), this.width, height());
			this.desk.pen().fill(this.desk.house().accent(), box.left(), top - BAR, this.width, BAR);
		}

	}

}

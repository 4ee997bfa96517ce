package org.packhorse.writer.pdf;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// Places pieces one below the other on pages before anything is drawn, so that page numbers and their total are known when
/// the first page is.
final class Flow {

	/// A piece and the height of its upper edge on the page.
	record Placed(Piece piece, float top) {
	}

	private record Waiting(Piece piece, float gap) {
	}

	private static final float TOLERANCE = 0.01f;

	private final float roof;

	private final float floor;

	private final List<List<Placed>> pages = new ArrayList<>();

	/// Pieces that must not stand at a page's end without what follows them, such as headings.
	private final List<Waiting> waiting = new ArrayList<>();

	private float y;

	private float air;

	private boolean fresh;

	Flow(float roof, float floor) {
		this.roof = roof;
		this.floor = floor;
		startPage(null);
	}

	/// The height of a whole page.
	float tallest() {
		return this.roof - this.floor;
	}

	/// Adds a piece, this far below what stands above it.
	void add(Piece piece, float gap) {
		addKept(piece, gap);
		settle(true);
	}

	/// Adds a piece that stays with the next one.
	void addKept(Piece piece, float gap) {
		this.waiting.add(new Waiting(piece, Math.max(gap, this.air)));
		this.air = 0;
	}

	/// What follows stands at least this far below, as after a table.
	void air(float air) {
		this.air = air;
	}

	/// What follows, and what waits to stand with it, starts a page.
	void newPage() {
		if (!this.fresh) {
			startPage(null);
		}
	}

	/// The pages, complete.
	List<List<Placed>> pages() {
		settle(false);
		return this.pages;
	}

	private void settle(boolean lastMayPart) {
		if (!this.fresh && !this.waiting.isEmpty() && need(lastMayPart) > this.y - this.floor + TOLERANCE) {
			startPage(this.waiting.getFirst().piece().head());
		}
		this.waiting.forEach(this::put);
		this.waiting.clear();
	}

	private float need(boolean lastMayPart) {
		float need = 0;
		for (int i = 0; i < this.waiting.size(); i++) {
			var next = this.waiting.get(i);
			boolean last = lastMayPart && i == this.waiting.size() - 1;
			need += next.gap() + (last ? next.piece().least() : next.piece().height());
		}
		return need;
	}

	private void put(Waiting next) {
		this.y -= this.fresh ? 0 : next.gap();
		var piece = next.piece();
		while (piece.height() > this.y - this.floor + TOLERANCE) {
			var cut = piece.cut(this.y - this.floor);
			if (cut == null && this.fresh) {
				break;
			}
			if (cut != null) {
				drop(cut.first());
				piece = cut.rest();
			}
			startPage(piece.head());
		}
		drop(piece);
	}

	private void drop(Piece piece) {
		piece.placed(this.pages.size(), this.y);
		this.pages.getLast().add(new Placed(piece, this.y));
		this.y -= piece.height();
		this.fresh = false;
	}

	private void startPage(@Nullable Piece head) {
		this.pages.add(new ArrayList<>());
		this.y = this.roof;
		if (head != null) {
			drop(head);
		}
		this.fresh = true;
	}

}

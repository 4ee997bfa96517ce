package org.packhorse.writer.pdf;

import java.util.ArrayList;
import java.util.List;

/// The filled shapes of a page, to tell what colour lies behind words: round boxes are badges, narrow bars stand before callouts.
final class Boxes {

	private static final float WIDEST_BAR = 8;

	private static final float BAR_REACH = 30;

	/// Words within a badge keep this distance from its end; those that follow it start there.
	private static final float PADDING = 0.5f;

	/// A filled shape by its corners; the last one drawn lies on top.
	private record Box(float left, float floor, float right, float roof, boolean round, String fill) {

		boolean holds(float x, float y) {
			return this.left <= x && x < this.right - PADDING && this.floor <= y && y <= this.roof;
		}

		boolean bars(float x, float y) {
			return !this.round && this.right - this.left < WIDEST_BAR && this.right <= x && x < this.right + BAR_REACH && this.floor <= y && y <= this.roof;
		}

	}

	private final List<Box> boxes = new ArrayList<>();

	private String colour = "";

	private boolean started;

	private boolean round;

	private float left;

	private float floor;

	private float right;

	private float roof;

	void colour(float red, float green, float blue) {
		this.colour = "%02X%02X%02X".formatted(Math.round(red * 255), Math.round(green * 255), Math.round(blue * 255));
	}

	void rectangle(float x, float y, float width, float height) {
		point(x, y);
		point(x + width, y + height);
	}

	void point(float x, float y) {
		this.left = this.started ? Math.min(this.left, x) : x;
		this.right = this.started ? Math.max(this.right, x) : x;
		this.floor = this.started ? Math.min(this.floor, y) : y;
		this.roof = this.started ? Math.max(this.roof, y) : y;
		this.started = true;
	}

	void curve(float x, float y) {
		this.round = true;
		point(x, y);
	}

	void fill() {
		if (this.started) {
			this.boxes.add(new Box(this.left, this.floor, this.right, this.roof, this.round, this.colour));
		}
		forget();
	}

	void forget() {
		this.started = false;
		this.round = false;
	}

	/// The colour of the badge that holds this place, or blank.
	String behind(float x, float y) {
		return this.boxes.reversed().stream().filter(box -> box.round() && box.holds(x, y)).map(Box::fill).findFirst().orElse("");
	}

	/// The colour of the bar before this place, or blank.
	String bar(float x, float y) {
		return this.boxes.reversed().stream().filter(box -> box.bars(x, y)).map(Box::fill).findFirst().orElse("");
	}

}

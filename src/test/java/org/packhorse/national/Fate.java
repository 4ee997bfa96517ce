package org.packhorse.national;

import java.util.Random;

/// What became of an action by the day that packs are made for, and so its rating by the rules that ship.
enum Fate {

	COMPLETE(30, "COMPLETE"),

	EMBEDDED(8, "BLUE"),

	ON_TRACK(56, "GREEN"),

	BEHIND(12, "AMBER"),

	FAR_BEHIND(6, "RED"),

	OVERDUE(10, "RED"),

	MOVED(13, "AMBER"),

	SILENT(3, "RED"),

	DECLARED_AMBER(4, "AMBER"),

	DECLARED_RED(2, "RED"),

	NOT_DUE(3, "GREY"),

	WITHDRAWN(2, "GREY"),

	ONGOING(2, "AMBER");

	/// How many of about 150 actions meet it.
	private final int weight;

	private final String rating;

	Fate(int weight, String rating) {
		this.weight = weight;
		this.rating = rating;
	}

	String rating() {
		return this.rating;
	}

	/// Whether nothing is reported any more once it is reached.
	boolean isEnd() {
		return this == COMPLETE || this == EMBEDDED || this == WITHDRAWN;
	}

	static Fate draw(Random random) {
		int all = 0;
		for (Fate fate : values()) {
			all += fate.weight;
		}
		int drawn = random.nextInt(all);
		for (Fate fate : values()) {
			drawn -= fate.weight;
			if (drawn < 0) {
				return fate;
			}
		}
		throw new IllegalStateException("weights do not add up");
	}

}

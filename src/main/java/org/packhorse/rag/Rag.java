package org.packhorse.rag;

/// The colours, worst first; each always goes with its words.
public enum Rag {

	RED("Red"), AMBER("Amber"), GREEN("Green"), BLUE("Blue"), COMPLETE("Complete"), GREY("Grey"), NONE("Not rated");

	private final String words;

	Rag(String words) {
		this.words = words;
	}

	/// The colour as a reader sees it.
	public String words() {
		return this.words;
	}

	/// Whether it counts among the rated: everything but GREY (withdrawn or not due to start) and NONE.
	public boolean rated() {
		return this != GREY && this != NONE;
	}

	/// Whether it is a better colour than the other: RED < AMBER < GREEN = GREY < COMPLETE < BLUE; NONE compares with nothing.
	public boolean betterThan(Rag other) {
		return this != NONE && other != NONE && rank() > other.rank();
	}

	private int rank() {
		return switch (this) {
			case NONE -> -1;
			case RED -> 0;
			case AMBER -> 1;
			case GREEN, GREY -> 2;
			case COMPLETE -> 3;
			case BLUE -> 4;
		};
	}

}

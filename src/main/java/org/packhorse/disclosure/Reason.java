package org.packhorse.disclosure;

/// Why a figure is withheld from the public.
public enum Reason {

	SMALL_NUMBER("small number"), ZERO("zero, which this house withholds"), SMALL_DENOMINATOR("too few cases to take a share of"),
	NEARLY_ALL("all but a few"), ALL("all of them, which this house withholds"), IN_SOURCE("withheld by its source"),
	SECONDARY("would tell a withheld figure");

	private final String words;

	Reason(String words) {
		this.words = words;
	}

	/// The reason in words for a list.
	public String words() {
		return this.words;
	}

}

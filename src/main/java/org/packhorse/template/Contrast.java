package org.packhorse.template;

/// How well two colours can be told apart, from 1 to 21, as WCAG 2.2 reckons it.
final class Contrast {

	/// What text of ordinary size needs (success criterion 1.4.3, level AA).
	static final double ENOUGH = 4.5;

	private Contrast() {
	}

	/// The contrast of two colours given as `RRGGBB`.
	static double between(String one, String other) {
		double a = luminance(one);
		double b = luminance(other);
		return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
	}

	private static double luminance(String colour) {
		return 0.2126 * light(colour, 0) + 0.7152 * light(colour, 2) + 0.0722 * light(colour, 4);
	}

	private static double light(String colour, int from) {
		double share = Integer.parseInt(colour, from, from + 2, 16) / 255.0;
		return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
	}

}

package org.packhorse.writer.excel;

/// Picks the text colour that reads best on a fill, by the contrast ratio of WCAG 2.2.
final class Contrast {

	private Contrast() {
	}

	/// White or the ink of the page, whichever stands out more from the fill.
	static String on(String fill) {
		var light = luminance(fill);
		return 1.05 / (light + 0.05) >= (light + 0.05) / (luminance(HouseStyles.INK) + 0.05) ? "FFFFFF" : HouseStyles.INK;
	}

	private static double luminance(String colour) {
		int rgb = Integer.parseInt(colour, 16);
		return 0.2126 * part(rgb >> 16) + 0.7152 * part(rgb >> 8) + 0.0722 * part(rgb);
	}

	private static double part(int bits) {
		var share = (bits & 0xFF) / 255.0;
		return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
	}

}

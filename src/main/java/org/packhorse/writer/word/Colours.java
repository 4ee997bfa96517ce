package org.packhorse.writer.word;

/// Colours made from a house's colours.
final class Colours {

	private Colours() {
	}

	/// This colour, thinned with white until so many per cent of it are left.
	static String tint(String colour, int percent) {
		int rgb = Integer.parseInt(colour, 16);
		return "%02X%02X%02X".formatted(thin(rgb >> 16, percent), thin(rgb >> 8, percent), thin(rgb, percent));
	}

	private static int thin(int part, int percent) {
		return 255 - (255 - (part & 0xFF)) * percent / 100;
	}

}

package org.packhorse.writer.excel;

/// Which characters an XML file can hold.
final class XmlCharacters {

	/// What stands in place of a character that XML cannot hold.
	static final int INSTEAD = 0xFFFD;

	private XmlCharacters() {
	}

	/// Whether XML 1.0 can hold the character; a lone half of a surrogate pair cannot be held.
	static boolean legal(int point) {
		return point >= 0x20 && point < 0xD800 || point == '\t' || point == '\n' || point == '\r' || point >= 0xE000 && point < 0xFFFE
				|| point >= 0x10000;
	}

	/// The same words with U+FFFD for every character that XML cannot hold; the very same object when all are fine.
	static String clean(String words) {
		if (isClean(words)) {
			return words;
		}
		return words.codePoints()
			.map(point -> legal(point) ? point : INSTEAD)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

	private static boolean isClean(String words) {
		for (int i = 0; i < words.length();) {
			int point = words.codePointAt(i);
			if (!legal(point)) {
				return false;
			}
			i += Character.charCount(point);
		}
		return true;
	}

}

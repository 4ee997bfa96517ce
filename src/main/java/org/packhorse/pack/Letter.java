package org.packhorse.pack;

import org.springframework.util.Assert;

/// The e-mail that goes with an edition: made once for it, from its frozen facts and templates, and the same each time.
///
/// @param subject one line of council, pack, day and marking; never anything that a table's words could bring in
/// @param plain the plain part, lines of 76 characters at most, each ended by a line feed
/// @param html the page that says the same; nothing in it is loaded from elsewhere
public record Letter(String subject, String plain, String html) {

	public Letter {
		Assert.isTrue(subject.codePoints().noneMatch(Letter::isControl), "a subject is one line without control characters");
	}

	/// What could end a header's line, or make it look like another.
	static boolean isControl(int sign) {
		return Character.isISOControl(sign) || Character.getType(sign) == Character.FORMAT || Character.getType(sign) == Character.LINE_SEPARATOR
				|| Character.getType(sign) == Character.PARAGRAPH_SEPARATOR || Character.getType(sign) == Character.SURROGATE;
	}

}

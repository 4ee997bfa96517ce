package org.packhorse.tracker;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What counts as an e-mail address in import files: the plain ones that councils have, without quotation marks, comments or names.
final class MailAddress {

	private static final int LONGEST = 254;

	private static final int LONGEST_BOX = 64;

	private static final Pattern BOX = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");

	private static final Pattern DOMAIN = Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

	private MailAddress() {
	}

	/// What is wrong with an address, or nothing.
	static Optional<String> fault(String text) {
		int at = text.lastIndexOf('@');
		if (hasControls(text)) {
			return Optional.of("it holds a line break or another control character");
		}
		if (text.length() > LONGEST) {
			return Optional.of("it has %d characters, and at most %d are allowed".formatted(text.length(), LONGEST));
		}
		if (at < 1 || at > LONGEST_BOX || !BOX.matcher(text.substring(0, at)).matches()) {
			return Optional.of("what stands before the @ names no mailbox");
		}
		return isDomain(text.substring(at + 1).toLowerCase(Locale.ROOT)) ? Optional.empty() : Optional.of("what stands behind the @ is no domain");
	}

	/// Whether it could stand behind an @, in small letters.
	static boolean isDomain(String text) {
		return text.length() <= LONGEST - 2 && DOMAIN.matcher(text).matches();
	}

	/// As it is kept: domains are alike in capitals and small letters, mailboxes need not be.
	static String kept(String address) {
		int at = address.lastIndexOf('@');
		return address.substring(0, at) + address.substring(at).toLowerCase(Locale.ROOT);
	}

	/// Control characters, line and paragraph ends among them: nothing that comes into the head of a message may have one.
	static boolean hasControls(String text) {
		return text.codePoints().anyMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029);
	}

}

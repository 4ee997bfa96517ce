package org.packhorse.delivery;

import java.util.Locale;
import java.util.regex.Pattern;

/// What an address must look like at the moment it is used, whatever brought it here: what is loaded is checked too, but rows can come
/// from elsewhere.
public final class Addresses {

	private static final int LONGEST = 254;

	private static final Pattern PLAIN = Pattern
		.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)*[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

	private Addresses() {
	}

	/// Whether it is one plain address, which cannot be taken for anything else in a header or a command.
	static boolean isPlain(String address) {
		return address.length() <= LONGEST && PLAIN.matcher(address).matches() && !address.startsWith(".") && !address.contains("..") && !address.contains(".@");
	}

	/// The domain in small letters.
	static String domain(String address) {
		return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
	}

	/// What tells people apart: a server might tell mailboxes by their capitals, but none does, and one person must not get two messages.
	static String same(String address) {
		return address.toLowerCase(Locale.ROOT);
	}

	/// As it is handed to a server: the mailbox as it was written, the domain in small letters.
	static String sent(String address) {
		return address.substring(0, address.lastIndexOf('@') + 1) + domain(address);
	}

	/// The address for those who must know which one is meant and not what it is: `c…@council.example`.
	public static String covered(String address) {
		var line = oneLine(address, 100);
		int at = line.lastIndexOf('@');
		return at < 1 ? line.substring(0, Math.min(1, line.length())) + "…" : line.charAt(0) + "…" + line.substring(at);
	}

	/// The words without any address: servers repeat them in their answers.
	public static String without(String words) {
		return words.replaceAll("<?[^\\s<>\"']+@[^\\s<>\"']+>?", "(address)");
	}

	/// The words with what could end a line or hide in one made a blank.
	static String oneLine(String words, int most) {
		var line = words.codePoints()
			.map(sign -> Character.isISOControl(sign) || Character.getType(sign) == Character.FORMAT || sign == 0x2028 || sign == 0x2029 ? ' ' : sign)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString()
			.strip();
		return line.length() > most ? line.substring(0, most - 1) + "…" : line;
	}

}

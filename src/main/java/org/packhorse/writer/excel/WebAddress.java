package org.packhorse.writer.excel;

import java.nio.charset.StandardCharsets;

/// Web addresses as a workbook's relations may hold them; Excel calls a file broken whose addresses hold other characters.
final class WebAddress {

	/// The longest address that Excel keeps.
	static final int LONGEST = 2_079;

	private static final String LEGAL = "-._~:/?#[]@!$&'()*+,;=%";

	private WebAddress() {
	}

	/// The address with every character that no address may hold in percent code.
	static String legal(String address) {
		var legal = new StringBuilder(address.length());
		for (byte b : address.getBytes(StandardCharsets.UTF_8)) {
			char c = (char) (b & 0xFF);
			if (c < 0x80 && (Character.isLetterOrDigit(c) || LEGAL.indexOf(c) >= 0)) {
				legal.append(c);
			}
			else {
				legal.append(String.format("%%%02X", (int) c));
			}
		}
		return legal.toString();
	}

}

package org.packhorse.delivery;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.packhorse.delivery.Delivery.Kind;
import org.packhorse.pack.Sha256;

/// What is to go to whom: everything that tells one message from another.
///
/// @param recipient whom it is for
/// @param address where it goes
/// @param sendNo 1, and one more each time that a person has it sent again
record Addressed(Kind kind, String authority, String about, @Nullable Long edition, @Nullable String manifestSha256, @Nullable String list, String recipient,
		String name, String address, int sendNo) {

	private static final String SIGNS = "abcdefghijklmnopqrstuvwxyz234567";

	/// The message's name without brackets and domain: worked out from what it is, so that the same message always has the same one.
	String token() {
		var parts = "%s|%s|%s|%d".formatted(this.about, Objects.requireNonNullElse(this.manifestSha256, ""), this.recipient, this.sendNo);
		var what = this.kind == Kind.EDITION ? parts : this.kind + "|" + parts;
		return base32(HexFormat.of().parseHex(Sha256.of(what.getBytes(StandardCharsets.UTF_8))));
	}

	/// What a message is known by whatever the domain in its name.
	static String token(String messageId) {
		int at = messageId.indexOf('@');
		return at < 0 ? messageId : messageId.substring(messageId.startsWith("<") ? 1 : 0, at);
	}

	private static String base32(byte[] bytes) {
		var text = new StringBuilder();
		int held = 0;
		int bits = 0;
		for (byte each : bytes) {
			held = held << 8 | each & 0xff;
			bits += 8;
			while (bits >= 5) {
				bits -= 5;
				text.append(SIGNS.charAt(held >> bits & 31));
			}
			held &= (1 << bits) - 1;
		}
		return bits == 0 ? text.toString() : text.append(SIGNS.charAt(held << 5 - bits & 31)).toString();
	}

}

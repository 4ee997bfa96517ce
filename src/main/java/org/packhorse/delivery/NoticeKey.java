package org.packhorse.delivery;

import java.nio.charset.StandardCharsets;

import org.packhorse.pack.Sha256;

/// The key of a notice as the ledger has room for it: of one that is too long, as with a post of many words, the end becomes its SHA-256,
/// so that different ones stay different.
final class NoticeKey {

	static final int LONGEST = 300;

	private NoticeKey() {
	}

	static String of(String key) {
		if (key.length() <= LONGEST) {
			return key;
		}
		var hash = Sha256.of(key.getBytes(StandardCharsets.UTF_8));
		return key.substring(0, LONGEST - hash.length() - 1) + "#" + hash;
	}

}

package org.packhorse.access;

import java.time.Instant;

/// A signed statement, kept outside the database, of how far the audit trail had come.
///
/// @param chain the trail's own name
/// @param seq number of its last entry
/// @param hash that entry's hash
/// @param count how many entries there were
/// @param key the key that signed it, by the first digits of its SHA-256
/// @param signature Ed25519, in base64
record Checkpoint(String chain, long seq, String hash, long count, Instant at, String key, String signature) {

	/// What the signature is over.
	String statement() {
		return "packhorse audit %s %d %s %d %s %s".formatted(this.chain, this.seq, this.hash, this.count, this.at, this.key);
	}

	Checkpoint signed(String signature) {
		return new Checkpoint(this.chain, this.seq, this.hash, this.count, this.at, this.key, signature);
	}

}

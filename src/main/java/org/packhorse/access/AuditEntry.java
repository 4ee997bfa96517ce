package org.packhorse.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;

import tools.jackson.databind.json.JsonMapper;

/// One entry of the audit trail.
///
/// @param seq its number, from 1 without gaps
/// @param actor who did it, as [Actor#toString()] writes
/// @param action a verb in the past: `published`, `cleared`
/// @param object what it was done to, such as an edition's name
/// @param detail JSON, its keys in order
/// @param prev the hash of the entry before
/// @param hash SHA-256 over `prev` and everything else here
public record AuditEntry(long seq, Instant at, String actor, String action, String object, String detail, String prev, String hash) {

	/// What stands before the first entry.
	static final String BEGINNING = "0".repeat(64);

	private static final JsonMapper JSON = JsonMapper.builder().build();

	/// The next entry of a chain.
	static AuditEntry after(long seq, String prev, Instant at, Actor actor, String action, String object, String detail) {
		return new AuditEntry(seq, at, actor.toString(), action, object, detail, prev, hash(prev, seq, at, actor.toString(), action, object, detail));
	}

	/// Whether it is what was written: its hash is that of its contents.
	boolean isWhole() {
		return this.hash.equals(hash(this.prev, this.seq, this.at, this.actor, this.action, this.object, this.detail));
	}

	/// Over the hash before and the entry as JSON with its keys in this order; detail counts as the text that is stored.
	private static String hash(String prev, long seq, Instant at, String actor, String action, String object, String detail) {
		var canonical = new LinkedHashMap<String, Object>();
		canonical.put("seq", seq);
		canonical.put("at", at.toString());
		canonical.put("actor", actor);
		canonical.put("action", action);
		canonical.put("object", object);
		canonical.put("detail", detail);
		return sha256(prev + JSON.writeValueAsString(canonical));
	}

	static String sha256(String text) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java has SHA-256", ex);
		}
	}

}

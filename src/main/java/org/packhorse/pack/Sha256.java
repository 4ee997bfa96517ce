package org.packhorse.pack;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 in lower-case hex, as manifests carry it.
public final class Sha256 {

	private Sha256() {
	}

	/// Of these bytes.
	public static String of(byte[] bytes) {
		var digest = digest();
		digest.update(bytes);
		return hex(digest);
	}

	static String of(Path file) throws IOException {
		var digest = digest();
		try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
			in.transferTo(OutputStream.nullOutputStream());
		}
		return hex(digest);
	}

	/// What a digest has come to.
	static String hex(MessageDigest digest) {
		return HexFormat.of().formatHex(digest.digest());
	}

	/// For what comes in pieces.
	static MessageDigest digest() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java has SHA-256", ex);
		}
	}

}

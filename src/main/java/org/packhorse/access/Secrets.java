package org.packhorse.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.random.RandomGenerator;

import org.springframework.stereotype.Component;

/// Makes tokens that nobody can guess, in letters and digits that nobody mistakes for others.
@Component
public class Secrets {

	private static final String SIGNS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

	private static final int LENGTH = 32;

	private final RandomGenerator random;

	public Secrets() {
		this(new SecureRandom());
	}

	Secrets(RandomGenerator random) {
		this.random = random;
	}

	/// A new one: 32 signs of 31, about 158 bits.
	public String token() {
		var token = new StringBuilder();
		for (int i = 0; i < LENGTH; i++) {
			token.append(SIGNS.charAt(this.random.nextInt(SIGNS.length())));
		}
		return token.toString();
	}

	/// What is kept of a token: typed with blanks, dashes or small letters it is the same one.
	public static String sha256(String token) {
		try {
			var plain = token.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(plain.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java has SHA-256", ex);
		}
	}

}

package org.packhorse.console;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

import jakarta.servlet.http.HttpServletResponse;

/// The headers that every answer has: nothing keeps it, frames it, guesses its type, or tells another site where the reader came from.
final class Headers {

	/// A page with its own style sheet and nothing else.
	static final String PAGE = "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'".formatted(sha256(PlainPage.STYLE));

	/// A file that is saved, not shown; where a browser shows it all the same, it can do nothing.
	static final String FILE = "default-src 'none'; sandbox; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

	/// A pack's pages in a frame of ours: their style stands in themselves; they run nothing, load nothing and send nothing.
	static final String PACK = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

	private Headers() {
	}

	static void write(HttpServletResponse response, String policy) {
		response.setHeader("Content-Security-Policy", policy);
		response.setHeader("Cache-Control", "no-store");
		response.setHeader("X-Content-Type-Options", "nosniff");
		response.setHeader("X-Frame-Options", "DENY");
		response.setHeader("Referrer-Policy", "no-referrer");
		response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
		response.setHeader("X-Robots-Tag", "noindex, nofollow");
	}

	private static String sha256(String style) {
		try {
			return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java has SHA-256", ex);
		}
	}

}

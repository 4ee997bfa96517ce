package org.packhorse.console.door;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.packhorse.pack.PackProblem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/// Keeps passwords as bcrypt hashes. bcrypt reads 72 bytes and no more, so what it gets is the SHA-256 of the password, whatever its length.
@Component
@ConditionalOnWebApplication
public class PasswordHash {

	private static final int AT_ONCE = 2;

	private static final Duration PATIENCE = Duration.ofSeconds(2);

	/// Few at once: each costs a processor a good part of a second.
	private final Semaphore hands = new Semaphore(AT_ONCE);

	private final BCryptPasswordEncoder bcrypt;

	private final String nobody;

	PasswordHash(@Value("${packhorse.sign-in.bcrypt-strength:12}") int strength) {
		this.bcrypt = new BCryptPasswordEncoder(strength);
		this.nobody = this.bcrypt.encode(digest("whom nobody knows"));
	}

	/// The hash to keep.
	public String of(String password) {
		return withHands(() -> this.bcrypt.encode(digest(password)));
	}

	/// Whether this is the password. Where there is none the answer takes as long, so that nobody learns which accounts there are.
	public boolean matches(String password, @Nullable String hash) {
		boolean same = withHands(() -> this.bcrypt.matches(digest(password), hash == null ? this.nobody : hash));
		return same && hash != null;
	}

	private <T> T withHands(Supplier<T> work) {
		try {
			if (!this.hands.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
				throw new PackProblem(PackProblem.Kind.BUSY, "Many people sign in at this moment. Try again in a while.");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new PackProblem(PackProblem.Kind.BUSY, "This process is being stopped.");
		}
		try {
			return work.get();
		}
		finally {
			this.hands.release();
		}
	}

	private static String digest(String password) {
		try {
			var composed = Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
			return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(composed));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java has SHA-256", ex);
		}
	}

}

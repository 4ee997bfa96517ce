package org.packhorse.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;
import org.packhorse.pack.Home;
import org.packhorse.pack.PackProblem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The secret that links are signed with and passwords come from, so that neither is stored anywhere: the setting
/// `packhorse.delivery.key`, which several servers share, or else a file that is made on first use and that its owner alone reads.
@Component
public class DeliveryKey {

	private static final String ALGORITHM = "HmacSHA256";

	private static final int BYTES = 32;

	private static final int MARK = 16;

	private final String setting;

	private final Path file;

	private byte @Nullable [] key;

	public DeliveryKey(@Value("${packhorse.delivery.key:}") String setting, Home home) {
		this.setting = setting.strip();
		this.file = home.path().resolve("data").resolve("delivery.key");
	}

	/// The key's answer to a message; what is made for one purpose tells nothing of what is made for another.
	byte[] sign(String purpose, byte[] message) {
		return mac(mac(key(), ("packhorse " + purpose).getBytes(StandardCharsets.UTF_8)), message);
	}

	/// What tells this key from others and tells nothing of it.
	String mark() {
		return HexFormat.of().formatHex(sign("mark", new byte[0])).substring(0, MARK);
	}

	private static byte[] mac(byte[] key, byte[] message) {
		try {
			var mac = Mac.getInstance(ALGORITHM);
			mac.init(new SecretKeySpec(key, ALGORITHM));
			return mac.doFinal(message);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("every Java has " + ALGORITHM, ex);
		}
	}

	private synchronized byte[] key() {
		if (this.key == null) {
			this.key = this.setting.isEmpty() ? kept() : read(this.setting, "The setting packhorse.delivery.key");
		}
		return this.key;
	}

	private byte[] kept() {
		try {
			if (!Files.exists(this.file, LinkOption.NOFOLLOW_LINKS)) {
				make();
			}
			demandOwn();
			return read(Files.readString(this.file, StandardCharsets.US_ASCII).strip(), this.file.toString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// Another process may make one at the same moment: the first whole one counts.
	private void make() throws IOException {
		Files.createDirectories(this.file.getParent());
		var bytes = new byte[BYTES];
		new SecureRandom().nextBytes(bytes);
		var fresh = fresh();
		try {
			Files.writeString(fresh, HexFormat.of().formatHex(bytes) + "\n", StandardCharsets.US_ASCII, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
			place(fresh);
		}
		catch (FileAlreadyExistsException made) {
			// By another process, a moment ago.
		}
		finally {
			Files.deleteIfExists(fresh);
		}
	}

	private Path fresh() throws IOException {
		var folder = this.file.getParent();
		return hasRights(folder) ? Files.createTempFile(folder, "delivery", ".new", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
				: Files.createTempFile(folder, "delivery", ".new");
	}

	private void place(Path fresh) throws IOException {
		try {
			Files.createLink(this.file, fresh);
		}
		catch (UnsupportedOperationException ex) {
			Files.move(fresh, this.file);
		}
	}

	private void demandOwn() throws IOException {
		if (!hasRights(this.file)) {
			return;
		}
		var others = Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE);
		if (Files.getPosixFilePermissions(this.file).stream().anyMatch(others::contains)) {
			throw problem("%s can be read or changed by others than its owner, who could then open every link and locked file: chmod 600 %s, and think about a new key (docs/links.md)."
				.formatted(this.file, this.file));
		}
	}

	private static boolean hasRights(Path path) throws IOException {
		if (!Files.exists(path)) {
			throw new NoSuchFileException(path.toString());
		}
		return Files.getFileStore(path).supportsFileAttributeView("posix");
	}

	private static byte[] read(String words, String where) {
		if (!words.matches("[0-9a-fA-F]{" + 2 * BYTES + ",}") || words.length() % 2 != 0) {
			throw problem("%s is no key: it has %d hexadecimal digits or more, as `openssl rand -hex %d` makes them.".formatted(where, 2 * BYTES, BYTES));
		}
		return HexFormat.of().parseHex(words);
	}

	private static PackProblem problem(String words) {
		return new PackProblem(PackProblem.Kind.INPUT, words);
	}

}

package org.packhorse.tracker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.HexFormat;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where the bytes of one upload wait, under names of our own, open to this account alone.
final class UploadFolder {

	private static final Logger LOG = LoggerFactory.getLogger(UploadFolder.class);

	private static final int LONGEST_NAME = 200;

	private static final FileAttribute<?> OURS_ALONE = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

	private final Path folder;

	UploadFolder(Path folder) {
		this.folder = folder;
	}

	static UploadFolder create(Path folder) throws IOException {
		Files.createDirectories(folder.getParent());
		var posix = Files.getFileStore(folder.getParent()).supportsFileAttributeView("posix");
		return new UploadFolder(posix ? Files.createDirectory(folder, OURS_ALONE) : Files.createDirectory(folder));
	}

	/// Keeps a file's bytes.
	Upload.Sent keep(int number, SentFile file, long most) throws IOException {
		var digest = sha256();
		try (var in = new DigestInputStream(file.bytes().open(), digest); var out = Files.newOutputStream(path(number))) {
			var bytes = copy(in, out, most);
			return new Upload.Sent(cleaned(file.name()), bytes, HexFormat.of().formatHex(digest.digest()));
		}
	}

	private static long copy(InputStream in, OutputStream out, long most) throws IOException {
		var buffer = new byte[1 << 16];
		long bytes = 0;
		for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
			bytes += n;
			if (bytes > most) {
				throw new UploadRefused(UploadRefused.Why.TOO_LARGE,
						"A file is larger than %,d MB. Split it, or ask whoever runs Packhorse to load it on the command line.".formatted(most >> 20));
			}
			out.write(buffer, 0, n);
		}
		return bytes;
	}

	/// The file as it came; bytes that are not those any more are not read.
	ImportFile file(int number, Upload.Sent sent) {
		var digest = sha256();
		try (var in = new DigestInputStream(Files.newInputStream(path(number)), digest)) {
			in.transferTo(OutputStream.nullOutputStream());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		if (!HexFormat.of().formatHex(digest.digest()).equals(sent.sha256())) {
			throw new IllegalStateException("the bytes of an upload are not those that were sent");
		}
		return new ImportFile(path(number), sent.name());
	}

	Path work() {
		return this.folder.resolve("work");
	}

	/// Removes the bytes. What cannot be removed is in the log and keeps nobody from anything; the next start tries again.
	void delete() {
		if (!Files.exists(this.folder, LinkOption.NOFOLLOW_LINKS)) {
			return;
		}
		try (var all = Files.walk(this.folder)) {
			for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
				Files.deleteIfExists(path);
			}
		}
		catch (IOException | UncheckedIOException ex) {
			LOG.warn("{} cannot be removed: {}. Remove it by hand.", this.folder, ex.toString());
		}
	}

	private Path path(int number) {
		return this.folder.resolve(Integer.toString(number));
	}

	/// The last part of what the sender calls the file, without signs that are not seen or that turn the writing round.
	static String cleaned(String name) {
		var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
		var plain = Normalizer.normalize(last.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]", ""), Normalizer.Form.NFC).strip();
		return plain.isEmpty() ? "file" : plain.length() > LONGEST_NAME ? plain.substring(plain.length() - LONGEST_NAME) : plain;
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java has SHA-256", ex);
		}
	}

}

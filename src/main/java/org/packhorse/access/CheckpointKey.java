package org.packhorse.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Signs checkpoints with a key of this home: `data/audit.key`, for its owner alone, and `data/audit.pub` beside it.
///
/// audit.pub may hold the public keys of other servers too, one a line.
@Component
class CheckpointKey {

	private static final String ALGORITHM = "Ed25519";

	private final Path secret;

	private final Path known;

	CheckpointKey(@Value("${packhorse.home:.}") String home) {
		var data = Path.of(home).toAbsolutePath().normalize().resolve("data");
		this.secret = data.resolve("audit.key");
		this.known = data.resolve("audit.pub");
	}

	/// The checkpoint with the key's name and signature.
	Checkpoint sign(Checkpoint checkpoint) throws IOException {
		try {
			var pair = pair();
			var named = new Checkpoint(checkpoint.chain(), checkpoint.seq(), checkpoint.hash(), checkpoint.count(), checkpoint.at(),
					name(pair.getPublic()), "");
			var signature = Signature.getInstance(ALGORITHM);
			signature.initSign(pair.getPrivate());
			signature.update(named.statement().getBytes(StandardCharsets.UTF_8));
			return named.signed(Base64.getEncoder().encodeToString(signature.sign()));
		}
		catch (GeneralSecurityException | IllegalArgumentException ex) {
			throw new IOException(this.secret + " holds no key of this program: " + ex.getMessage(), ex);
		}
	}

	/// Whether a known key signed it as it is.
	boolean signed(Checkpoint checkpoint) throws IOException {
		try {
			for (PublicKey key : known()) {
				if (name(key).equals(checkpoint.key())) {
					var signature = Signature.getInstance(ALGORITHM);
					signature.initVerify(key);
					signature.update(checkpoint.statement().getBytes(StandardCharsets.UTF_8));
					return signature.verify(Base64.getDecoder().decode(checkpoint.signature()));
				}
			}
			return false;
		}
		catch (GeneralSecurityException | IllegalArgumentException ex) {
			return false;
		}
	}

	private List<PublicKey> known() throws IOException, GeneralSecurityException {
		if (!Files.exists(this.known)) {
			return List.of();
		}
		var keys = KeyFactory.getInstance(ALGORITHM);
		var found = new ArrayList<PublicKey>();
		for (String line : Files.readAllLines(this.known)) {
			if (!line.isBlank()) {
				found.add(keys.generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(line.strip()))));
			}
		}
		return found;
	}

	/// The secret's file holds both keys, so that one step makes both.
	private KeyPair pair() throws IOException, GeneralSecurityException {
		if (!Files.exists(this.secret)) {
			make();
		}
		var lines = Files.readAllLines(this.secret);
		var keys = KeyFactory.getInstance(ALGORITHM);
		PrivateKey own = keys.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines.getFirst())));
		var pair = new KeyPair(keys.generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(lines.getLast()))), own);
		publish(pair.getPublic());
		return pair;
	}

	/// Written aside and linked into place, so that of two processes one's key counts and nobody reads half of it.
	private void make() throws IOException, GeneralSecurityException {
		Files.createDirectories(this.secret.getParent());
		var pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
		var base64 = Base64.getEncoder();
		var aside = Files.createTempFile(this.secret.getParent(), "audit", ".new", ownersAlone(this.secret.getParent()));
		try {
			Files.writeString(aside, base64.encodeToString(pair.getPrivate().getEncoded()) + "\n" + base64.encodeToString(pair.getPublic().getEncoded()) + "\n");
			Files.createLink(this.secret, aside);
		}
		catch (FileAlreadyExistsException ex) {
			// Another process was first; its key is the one.
		}
		finally {
			Files.deleteIfExists(aside);
		}
	}

	private static FileAttribute<?>[] ownersAlone(Path folder) throws IOException {
		return Files.getFileStore(folder).supportsFileAttributeView("posix")
				? new FileAttribute<?>[] { PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")) } : new FileAttribute<?>[0];
	}

	private void publish(PublicKey key) throws IOException {
		var line = Base64.getEncoder().encodeToString(key.getEncoded());
		if (!Files.exists(this.known) || !Files.readAllLines(this.known).contains(line)) {
			Files.writeString(this.known, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
		}
	}

	private static String name(PublicKey key) {
		return AuditEntry.sha256(Base64.getEncoder().encodeToString(key.getEncoded())).substring(0, 16);
	}

}

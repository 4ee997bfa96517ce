package org.packhorse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/// A certificate for one host name, made for a test and trusted by nobody else, with its key; PEM files as mail servers read them.
public record PemCertificate(Path certificate, Path key) {

	private static final String PASSWORD = "changeit";

	/// Makes one in a folder.
	public static PemCertificate of(String hostName, Path folder) {
		try {
			var store = Files.createDirectories(folder).resolve(hostName + ".p12");
			var keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "mail", "-keyalg", "RSA",
					"-keysize", "2048", "-dname", "CN=" + hostName, "-ext", "san=dns:" + hostName, "-validity", "2", "-storetype", "PKCS12", "-keystore",
					store.toString(), "-storepass", PASSWORD)
				.redirectErrorStream(true)
				.redirectOutput(folder.resolve("keytool.log").toFile())
				.start();
			if (keytool.waitFor() != 0) {
				throw new IllegalStateException("keytool made no certificate: see " + folder.resolve("keytool.log"));
			}
			return of(hostName, folder, store);
		}
		catch (IOException | GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static PemCertificate of(String hostName, Path folder, Path file) throws IOException, GeneralSecurityException {
		var store = KeyStore.getInstance("PKCS12");
		try (InputStream in = Files.newInputStream(file)) {
			store.load(in, PASSWORD.toCharArray());
		}
		return new PemCertificate(pem(folder.resolve(hostName + ".pem"), "CERTIFICATE", store.getCertificate("mail").getEncoded()),
				pem(folder.resolve(hostName + ".key"), "PRIVATE KEY", store.getKey("mail", PASSWORD.toCharArray()).getEncoded()));
	}

	private static Path pem(Path file, String what, byte[] content) throws IOException {
		var lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(content);
		return Files.writeString(file, "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(what, lines));
	}

}

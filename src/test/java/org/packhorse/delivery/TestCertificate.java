package org.packhorse.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A certificate for one host name, made on the spot, and the PEM file by which it is trusted.
record TestCertificate(SSLContext server, Path pem) {

	static TestCertificate of(String host, Path folder) throws IOException, GeneralSecurityException, InterruptedException {
		var store = folder.resolve(host + ".p12");
		var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
		var made = new ProcessBuilder(List.of(keytool, "-genkeypair", "-alias", "server", "-keyalg", "EC", "-dname", "CN=" + host, "-ext", "san=dns:" + host, "-validity", "10",
				"-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", "changeit"))
			.redirectErrorStream(true)
			.start();
		made.getInputStream().readAllBytes();
		if (made.waitFor() != 0) {
			throw new IOException("keytool made no certificate");
		}
		var keys = KeyStore.getInstance(store.toFile(), "changeit".toCharArray());
		var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		managers.init(keys, "changeit".toCharArray());
		var context = SSLContext.getInstance("TLS");
		context.init(managers.getKeyManagers(), null, null);
		var pem = folder.resolve(host + ".pem");
		var text = Base64.getMimeEncoder().encodeToString(keys.getCertificate("server").getEncoded());
		Files.writeString(pem, "-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n");
		return new TestCertificate(context, pem);
	}

}

package org.packhorse.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import org.jspecify.annotations.Nullable;
import org.packhorse.pack.PackProblem;

/// Which certificates are trusted: those of a PEM file, or of Java itself.
final class Trust {

	private Trust() {
	}

	static SSLContext of(@Nullable Path file) {
		try {
			if (file == null) {
				return SSLContext.getDefault();
			}
			var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
			managers.init(certificates(file));
			var context = SSLContext.getInstance("TLS");
			context.init(null, managers.getTrustManagers(), null);
			return context;
		}
		catch (GeneralSecurityException | IOException ex) {
			throw new PackProblem(PackProblem.Kind.INPUT, "packhorse.mail.trust: %s holds no certificates to trust; it should be a PEM file.".formatted(file));
		}
	}

	private static KeyStore certificates(Path file) throws GeneralSecurityException, IOException {
		var store = KeyStore.getInstance(KeyStore.getDefaultType());
		store.load(null, null);
		try (var in = Files.newInputStream(file)) {
			int number = 0;
			for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
				store.setCertificateEntry("trusted-" + number++, certificate);
			}
			if (number == 0) {
				throw new IOException("no certificate");
			}
		}
		return store;
	}

}

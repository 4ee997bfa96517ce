package org.packhorse.run;

import java.nio.file.Path;
import java.util.Locale;

import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;

import org.jspecify.annotations.Nullable;
import org.packhorse.pack.PackProblem;
import org.packhorse.run.OwnBrokerSettings.Identity;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundleKey;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.boot.ssl.jks.JksSslStoreBundle;
import org.springframework.boot.ssl.jks.JksSslStoreDetails;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/// Certificates and keys as councils keep them, PEM or PKCS12, for a broker and those who speak to it.
final class BrokerCertificates {

	private BrokerCertificates() {
	}

	/// Which brokers are trusted: those of a PEM file, or of Java itself.
	static TrustManager[] trust(@Nullable Path file) {
		try {
			return SslBundle.of(new PemSslStoreBundle(null, file == null ? null : PemSslStoreDetails.forCertificate(place(file)))).getManagers().getTrustManagers();
		}
		catch (RuntimeException ex) {
			throw new PackProblem(PackProblem.Kind.INPUT, "packhorse.broker.trust: %s holds no certificates to trust; it should be a PEM file.".formatted(file));
		}
	}

	/// By what a broker proves its name.
	static KeyManager[] keys(Identity identity) {
		try {
			var password = identity.password().isEmpty() ? null : identity.password();
			return SslBundle.of(store(identity, password), SslBundleKey.of(isPkcs12(identity) ? password : null)).getManagers().getKeyManagers();
		}
		catch (RuntimeException ex) {
			throw new PackProblem(PackProblem.Kind.INPUT, """
					packhorse.broker.certificate: %s%s cannot be used: it should hold a certificate in PEM with its key in packhorse.broker.key, or be a \
					PKCS12 file (.p12, .pfx); a password for it belongs into PACKHORSE_BROKER_KEY_PASSWORD."""
				.formatted(identity.certificate(), identity.key() == null ? "" : " with " + identity.key()));
		}
	}

	private static SslStoreBundle store(Identity identity, @Nullable String password) {
		if (isPkcs12(identity)) {
			return new JksSslStoreBundle(new JksSslStoreDetails("PKCS12", null, place(identity.certificate()), password), null);
		}
		var key = identity.key() == null ? identity.certificate() : identity.key();
		return new PemSslStoreBundle(PemSslStoreDetails.forCertificate(place(identity.certificate())).withPrivateKey(place(key)).withPrivateKeyPassword(password), null);
	}

	private static boolean isPkcs12(Identity identity) {
		return identity.certificate().toString().toLowerCase(Locale.ROOT).matches(".*\\.(p12|pfx)");
	}

	private static String place(Path file) {
		return file.toUri().toString();
	}

}

package org.packhorse.run;

import java.io.IOException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.PKIXReason;
import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;

import org.jspecify.annotations.Nullable;
import org.packhorse.pack.PackProblem;

/// Why the database could not be used, in words with a remedy. What it said itself may be anybody's data: that is for those who run it, and
/// for no page.
final class DatabaseFault {

	static final String FOR_PAGES = "The database does not answer as it should.";

	/// How words begin that quote the database.
	static final String QUOTED = "the database does not answer as it should: ";

	private static final String SETTING = "PACKHORSE_DB_SSL (sslMode in spring.datasource.url)";

	private static final String UNTRUSTED = "it is signed by nobody whom this Java trusts";

	private static final String NO_TLS = "SSL Connection required";

	private DatabaseFault() {
	}

	/// What a fault of the database means for whoever asked.
	static Trouble of(SQLException fault) {
		var encryption = encryption(fault);
		return encryption == null
				? new Trouble(PackProblem.Kind.BUSY, true, false, "%s%s. Check that it runs, then try again; ./packhorse doctor looks at the settings."
					.formatted(QUOTED, firstLine(fault)), FOR_PAGES)
				: new Trouble(PackProblem.Kind.INPUT, true, false, encryption, FOR_PAGES);
	}

	/// The same for whoever looks at the settings already.
	static String words(SQLException fault) {
		var encryption = encryption(fault);
		return encryption == null ? "it does not answer: %s; check spring.datasource.url (docs/database.md)".formatted(fault.getMessage()) : encryption;
	}

	/// What is wrong with the encrypted connection, where that is what is wrong: the innermost cause knows best.
	private static @Nullable String encryption(SQLException fault) {
		String found = null;
		for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
			var known = known(cause);
			found = known == null ? found : known;
		}
		return found;
	}

	private static @Nullable String known(Throwable cause) {
		return switch (cause) {
			case CertPathBuilderException _ -> refused(UNTRUSTED);
			case CertPathValidatorException path when path.getReason() == PKIXReason.NO_TRUST_ANCHOR -> refused(UNTRUSTED);
			case CertificateExpiredException _ -> refused("it has expired");
			case CertificateException certificate -> refused(firstLine(certificate));
			case CertPathValidatorException path -> refused(firstLine(path));
			case SSLException encryption when !isCutOff(encryption) -> notAgreed(firstLine(encryption));
			case SQLException sql when firstLine(sql).startsWith(NO_TLS) ->
				"the database server offers no TLS, and %s demands it: switch it on at the server; DISABLED is for a server on this machine only. docs/database.md, \"TLS\", says more.".formatted(SETTING);
			default -> null;
		};
	}

	/// Whether the connection went while TLS was being spoken, which a server does that has just started again, and a network; that may pass.
	private static boolean isCutOff(SSLException encryption) {
		return Stream.iterate((Throwable) encryption, Objects::nonNull, Throwable::getCause).anyMatch(cause -> cause instanceof IOException && !(cause instanceof SSLException));
	}

	private static String notAgreed(String why) {
		return """
				TLS could not be agreed with the database server, so nothing was sent there: %s. Server and Java must have a version of TLS and a cipher in common; \
				docs/database.md, "TLS", says more. %s decides what is demanded; DISABLED is for a server on this machine only.""".formatted(why.replaceFirst("\\.+$", ""), SETTING);
	}

	private static String refused(String why) {
		return """
				the certificate of the database server is not accepted, so nothing was sent there (TLS): %s. It must be valid, carry the name in PACKHORSE_DB_HOST and be \
				signed by an authority that this Java trusts; docs/database.md, "TLS", says how Java comes to trust the council's own. %s decides what is looked at; \
				DISABLED is for a server on this machine only.""".formatted(why.replaceFirst("\\.+$", ""), SETTING);
	}

	private static String firstLine(Throwable fault) {
		return String.valueOf(fault.getMessage()).lines().findFirst().orElse("");
	}

}

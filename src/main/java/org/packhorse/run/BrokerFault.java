package org.packhorse.run;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.Optional;

import javax.net.ssl.SSLException;

import jakarta.jms.JMSSecurityException;
import org.apache.activemq.transport.InactivityIOException;

/// Why a broker could not be used, in words with a remedy.
///
/// @param lasting whether a setting or a right has to be mended first; else the broker may come back by itself
record BrokerFault(boolean lasting, String words) {

	static final BrokerFault CUT_OFF = passing("it closes the connection without a word; its own log says why");

	/// What went wrong with a broker that was spoken to.
	static BrokerFault of(BrokerSettings settings, Throwable fault) {
		for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
			var known = known(settings, cause);
			if (known.isPresent()) {
				return known.get();
			}
		}
		return passing("it does not answer as it should: " + firstLine(fault));
	}

	private static Optional<BrokerFault> known(BrokerSettings settings, Throwable cause) {
		return Optional.ofNullable(switch (cause) {
			case JMSSecurityException refused -> refused(settings, refused);
			case SecurityException refused -> refused(settings, refused);
			case UnknownHostException _ -> passing("there is no host of that name; check packhorse.broker.url");
			// Whoever turns a certificate down closes the connection, and what was being said on it may come to its end first.
			case SocketException closed when String.valueOf(closed.getMessage()).contains("outbound has closed") ->
				lasting("its certificate is not accepted, or it has closed the encrypted connection; check the name in packhorse.broker.url, and packhorse.broker.trust");
			case CertificateException certificate -> lasting("its certificate is not accepted: %s; check the name in packhorse.broker.url, and packhorse.broker.trust".formatted(firstLine(certificate)));
			case SSLException _ when cause.getCause() == null -> lasting("it does not speak TLS as it should: %s; check its port in packhorse.broker.url".formatted(firstLine(cause)));
			case SocketTimeoutException _ -> passing("it does not answer; check packhorse.broker.url, and whether a firewall is between");
			case InactivityIOException _ -> passing("it takes the connection and says nothing; check the port in packhorse.broker.url");
			case ConnectException _ -> passing("nobody listens there; check packhorse.broker.url, and that the broker runs");
			case EOFException _ -> CUT_OFF;
			case IOException silent when firstLine(silent).contains("negotiation timeout") -> passing("it takes the connection and does not speak as a broker does; check the port in packhorse.broker.url");
			default -> null;
		});
	}

	/// The broker says whether the account is unknown to it, or may not use the queue.
	private static BrokerFault refused(BrokerSettings settings, Exception refusal) {
		return lasting(firstLine(refusal).contains("not authorized") ? "the account %s may not read and write the queue %s; give it that right".formatted(settings.account(), settings.queue())
				: "it does not accept name and password of the account %s; check PACKHORSE_BROKER_USER and PACKHORSE_BROKER_PASSWORD".formatted(settings.account()));
	}

	private static BrokerFault lasting(String words) {
		return new BrokerFault(true, words);
	}

	private static BrokerFault passing(String words) {
		return new BrokerFault(false, words);
	}

	private static String firstLine(Throwable fault) {
		return String.valueOf(fault.getMessage()).lines().findFirst().orElse("");
	}

}

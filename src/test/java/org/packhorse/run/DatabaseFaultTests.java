package org.packhorse.run;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.PKIXReason;
import java.sql.SQLException;
import java.util.List;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

import org.junit.jupiter.api.Test;
import org.packhorse.pack.PackProblem;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/// What whoever runs Packhorse learns when the database cannot be used, and what stays out of the pages.
class DatabaseFaultTests {

	private static final String PAGES = "The database does not answer as it should.";

	/// As the driver wraps it, and the pool of connections once more.
	private static Trouble refused(Exception certificate) {
		var handshake = new SSLHandshakeException("(certificate_unknown) PKIX path building failed");
		handshake.initCause(certificate);
		return Trouble.of(new IllegalStateException(new SQLException("Connection is not available", new SQLException("Communications link failure\n\nThe last packet", handshake)))).orElseThrow();
	}

	@Test
	void certificateThatNobodyVouchesForIsASettingToMend() {
		var unknown = new CertificateException("PKIX path building failed", new CertPathBuilderException("unable to find valid certification path to requested target"));
		assertThat(refused(unknown)).satisfies(trouble -> {
			assertThat(trouble.words()).startsWith("the certificate of the database server is not accepted, so nothing was sent there (TLS): it is signed by nobody whom this Java trusts. ")
				.contains("carry the name in PACKHORSE_DB_HOST", "PACKHORSE_DB_SSL (sslMode in spring.datasource.url) decides what is looked at", "docs/database.md, \"TLS\"");
			assertThat(trouble.kind()).isEqualTo(PackProblem.Kind.INPUT);
			assertThat(trouble.forPages()).isEqualTo(PAGES);
		});
	}

	/// As the driver looks at it, and as Java does.
	@Test
	void nobodyVouchesForACertificateWhoeverFindsOut() {
		var byDriver = new CertificateException(new CertPathValidatorException("Path does not chain with any of the trust anchors", null, null, -1, PKIXReason.NO_TRUST_ANCHOR));
		var byJava = new CertificateException(new CertPathBuilderException("unable to find valid certification path to requested target"));
		assertThat(refused(byDriver).words()).isEqualTo(refused(byJava).words());
	}

	@Test
	void certificateOfAnotherNameOrOfThePastIsToldSo() {
		assertThat(refused(new CertificateException("No subject alternative DNS name matching db.example.org found.")).words())
			.contains("(TLS): No subject alternative DNS name matching db.example.org found. It must be valid");
		var past = new CertPathValidatorException("validity check failed", new CertificateExpiredException("NotAfter: Tue Mar 31 2026"));
		assertThat(refused(new CertificateException("PKIX path validation failed", past)).words()).contains("(TLS): it has expired. ");
	}

	/// As a server does it that has just started again, a network, or one that stands still.
	@Test
	void handshakeThatIsCutOffMayPass() {
		for (IOException cut : List.of(new EOFException("SSL peer shut down incorrectly"), new SocketException("Connection reset"), new SocketTimeoutException("Read timed out"))) {
			var handshake = new SSLException("readHandshakeRecord", new SSLHandshakeException("Remote host terminated the handshake", cut));
			var trouble = Trouble.of(new SQLException("Communications link failure", handshake)).orElseThrow();
			assertThat(trouble.kind()).as(cut.toString()).isEqualTo(PackProblem.Kind.BUSY);
			assertThat(trouble.words()).startsWith("the database does not answer as it should: Communications link failure. ").doesNotContain("certificate");
		}
	}

	@Test
	void versionsOfTlsThatHaveNothingInCommonAreToldAsSuch() {
		var none = new SSLHandshakeException("No appropriate protocol (protocol is disabled or cipher suites are inappropriate).");
		var trouble = Trouble.of(new SQLException("Communications link failure", none)).orElseThrow();
		assertThat(trouble.kind()).isEqualTo(PackProblem.Kind.INPUT);
		assertThat(trouble.words())
			.startsWith("TLS could not be agreed with the database server, so nothing was sent there: No appropriate protocol (protocol is disabled or cipher suites are inappropriate). Server and Java")
			.doesNotContain("certificate");
	}

	@Test
	void serverWithoutEncryptionIsToldWithTheSettingThatDemandsIt() {
		assertThat(Trouble.of(new SQLException("SSL Connection required, but not provided by server.")).orElseThrow().words())
			.startsWith("the database server offers no TLS, and PACKHORSE_DB_SSL (sslMode in spring.datasource.url) demands it");
	}

	@Test
	void anythingElseMayPassAndIsQuotedForWhoeverRunsPackhorseAlone() {
		var trouble = Trouble.of(new SQLException("Communications link failure\n\nThe last packet")).orElseThrow();
		assertThat(trouble).satisfies(later -> assertThat(later.kind()).isEqualTo(PackProblem.Kind.BUSY),
				later -> assertThat(later.words()).startsWith("the database does not answer as it should: Communications link failure. Check that it runs"),
				later -> assertThat(later.forPages()).isEqualTo(PAGES));
		assertThat(Trouble.of(trouble.problem()).orElseThrow()).as("after it has travelled").isEqualTo(trouble);
	}

	@Test
	void recordOfARunKeepsBothWordings() {
		var json = JsonMapper.builder().build();
		var trouble = Trouble.of(new SQLException("Duplicate entry 'x'")).orElseThrow();
		assertThat(json.readValue(json.writeValueAsString(trouble), Trouble.class)).isEqualTo(trouble);
		var older = json.readValue("{\"kind\": \"INPUT\", \"mayPass\": false, \"located\": true, \"words\": \"small/pack.yml, line 1\"}", Trouble.class);
		assertThat(older.forPages()).isEqualTo("small/pack.yml, line 1");
	}

	/// Before pages had words of their own, records kept what the database said, and what a fault of the program's own said.
	@Test
	void recordThatIsOlderThanWordsForPagesShowsNothingThatTheDatabaseSaid() {
		var said = "the database does not answer as it should: Duplicate entry 'anna@council.example' for key 'x'. Check that it runs, then try again; ./packhorse doctor looks at the settings.";
		assertThat(new Trouble(PackProblem.Kind.BUSY, true, false, said).forPages()).isEqualTo(PAGES);
		assertThat(Trouble.forPages("It waits. " + said + "\nRun 5 was stopped before small was made.")).isEqualTo("It waits. " + PAGES + "\nRun 5 was stopped before small was made.");
		assertThat(Trouble.forPages("this failed: java.lang.IllegalStateException: 'anna'. The whole trace is in the log.")).startsWith("This failed in a way that nobody has foreseen. ").doesNotContain("anna");
		assertThat(Trouble.forPages(PAGES)).isEqualTo(PAGES);
	}

}

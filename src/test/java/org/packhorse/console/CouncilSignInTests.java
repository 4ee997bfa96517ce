package org.packhorse.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.packhorse.access.Accounts;
import org.packhorse.access.Actor;
import org.packhorse.access.AuditTrail;
import org.packhorse.access.Clearance;
import org.packhorse.access.Role;

class CouncilSignInTests {

	private static Provider provider;

	private static Website site;

	@BeforeAll
	static void open(@TempDir Path tables) throws Exception {
		provider = new Provider();
		site = new Website(tables, "--packhorse.sign-in.issuer=" + provider.issuer(), "--packhorse.sign-in.client-id=packhorse", "--packhorse.sign-in.client-secret=a secret of this test");
		site.account("keeper", Clearance.PUBLIC, Role.ADMIN);
	}

	@AfterAll
	static void close() {
		site.close();
		provider.close();
	}

	@BeforeEach
	void asItShouldBe() {
		provider.audience = "packhorse";
		provider.sameNonce = true;
	}

	private static void account(String name) {
		site.bean(Accounts.class).make(name, new Accounts.Rights(Set.of(Role.VIEWER), Clearance.MEMBERS, List.of()), provider.issuer(), new Actor("keeper"));
	}

	private static Visit.Page comeBack(Visit visit) throws IOException, InterruptedException {
		var away = visit.open("/oauth2/authorization/council").answer().headers().firstValue("Location").orElseThrow();
		assertThat(away).startsWith(provider.issuer() + "/authorize?").contains("code_challenge_method=S256", "state=", "nonce=");
		return visit.open(provider.back(URI.create(away)));
	}

	@Test
	void accountIsTiedToItsSubjectAtTheFirstSignIn() throws Exception {
		account("chair@council.example");
		provider.name = "Chair@council.example";
		provider.subject = "s-chair";
		var visit = site.visit();
		assertThat(visit.open("/sign-in").words()).contains("Sign in with the council’s account");
		assertThat(comeBack(visit).status()).isEqualTo(302);
		assertThat(site.bean(AuditTrail.class).newest("account chair@council.example", 3)).extracting(entry -> entry.action()).containsExactly("signed in", "tied", "account made");
		assertThat(visit.open("/account").words()).contains("chair@council.example", "viewer: reads packs").doesNotContain("admin:", "Change your password");
		provider.subject = "s-another";
		assertThat(comeBack(site.visit()).words()).as("another subject of the same name").contains("no account here is yours");
		provider.subject = "s-chair";
		provider.name = "renamed@council.example";
		assertThat(comeBack(site.visit()).status()).as("the same subject under another name").isEqualTo(302);
	}

	@Test
	void whoHasNoAccountDoesNotComeIn() throws Exception {
		provider.name = "stranger@council.example";
		provider.subject = "s-stranger";
		var visit = site.visit();
		var page = comeBack(visit);
		assertThat(page.status()).isEqualTo(403);
		assertThat(page.faults()).containsExactly("The council’s sign-in knows you, or says so, but no account here is yours. Ask whoever keeps the accounts");
		assertThat(visit.open("/").location()).isEqualTo("/sign-in");
		provider.name = "keeper";
		assertThat(comeBack(site.visit()).status()).as("an account with a password is not the provider's to open").isEqualTo(403);
	}

	@Test
	void wordOfTheProviderIsTakenOnlyForThisConsoleAndThisBrowser() throws Exception {
		account("clerk@council.example");
		provider.name = "clerk@council.example";
		provider.subject = "s-clerk";
		provider.audience = "another program";
		assertThat(comeBack(site.visit()).faults()).as("a token for another program").containsExactly("The council’s sign-in did not let you in, or could not be reached. Try again, or ask whoever keeps it");
		provider.audience = "packhorse";
		provider.sameNonce = false;
		assertThat(comeBack(site.visit()).status()).as("a token of another time").isEqualTo(422);
		provider.sameNonce = true;
		var visit = site.visit();
		var away = visit.open("/oauth2/authorization/council").answer().headers().firstValue("Location").orElseThrow();
		assertThat(site.visit().open(provider.back(URI.create(away))).status()).as("in another browser").isEqualTo(422);
		assertThat(comeBack(visit).status()).isEqualTo(302);
	}

}

package org.packhorse.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.packhorse.SmallCouncil;
import org.packhorse.access.Accounts;
import org.packhorse.access.ApiTokens;
import org.packhorse.access.Clearance;
import org.packhorse.access.Role;
import org.packhorse.access.Scope;
import org.packhorse.pack.Edition;
import org.packhorse.pack.PackRequest;
import org.packhorse.pack.SignOff;
import org.packhorse.pack.SignOffs;
import org.packhorse.run.PackRuns;

/// A draft that waits for one post, and whoever holds it.
class SignOffPageTests {

	private static final String POST = "Chief Executive";

	private Website site;

	private Edition draft;

	private Visit chief;

	@BeforeEach
	void open(@TempDir Path tables) throws Exception {
		this.site = new Website(SmallCouncil.files(tables).csv("post_holders", "authority,post,account,until\nX99000007,Chief Executive,carl,\n"));
		var request = new PackRequest(SmallCouncil.CODE, "quick", Website.DAY, List.of(), null, false, List.of(), this.site.home().resolve("out"), "Performance Manager");
		this.draft = this.site.bean(PackRuns.class).make(request.signedOff(new SignOff(List.of(POST), List.of(), "")), 0, _ -> {
		}).edition();
		this.chief = this.site.signedIn("carl", Clearance.MEMBERS, Role.APPROVER);
	}

	@AfterEach
	void close() {
		this.site.close();
	}

	private String path() {
		return "/sign-off/" + this.draft.name();
	}

	private boolean isCleared() {
		return this.site.bean(SignOffs.class).of(this.draft).orElseThrow().isCleared();
	}

	@Test
	void reasonStandsInAFormThatOnlySendsBack() throws Exception {
		var page = this.chief.open(path());
		var form = page.html().selectFirst("form:has(#reason)");
		assertThat(form.select("button").eachAttr("value")).as("what Enter presses").containsExactly("back");
		assertThat(form.select("input[name=post][checked]").eachAttr("value")).containsExactly(POST);
		assertThat(page.html().select("form:has(#note) button").eachAttr("value")).containsExactly("clear");
		assertThat(page.html().select("[id]").eachAttr("id")).doesNotHaveDuplicates();
		assertThat(this.chief.send(path(), "act", "back", "post", POST, "reason", "The figures of May are missing").location()).isEqualTo("/sign-off");
		assertThat(this.chief.open(path()).words()).contains("The figures of May are missing");
	}

	@Test
	void nothingIsClearedWithAReasonToSendItBack() throws Exception {
		this.chief.open(path());
		var refused = this.chief.send(path(), "act", "clear", "post", POST, "reason", "The figures of May are missing");
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.faults()).containsExactly("A reason is given for sending the draft back. Send it back, or leave the reason out to clear it");
		assertThat(refused.html().select("#reason").val()).isEqualTo("The figures of May are missing");
		assertThat(isCleared()).isFalse();
	}

	@Test
	void clearanceStandsWhereItsFinalCannotBeMadeYet() throws Exception {
		this.site.sql().sql("ALTER TABLE editions ADD CONSTRAINT no_more CHECK (id <= %d)".formatted(this.draft.number())).update();
		this.chief.open(path());
		assertThat(this.chief.send(path(), "act", "clear", "post", POST).location()).isEqualTo("/sign-off");
		assertThat(this.chief.open("/sign-off").words()).contains("Cleared for Chief Executive; its final could not be made yet:", "It is tried again by itself.");
		assertThat(isCleared()).isTrue();
	}

	@Test
	void scriptClearsNothingWithAReasonEither() throws Exception {
		var account = this.site.bean(Accounts.class).named("carl").orElseThrow().account();
		var token = this.site.bean(ApiTokens.class).make(account, "test", Set.of(Scope.values()), Instant.parse("2021-12-01T00:00:00Z"));
		var asked = HttpRequest.newBuilder(this.chief.at("/api/v1" + path()))
			.header("Authorization", "Bearer " + token)
			.POST(HttpRequest.BodyPublishers.ofString("{\"act\": \"clear\", \"post\": \"Chief Executive\", \"reason\": \"No\"}"));
		assertThat(this.site.visit().ask(asked.build()).status()).isEqualTo(422);
		assertThat(isCleared()).isFalse();
	}

}

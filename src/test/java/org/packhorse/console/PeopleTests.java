package org.packhorse.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.packhorse.ImportFiles;
import org.packhorse.SmallCouncil;
import org.packhorse.access.Account;
import org.packhorse.access.Accounts;
import org.packhorse.access.Actor;
import org.packhorse.access.AuditTrail;
import org.packhorse.access.Clearance;
import org.packhorse.access.Role;

/// What who keeps accounts can give, to others and to themself.
class PeopleTests {

	private static final String SELF = "What you may do and see yourself is changed by another admin";

	private Website site;

	private Visit keeper;

	@BeforeEach
	void open(@TempDir Path tables) throws Exception {
		this.site = new Website(SmallCouncil.files(tables));
		this.keeper = this.site.signedIn("keeper", Clearance.PUBLIC, Role.ADMIN);
		this.keeper.open("/people");
	}

	@AfterEach
	void close() {
		this.site.close();
	}

	private Account named(String name) {
		return this.site.bean(Accounts.class).named(name).orElseThrow().account();
	}

	private Account make(String name, String... councils) {
		return this.site.bean(Accounts.class).make(name, new Accounts.Rights(Set.of(Role.VIEWER), Clearance.MEMBERS, List.of(councils)), null, new Actor("test")).orElseThrow();
	}

	private Visit.Page save(Account account, String... fields) throws Exception {
		return this.keeper.send("/people/" + account.number(), fields);
	}

	@Test
	void councilWithoutAPlanStaysWhenTheFormIsSaved(@TempDir Path more) throws Exception {
		new ImportFiles(more).csv("authorities", "code,name\nX99000008,Elsewhere\n").into(this.site.database());
		var account = make("reader", "X99000008");
		var form = this.keeper.open("/people/" + account.number()).html();
		assertThat(form.select("input[name=council][checked]").eachAttr("value")).containsExactly("X99000008");
		assertThat(form.select("input[name=reach][checked]").eachAttr("value")).containsExactly("these");
		assertThat(save(account, "role", "viewer", "clearance", "members", "open", "yes", "reach", "these", "council", "X99000008").location()).isEqualTo("/people");
		assertThat(named("reader").councils()).containsExactly("X99000008");
	}

	@Test
	void councilThatIsNotOnFileAnyMoreIsStillOffered() throws Exception {
		var account = make("reader", "X99000077");
		assertThat(this.keeper.open("/people/" + account.number()).html().select("input[name=council][checked]").eachAttr("value")).containsExactly("X99000077");
		assertThat(save(account, "role", "author", "clearance", "members", "open", "yes", "reach", "these", "council", "X99000077").location()).isEqualTo("/people");
		assertThat(named("reader")).satisfies(saved -> assertThat(saved.councils()).containsExactly("X99000077"), saved -> assertThat(saved.roles()).containsExactly(Role.AUTHOR));
	}

	@Test
	void everyCouncilIsGivenByWordAndNeverByAnEmptyList() throws Exception {
		var account = make("reader", SmallCouncil.CODE);
		assertThat(save(account, "role", "viewer", "clearance", "members", "open", "yes").faults()).containsExactly("Select every council, or only some");
		assertThat(save(account, "role", "viewer", "clearance", "members", "open", "yes", "reach", "these").faults()).containsExactly("Select at least one council, or every council");
		assertThat(save(account, "role", "viewer", "clearance", "members", "open", "yes", "reach", "these", "council", "X99000099").faults()).containsExactly("There is no council X99000099 on file");
		assertThat(save(account, "role", "viewer", "clearance", "members", "open", "yes", "reach", "all", "council", SmallCouncil.CODE).faults())
			.containsExactly("Every council is selected, and some are as well. Select one or the other");
		assertThat(named("reader").councils()).containsExactly(SmallCouncil.CODE);
		assertThat(this.keeper.send("/people/new", "name", "another", "role", "viewer", "clearance", "public").faults()).containsExactly("Select every council, or only some");
		save(account, "role", "viewer", "clearance", "members", "open", "yes", "reach", "all");
		assertThat(named("reader").councils()).isEmpty();
	}

	@Test
	void nobodyGivesThemselfMoreWhereAnotherAdminCould() throws Exception {
		var own = named("keeper");
		this.site.account("second keeper", Clearance.PUBLIC, Role.ADMIN);
		var refused = this.keeper.send("/people/" + own.number(), "role", "admin", "role", "author", "role", "approver", "clearance", "restricted", "open", "yes", "reach", "these", "council",
				SmallCouncil.CODE);
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.faults()).containsExactly(SELF, SELF, SELF);
		assertThat(named("keeper")).satisfies(kept -> assertThat(kept.roles()).containsExactly(Role.ADMIN), kept -> assertThat(kept.clearance()).isEqualTo(Clearance.PUBLIC));
		assertThat(this.site.visit().signIn("second keeper").open("/people/" + own.number()).status()).isEqualTo(200);
	}

	@Test
	void onlyAdminCanStillGiveThemselfWhatNobodyElseCould() throws Exception {
		make("invited keeper");
		assertThat(save(named("keeper"), "role", "admin", "role", "viewer", "clearance", "members", "open", "yes", "reach", "all").location()).isEqualTo("/people");
		assertThat(named("keeper").roles()).containsExactlyInAnyOrder(Role.ADMIN, Role.VIEWER);
	}

	@Test
	void tokenForSomebodyElsesPasswordEndsItAtOnceAndIsPutDown() throws Exception {
		var visit = this.site.signedIn("Chief Executive", Clearance.MEMBERS, Role.APPROVER);
		var token = this.keeper.send("/people/" + named("Chief Executive").number() + "/invite").html().select("#token").text();
		assertThat(token).isNotBlank();
		assertThat(visit.open("/").location()).as("the session").isEqualTo("/sign-in");
		var again = this.site.visit();
		again.open("/sign-in");
		assertThat(again.send("/sign-in", "name", "Chief Executive", "password", Visit.PASSWORD).faults()).containsExactly("Name or password is not right");
		var put = this.site.bean(AuditTrail.class).newest("account Chief Executive", 1).getFirst();
		assertThat(put).satisfies(entry -> assertThat(entry.actor()).isEqualTo("keeper"), entry -> assertThat(entry.action()).isEqualTo("invited"),
				entry -> assertThat(entry.detail()).isEqualTo("{\"ended\":\"password\"}"));
	}

}

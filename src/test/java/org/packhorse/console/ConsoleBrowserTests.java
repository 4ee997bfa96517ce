package org.packhorse.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.packhorse.SmallCouncil;
import org.packhorse.access.Accounts;
import org.packhorse.access.Clearance;
import org.packhorse.access.Role;

/// A month in the console, in a real browser: each part goes on where the one before it ended.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConsoleBrowserTests {

	private static Website site;

	private static Chromium browser;

	@BeforeAll
	static void open(@TempDir Path tables) {
		site = new Website(tables);
		site.sql().sql("INSERT INTO post_holders (authority, post, account) VALUES (?, 'Chief Executive', 'Chief Executive')").param(SmallCouncil.CODE).update();
		browser = new Chromium("http://127.0.0.1:" + site.port());
	}

	@AfterAll
	static void close() {
		if (browser != null) {
			browser.close();
		}
		site.close();
	}

	@Test
	@Order(1)
	void firstStartsTokenMakesTheKeeper() {
		browser.open("/").says("Make the first account").look("start");
		browser.press("Make the account").says("There is a problem").look("start-faults");
		assertThat(browser.focused()).as("the focus is on the summary").contains("There is a problem");
		browser.type("Token", site.bean(Accounts.class).firstToken())
			.type("Your name here", "Programme Manager")
			.type("Password", Visit.PASSWORD)
			.type("The same password again", Visit.PASSWORD)
			.choose("Author")
			.choose("Also restricted packs")
			.press("Make the account")
			.says("Your account is made");
		browser.look("sign-in");
		signIn("Programme Manager");
		browser.says("Overview").look("overview");
	}

	@Test
	@Order(2)
	void packIsRunAndWatchedToItsEnd() {
		browser.follow("Run now").press("Run").says("Select a pack").look("run-faults");
		browser.choose("Quick <b>pack</b>").type("As at", "30/6/2021").press("Run").says("stands").look("one-run");
		assertThat(browser.path()).matches("/runs/[0-9]+");
		browser.says("X99000007/quick/2021-06-30/v1");
		browser.follow("Runs").says("done").look("runs");
	}

	@Test
	@Order(10)
	void draftIsClearedByAnotherPersonWhoComesInByAnInvitation() {
		browser.follow("Run now").choose("Quick <b>pack</b>").type("As at", "31/5/2021").unfold("More choices").type("Posts that must clear it", "Chief Executive").press("Run").says("Waits for Chief Executive");
		browser.follow("People").look("people").follow("Add an account").press("Add").says("Select at least one role").look("new-person-faults");
		browser.type("Name", "Chief Executive").choose("Approver").choose("Also packs for members of the body").choose("Every council").press("Add").says("Hand this token to Chief Executive").look("invited");
		var token = browser.textOf("#token");
		browser.follow("Back to people").follow("Chief Executive").look("one-person");
		browser.open("/sign-off").says("Chief Executive").follow("Quick <b>pack</b> of Testingham").says("You asked for this draft").look("one-sign-off-own");
		browser.afresh().open("/welcome").look("welcome").type("Token", token).type("New password", Visit.PASSWORD).type("The same password again", Visit.PASSWORD).press("Set password").says("Your password is set");
		signIn("Chief Executive");
		browser.says("waits for Chief Executive").look("overview-approver").follow("Quick <b>pack</b> of Testingham").says("You act for");
		browser.type("Note", "read with the chair").press("Send back").says("Enter why it goes back").look("one-sign-off-faults");
		browser.press("Clear").says("Its final stands: Quick <b>pack</b> of Testingham as at 31 May 2021, version 2 (X99000007/quick/2021-05-31/v2)").look("sign-off");
	}

	@Test
	@Order(20)
	void viewerIsRefusedEverywhereButWithTheirPacks() throws Exception {
		site.account("Councillor", Clearance.PUBLIC, Role.VIEWER);
		browser.afresh().open("/run").says("Sign in");
		signIn("Councillor");
		browser.says("Overview");
		for (String path : List.of("/run", "/runs", "/sign-off", "/deliveries", "/schedules", "/templates", "/people", "/lists", "/audit")) {
			browser.open(path).says("You may not do this");
		}
		browser.look("refused").open("/editions").says("None");
		browser.open("/editions/X99000007/quick/2021-06-30/v1").says("Page not found");
		var unseen = browser.words();
		assertThat(browser.open("/editions/X99000007/quick/2021-06-30/v99").says("Page not found").words()).as("what may not be seen is like what is not there").isEqualTo(unseen);
		browser.afresh().open("/sign-in");
		signIn("Programme Manager");
		browser.says("Overview").open("/account").look("account").press("Make a token").says("Select what the token may do");
		browser.open("/schedules").look("schedules").open("/lists").look("lists").open("/templates").look("templates").follow("Quick <b>pack</b>").press("Show").look("one-template");
	}

	@Test
	@Order(25)
	void faultyTrackerIsReadMendedAndLoaded(@TempDir Path folder) throws Exception {
		var file = Files.writeString(folder.resolve("post_holders.csv"), "authority,post,account,until\nX99000007,Head of Service,head,31st of June\nX99000099,Head of Service,head,\n");
		browser.open("/data").look("data").open("/data/upload").press("Check the files").says("There is a problem").look("upload-faults");
		browser.files("Files", file).press("Check the files").says("'31st of June' is not a date").says("until").look("one-upload-faults");
		Files.writeString(file, "authority,post,account,until\nX99000007,Head of Service,head,30/6/2026\n");
		browser.open("/data/upload").files("Files", file).press("Check the files").says("no faults").look("one-upload").press("Load").says("post_holders");
		assertThat(site.sql().sql("SELECT COUNT(*) FROM post_holders WHERE post = 'Head of Service'").query(Integer.class).single()).isOne();
		browser.open("/readiness").look("readiness");
	}

	@Test
	@Order(30)
	void editionIsReadSentAndItsDoubtfulMessageSettled() {
		var sql = site.sql();
		sql.sql("INSERT INTO distribution_lists (authority, list, title, audience) VALUES (?, 'board', 'The board', 'members')").param(SmallCouncil.CODE).update();
		sql.sql("INSERT INTO recipients (authority, list, email, name, clearance) VALUES (?, 'board', 'chair@council.example', 'Independent chair', 'members')").param(SmallCouncil.CODE).update();
		browser.open("/editions").look("editions").unfold("Search").type("Earliest day", "31/2/2021").press("Search").says("There is a problem").look("editions-faults");
		browser.follow("Show all").follow("Quick <b>pack</b>, version 1").says("Files").look("one-edition");
		browser.follow("What has changed").says("As the edition itself says").look("edition-changes");
		browser.open("/editions/X99000007/quick/2021-06-30/v1/send").press("See who would get it").says("Select the lists").look("send-faults");
		browser.choose("The board").press("See who would get it").says("It would go to 1 person").look("send").press("Send it to them").says("1 message posted");
		sql.sql("UPDATE deliveries SET state = 'DOUBTFUL', reason = 'the server did not answer'").update();
		browser.open("/deliveries").says("Doubtful").look("deliveries").open("/deliveries/1").press("Settle it").says("Select what became of the message").look("one-delivery-faults");
		browser.choose("It came").type("Reason", "in the relay's log at 9:02").press("Settle it").says("Message 1 is settled as delivered").look("one-delivery");
		browser.open("/deliveries").follow("Hold all mail").press("Hold all mail").says("Enter why").look("hold-faults");
		browser.type("Reason", "the wrong pack went out").press("Hold all mail").says("All mail is held").look("deliveries-held");
		browser.follow("Look at why, and let it go").look("hold").type("Reason", "the right one after all").press("Let mail go").says("Mail goes again");
	}

	@Test
	@Order(31)
	void auditorProvesTheTrail() throws Exception {
		site.account("District auditor", Clearance.PUBLIC, Role.AUDITOR);
		browser.afresh().open("/sign-in");
		signIn("District auditor");
		browser.follow("Audit").says("Resolved").press("Prove the trail").says("Proved").look("audit");
		browser.open("/deliveries/1").says("c…@council.example").open("/editions/X99000007/quick/2021-06-30/v1").says("not what is in it").look("one-edition-unread");
	}

	private static void signIn(String name) {
		browser.type("Name", name).type("Password", Visit.PASSWORD).press("Sign in");
	}

}

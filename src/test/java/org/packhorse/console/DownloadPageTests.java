package org.packhorse.console;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.packhorse.SmallCouncil;
import org.packhorse.TestHome;
import org.packhorse.access.Actor;
import org.packhorse.delivery.Passwords;
import org.packhorse.delivery.ProtectedFile;
import org.packhorse.pack.Edition;
import org.packhorse.pack.PackProblem;
import org.packhorse.writer.html.Browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// What a personal link opens, for whom and how long; everything else answers alike.
class DownloadPageTests {

	private static final String HTML = "testingham-quick-2021-06-30.html";

	private static Website site;

	private static Edition edition;

	private static long minute;

	private String link;

	@TempDir
	private Path folder;

	@BeforeAll
	static void open(@TempDir Path tables) {
		site = new Website(tables);
		edition = site.publish(false);
	}

	@AfterAll
	static void close() {
		site.close();
	}

	@BeforeEach
	void send() {
		// Another minute each time, so that what one test got wrong does not count in the next.
		site.itIs(Instant.parse("2021-07-01T09:00:00Z").plusSeconds(120 * minute++).toString());
		site.sql().sql("INSERT INTO distribution_lists (authority, list, title, audience) VALUES (?, 'members', 'Members', 'members')").param(SmallCouncil.CODE).update();
		this.link = site.send(edition, "member@example.gov.uk", "members");
	}

	@AfterEach
	void forget() {
		List.of("deliveries", "releases", "recipients", "distribution_lists").forEach(table -> site.sql().sql("DELETE FROM " + table).update());
	}

	@Test
	void pageShowsWhatThePackIsAndItsFiles() throws Exception {
		var answer = site.get(this.link);
		assertThat(answer.statusCode()).isEqualTo(200);
		var page = Jsoup.parse(text(answer.body()));
		assertThat(page.select("h1").text()).isEqualTo("Quick <b>pack</b>");
		assertThat(page.text()).contains("OFFICIAL", "Testingham", "30 June 2021", "Excel", "HTML", "KB");
		assertThat(page.select("a").eachAttr("href")).containsExactly(this.link + "/" + HTML, this.link + "/testingham-quick-2021-06-30.xlsx");
		assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
		assertThat(answer.headers().firstValue("content-security-policy").orElseThrow()).contains("default-src 'none'", "frame-ancestors 'none'");
		assertThat(answer.headers().map()).doesNotContainKeys("set-cookie", "server");
	}

	@Test
	void fileIsTheVeryOneThatWasPublished() throws Exception {
		var answer = site.get(this.link + "/" + HTML);
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).isEqualTo(Files.readAllBytes(edition.path().resolve(HTML)));
		assertThat(answer.headers().firstValue("content-disposition").orElseThrow()).startsWith("attachment;").contains(HTML);
		assertThat(answer.headers().firstValue("x-content-type-options")).contains("nosniff");
		assertThat(answer.headers().firstValue("referrer-policy")).contains("no-referrer");
		assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
	}

	@Test
	void headAnswersLikeGetWithoutTheBytes() throws Exception {
		for (String path : List.of(this.link, this.link + "/" + HTML)) {
			var get = site.get(path);
			var head = site.ask("HEAD", path);
			assertThat(head.statusCode()).isEqualTo(200);
			assertThat(head.body()).isEmpty();
			assertThat(head.headers().firstValue("content-length")).isEqualTo(get.headers().firstValue("content-length")).isPresent();
		}
	}

	@Test
	void eachOpeningIsInTheTrailWithoutAnAddress() throws Exception {
		site.get(this.link);
		site.get(this.link + "/" + HTML);
		site.ask("HEAD", this.link + "/" + HTML);
		var details = site.sql().sql("SELECT CONCAT(actor, ' ', action, ' ', object, ' ', detail_json) FROM audit WHERE action = 'opened' AND object = (SELECT CONCAT('delivery ', MAX(id)) FROM deliveries) ORDER BY seq")
			.query(String.class)
			.list();
		assertThat(details).hasSize(2).noneMatch(detail -> detail.contains("@"));
		assertThat(details.getFirst()).contains("reader of delivery", "\"page\"");
		assertThat(details.getLast()).contains(HTML);
	}

	@Test
	void passwordOfAMessageIsToldAndTheTellingRecorded() {
		long number = site.sql().sql("SELECT MAX(id) FROM deliveries").query(Long.class).single();
		var message = site.sql().sql("SELECT message_id FROM deliveries WHERE id = ?").param(number).query(String.class).single();
		var password = site.bean(Passwords.class).tell(number, new Actor("manager"));
		assertThat(password).isEqualTo(site.bean(ProtectedFile.class).password(message));
		assertThat(site.sql().sql("SELECT CONCAT(actor, ' ', action, ' ', object, ' ', detail_json) FROM audit ORDER BY seq DESC LIMIT 1").query(String.class).single())
			.startsWith("manager told the password delivery " + number)
			.doesNotContain(password, "@");
		assertThatThrownBy(() -> site.bean(Passwords.class).tell(number + 1, new Actor("manager"))).isInstanceOf(PackProblem.class);
	}

	@Test
	void linkIsDeadAsSoonAsItsReaderMayNotReadThePack() throws Exception {
		dies("UPDATE recipients SET clearance = 'public'");
		dies("UPDATE recipients SET until = '2021-06-30'");
		dies("DELETE FROM recipients");
		dies("UPDATE distribution_lists SET audience = 'public'");
		dies("UPDATE distribution_lists SET domains = 'other.gov.uk'");
		dies("UPDATE deliveries SET state = 'WITHDRAWN'");
		dies("UPDATE deliveries SET kind = 'REHEARSAL'");
		dies("UPDATE deliveries SET address = 'rehearsals@example.gov.uk'");
		dies("UPDATE deliveries SET manifest_sha256 = '" + "0".repeat(64) + "'");
		dies("DELETE FROM deliveries");
	}

	private void dies(String sql) throws Exception {
		forget();
		send();
		assertThat(site.get(this.link).statusCode()).isEqualTo(200);
		site.sql().sql(sql).update();
		for (String path : List.of(this.link, this.link + "/" + HTML)) {
			assertThat(Website.whole(site.get(path))).as(sql).isEqualTo(Website.whole(site.get("/nothing")));
		}
	}

	@Test
	void lastDayOfAReaderStillCounts() throws Exception {
		site.sql().sql("UPDATE recipients SET until = '2021-07-01'").update();
		assertThat(site.get(this.link).statusCode()).isEqualTo(200);
		site.itIs("2021-07-01T23:00:00Z");
		assertThat(site.get(this.link).statusCode()).isEqualTo(404);
	}

	@Test
	void linkEndsWithItsLastDay() throws Exception {
		site.itIs("2021-07-31T22:59:59Z");
		assertThat(site.get(this.link).statusCode()).isEqualTo(200);
		site.itIs("2021-07-31T23:00:00Z");
		assertThat(Website.whole(site.get(this.link))).isEqualTo(Website.whole(site.get("/nothing")));
	}

	@Test
	void linkIsDeadWhenThePacksAudienceBecomesNarrower() throws Exception {
		var settings = site.home().resolve("report-templates/quick/pack.yml");
		var before = Files.readString(settings);
		try {
			TestHome.write(settings, before.replace("audience: members", "audience: restricted"));
			assertThat(Website.whole(site.get(this.link))).isEqualTo(Website.whole(site.get("/nothing")));
		}
		finally {
			TestHome.write(settings, before);
		}
	}

	@Test
	void listGetsTheFormatsThatItAskedFor() throws Exception {
		site.sql().sql("UPDATE distribution_lists SET formats = 'xlsx'").update();
		assertThat(text(site.get(this.link).body())).contains("Excel").doesNotContain(HTML);
		assertThat(site.get(this.link + "/" + HTML).statusCode()).isEqualTo(404);
	}

	@Test
	void fileThatWasChangedIsNotHandedOut() throws Exception {
		var file = edition.path().resolve(HTML);
		var bytes = Files.readAllBytes(file);
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
		try {
			Files.writeString(file, new String(bytes, StandardCharsets.UTF_8).replace("Testingham", "Testinghan"));
			assertThat(Website.whole(site.get(this.link + "/" + HTML))).isEqualTo(Website.whole(site.get("/nothing")));
			assertThat(site.get(this.link + "/testingham-quick-2021-06-30.xlsx").statusCode()).isEqualTo(200);
		}
		finally {
			Files.write(file, bytes);
		}
	}

	@Test
	void newerVersionTakesThePlaceAndDraftsTakeNone() throws Exception {
		var draft = site.publish(true);
		assertThat(draft.version()).isGreaterThan(edition.version());
		assertThat(site.get(this.link + "/" + HTML).statusCode()).isEqualTo(200);
		var ofDraft = site.send(draft, "other@example.gov.uk", "members");
		assertThat(text(site.get(ofDraft).body())).contains("This is a draft", "(draft)");
		site.sql().sql("UPDATE editions SET draft = FALSE WHERE id = ?").param(draft.number()).update();
		try {
			var page = Jsoup.parse(text(site.get(this.link).body()));
			assertThat(page.text()).contains("A newer version has taken the place of this one");
			assertThat(page.select("a").size()).isZero();
			assertThat(Website.whole(site.get(this.link + "/" + HTML))).isEqualTo(Website.whole(site.get("/nothing")));
		}
		finally {
			site.sql().sql("UPDATE editions SET state = 'making' WHERE id = ?").param(draft.number()).update();
		}
	}

	@Test
	void everythingElseAnswersAlike() throws Exception {
		var nothing = Website.whole(site.get("/nothing"));
		assertThat(nothing.getFirst()).isEqualTo(404);
		for (String path : List.of("/d", "/d/", "/d/abc", this.link + "x", this.link + "/", this.link + "/manifest.json", this.link + "/pack.json", this.link + "/..%2Fmanifest.json",
				this.link + "/%2e%2e", "/error", "/actuator", "/login", "/logout", this.link + ";a=b", "/d//" + HTML)) {
			assertThat(Website.whole(site.get(path))).as(path).isEqualTo(nothing);
		}
		for (String method : List.of("POST", "PUT", "DELETE", "PATCH", "OPTIONS")) {
			assertThat(Website.whole(site.ask(method, this.link))).as(method).isEqualTo(nothing);
		}
	}

	@Test
	void strangeRequestsLearnNothing() throws Exception {
		for (String request : List.of("TRACE " + this.link + " HTTP/1.1", "GET /d/<script> HTTP/1.1", "FROB / HTTP/1.1", "GET /d/%00 HTTP/1.1", "GET /d/%zz HTTP/1.1", "nonsense")) {
			assertThat(site.raw(request)).as(request).matches("(?s)HTTP/1\\.1 4\\d\\d.*").doesNotContainIgnoringCase("tomcat", "exception", "org.", "<script>", "SELECT ");
		}
	}

	@Test
	void manyWrongLinksAreToldToWaitAndGoodOnesAreNot() throws Exception {
		for (int i = 0; i < 40; i++) {
			assertThat(site.get("/d/wrong" + i).statusCode()).isEqualTo(404);
		}
		assertThat(site.get("/d/wrong").statusCode()).isEqualTo(429);
		assertThat(site.get(this.link).statusCode()).isEqualTo(200);
		site.itIs("2021-07-01T20:00:00Z");
		assertThat(site.get("/d/wrong").statusCode()).isEqualTo(404);
	}

	@Test
	void whatIsWrongInsideIsNotTold() throws Exception {
		site.sql().sql("ALTER TABLE audit_head RENAME TO audit_head_away").update();
		try {
			var answer = site.get(this.link + "/" + HTML);
			assertThat(answer.statusCode()).isEqualTo(503);
			assertThat(text(answer.body())).contains("Try again later").doesNotContainIgnoringCase("audit", "select", "exception", "org.");
		}
		finally {
			site.sql().sql("ALTER TABLE audit_head_away RENAME TO audit_head").update();
		}
	}

	@Test
	void pagesAreAccessible() throws Exception {
		for (byte[] page : List.of(site.get(this.link).body(), site.get("/nothing").body())) {
			var look = new Browser(this.folder).look(page, 320);
			assertThat(look.faults()).isEmpty();
			assertThat(look.across()).isLessThanOrEqualTo(0);
		}
	}

	private static String text(byte[] body) {
		return new String(body, StandardCharsets.UTF_8);
	}

}

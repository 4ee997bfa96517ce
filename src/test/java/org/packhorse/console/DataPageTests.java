package org.packhorse.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.apache.catalina.connector.Connector;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.packhorse.SmallCouncil;
import org.packhorse.access.Accounts;
import org.packhorse.access.Actor;
import org.packhorse.access.ApiTokens;
import org.packhorse.access.AuditTrail;
import org.packhorse.access.Clearance;
import org.packhorse.access.Role;
import org.packhorse.access.Scope;
import org.packhorse.console.door.PasswordHash;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DataPageTests {

	private static Website site;

	@BeforeAll
	static void open(@TempDir Path tables) {
		site = new Website(tables);
		site.account("keeper", Clearance.PUBLIC, Role.ADMIN);
	}

	@AfterAll
	static void close() {
		site.close();
	}

	@Test
	void faultsOfATrackerAreShownByPlaceBeforeAnythingIsStored() throws Exception {
		var author = site.signedIn("faulty author", Clearance.RESTRICTED, Role.AUTHOR);
		assertThat(author.open("/data/upload").html().select("form[enctype=multipart/form-data] input[type=file][multiple]")).hasSize(1);
		var sent = author.upload("/data/upload", "C:\\My trackers\\<b>tracker<b>.xlsx", workbook("updates", "authority,plan,action,reported_on,percent_complete", SmallCouncil.CODE + ",SIP,9.9,31/02/2021,150"));
		assertThat(sent.status()).isEqualTo(303);
		var page = author.open(sent.location());
		assertThat(page.html().select("h1").text()).isEqualTo("Upload");
		assertThat(page.html().select("table").first().select("tbody tr").eachText())
			.contains("<b>tracker<b>.xlsx updates 2 reported_on D2 '31/02/2021' is not a day of the calendar Write 2021-03-31, 31/03/2021 or 31 March 2021.",
					"<b>tracker<b>.xlsx updates 2 percent_complete E2 150 is out of range Write a number from 0 to 100.");
		assertThat(page.html().select("button").eachText()).contains("Discard").doesNotContain("Load");
		assertThat(page.words()).contains("Nothing was stored").doesNotContain(site.home().toString());
		assertThat(author.open("/data").words()).contains("<b>tracker<b>.xlsx has faults");
		author.send(sent.location() + "/load");
		assertThat(site.sql().sql("SELECT COUNT(*) FROM updates WHERE action = '9.9'").query(Long.class).single()).isZero();
		assertThat(author.send(sent.location() + "/discard").location()).isEqualTo("/data");
		assertThat(author.open(sent.location()).status()).isEqualTo(404);
	}

	@Test
	void whatWasCheckedIsLoadedAndRecordedAsTheAuthors() throws Exception {
		var author = site.signedIn("loading author", Clearance.RESTRICTED, Role.AUTHOR);
		author.open("/data/upload");
		var sent = author.upload("/data/upload", "authorities.csv", csv("code,name\nX99000055,Newly Council\n"), "plans.csv", csv("authority,code,title\nX99000055,SIP,Plan\n"));
		var page = author.open(sent.location());
		assertThat(page.words()).contains("can be loaded", "authorities.csv no faults", "authorities 1 1 0 0", "plans.csv");
		assertThat(site.sql().sql("SELECT COUNT(*) FROM authorities WHERE code = 'X99000055'").query(Long.class).single()).isZero();
		var other = site.signedIn("other author", Clearance.RESTRICTED, Role.AUTHOR);
		other.open("/data/upload");
		assertThat(other.open(sent.location()).status()).isEqualTo(404);
		assertThat(other.send(sent.location() + "/load").status()).isEqualTo(404);

		author.open(sent.location());
		author.send(sent.location() + "/load");
		assertThat(author.open(sent.location()).words()).contains("It is loaded.").doesNotContain("Discard");
		assertThat(site.sql().sql("SELECT name FROM authorities WHERE code = 'X99000055'").query(String.class).single()).isEqualTo("Newly Council");
		assertThat(site.bean(AuditTrail.class).newest(20)).anySatisfy(entry -> {
			assertThat(entry.action()).isEqualTo("loaded");
			assertThat(entry.actor().toString()).isEqualTo("loading author");
		});
		assertThat(author.open("/data").words()).contains("Newly Council", "by loading author");
	}

	@Test
	void formWithoutAFileAndFilesThatAreTooLargeSaySo() throws Exception {
		var author = site.signedIn("hasty author", Clearance.RESTRICTED, Role.AUTHOR);
		author.open("/data/upload");
		var none = author.upload("/data/upload", "", new byte[0]);
		assertThat(none.status()).isEqualTo(422);
		assertThat(none.faults()).containsExactly("Choose at least one file.");
		assertThat(none.html().select(".govuk-error-summary a").attr("href")).isEqualTo("#file");
		assertThat(none.html().select("input#file.govuk-file-upload--error")).hasSize(1);
		var large = author.upload("/data/upload", "updates.csv", new byte[21 << 20]);
		assertThat(large.status()).isEqualTo(413);
		assertThat(large.faults()).singleElement().asString().startsWith("A file is larger than 20 MB.");
		var larger = author.upload("/data/upload", "updates.csv", new byte[61 << 20]);
		assertThat(larger.status()).isEqualTo(413);
		assertThat(larger.words()).contains("The files are too large", "at most 60 MB");
	}

	@Test
	void filesOfStrangersAreTurnedAway() throws Exception {
		var stranger = site.visit();
		stranger.open("/sign-in");
		for (String path : List.of("/data/upload", "/sign-in", "/start")) {
			assertThat(stranger.upload(path, "updates.csv", csv("authority\n")).location()).as(path).isEqualTo("/sign-in");
		}
		assertThat(stranger.upload("/nowhere", "updates.csv", csv("authority\n")).status()).isEqualTo(404);
		var author = site.signedIn("forged author", Clearance.RESTRICTED, Role.AUTHOR);
		author.open("/data");
		var forged = site.visit();
		assertThat(forged.upload("/data/upload", "updates.csv", csv("authority\n")).status()).isEqualTo(302);
	}

	@Test
	void filesAreTakenWhereTheyBelongAndOfWhoMaySendThemNow() throws Exception {
		var reader = site.signedIn("reader with files", Clearance.RESTRICTED, Role.VIEWER);
		reader.open("/account");
		assertThat(reader.upload("/account/password", "updates.csv", csv("authority\n")).status()).as("no files there").isEqualTo(403);
		assertThat(reader.upload("/data/upload", "updates.csv", csv("authority\n")).status()).as("not theirs").isEqualTo(403);
		var author = site.account("closed author", Clearance.RESTRICTED, Role.AUTHOR);
		var visit = site.visit().signIn("closed author");
		visit.open("/data/upload");
		site.bean(Accounts.class).change(author, new Accounts.Rights(Set.of(Role.AUTHOR), Clearance.RESTRICTED, List.of()), false, new Actor("test"));
		assertThat(visit.upload("/data/upload", "updates.csv", new byte[61 << 20]).location()).as("closed").isEqualTo("/sign-in");
	}

	@Test
	void whoSwallowsIsNotFedForEver() {
		var connector = new Connector();
		site.bean(TomcatServletWebServerFactory.class).getConnectorCustomizers().forEach(each -> each.customize(connector));
		assertThat(connector.getProperty("maxSwallowSize")).hasToString(Integer.toString(64 << 20));
	}

	@Test
	void whoIsForSomeCouncilsSeesAndLoadsNoOthers() throws Exception {
		var accounts = site.bean(Accounts.class);
		var made = accounts.make("elsewhere", new Accounts.Rights(Set.of(Role.AUTHOR), Clearance.RESTRICTED, List.of("X99000088")), null, new Actor("test")).orElseThrow();
		accounts.accept(accounts.invite(made, new Actor("test")), site.bean(PasswordHash.class).of(Visit.PASSWORD)).orElseThrow();
		var author = site.visit().signIn("elsewhere");
		assertThat(author.open("/data").words()).doesNotContain(SmallCouncil.CODE).contains("No council is loaded yet");
		assertThat(author.open("/data/" + SmallCouncil.CODE).status()).isEqualTo(404);
		author.open("/data/upload");
		var sent = author.upload("/data/upload", "plans.csv", csv("authority,code,title\n" + SmallCouncil.CODE + ",SIP,Taken over\n"));
		assertThat(author.open(sent.location()).words()).contains("is not among those of your account", "Leave its rows out.");
		var readiness = author.open("/readiness?pack=quick&authority=" + SmallCouncil.CODE);
		assertThat(readiness.status()).isEqualTo(422);
		assertThat(readiness.faults()).containsExactly("Select a council");
	}

	@Test
	void freshnessIsToldByLeadSectionIndicatorAndTable() throws Exception {
		var author = site.signedIn("reading author", Clearance.RESTRICTED, Role.AUTHOR);
		var page = author.follow("/data/" + SmallCouncil.CODE);
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.html().select("caption").eachText()).contains("By lead", "By section", "By table");
		assertThat(author.open("/data").html().select("a[href=/data/" + SmallCouncil.CODE + "]")).hasSize(1);
	}

	@Test
	void readinessSaysWhoIsLateWithWhat() throws Exception {
		var author = site.signedIn("waiting author", Clearance.RESTRICTED, Role.AUTHOR);
		var asked = author.open("/readiness");
		assertThat(asked.status()).isEqualTo(200);
		assertThat(asked.html().select("select[name=pack] option").eachText()).contains("Quick <b>pack</b>");
		var answered = author.open("/readiness?pack=quick&authority=" + SmallCouncil.CODE + "&asAt=30/9/2021");
		assertThat(answered.words()).contains("as at 30 September 2021", "missing");
		assertThat(answered.html().select("h3")).isNotEmpty();
		var wrong = author.open("/readiness?pack=quick&authority=" + SmallCouncil.CODE + "&asAt=31/9/2021");
		assertThat(wrong.status()).isEqualTo(422);
		assertThat(wrong.html().select("#asAt").val()).isEqualTo("31/9/2021");
		var members = site.signedIn("public author", Clearance.PUBLIC, Role.AUTHOR);
		assertThat(members.open("/readiness?pack=quick&authority=" + SmallCouncil.CODE).faults()).contains("Select a pack");
	}

	@Test
	void scriptChecksAndLoadsAndAsksWhoIsLate() throws Exception {
		var account = site.account("case system", Clearance.MEMBERS, Role.AUTHOR);
		var token = site.bean(ApiTokens.class).make(account, "nightly", Set.of(Scope.READ, Scope.LOAD), Instant.parse("2021-12-01T00:00:00Z"));
		var faulty = json(201, script(token, "/uploads", "updates.csv", csv("authority,plan,action,reported_on\n" + SmallCouncil.CODE + ",P1,1.1,31/02/2021\n")));
		assertThat(faulty.at("/loadable").booleanValue()).isFalse();
		assertThat(faulty.at("/files/0/faults/0/column").asString()).isEqualTo("reported_on");
		assertThat(faulty.toString()).doesNotContain(site.home().toString());
		var good = json(201, script(token, "/uploads", "authorities.csv", csv("code,name\nX99000066,Scripted\n")));
		assertThat(good.at("/files/0/tables/0/added").longValue()).isOne();
		assertThat(json(200, post(token, "/uploads/" + good.at("/id").asString() + "/load")).at("/state").asString()).isEqualTo("loaded");
		assertThat(site.sql().sql("SELECT COUNT(*) FROM authorities WHERE code = 'X99000066'").query(Long.class).single()).isOne();
		assertThat(json(413, script(token, "/uploads", "updates.csv", new byte[61 << 20])).at("/problems/0/problem").asString()).isEqualTo("All files together may have at most 60 MB.");
		assertThat(json(415, script(token, "/uploads/x/load")).at("/problems/0/problem").asString()).isEqualTo("Files are taken by POST /api/v1/uploads alone.");
		assertThat(json(422, script(token, "/uploads")).at("/problems/0/problem").asString()).isEqualTo("Choose at least one file.");
		assertThat(json(200, get(token, "/data/" + SmallCouncil.CODE)).at("/leads/0/lead").asString()).isNotEmpty();
		assertThat(json(200, get(token, "/data")).at("/items/0/code").asString()).isNotEmpty();
		var ready = json(200, get(token, "/readiness?pack=quick&authority=" + SmallCouncil.CODE + "&asAt=2021-09-30"));
		assertThat(ready.at("/ready").booleanValue()).isFalse();
		assertThat(ready.at("/missing/0/words").asString()).isNotEmpty();
		json(404, get(token, "/readiness?pack=none&authority=" + SmallCouncil.CODE));
		json(422, get(token, "/readiness?pack=quick&authority=" + SmallCouncil.CODE + "&asAt=31/9/2021"));
	}

	private static HttpRequest script(String token, String path, Object... files) {
		return Visit.files(site.visit().at("/api/v1" + path), "", files).header("Authorization", "Bearer " + token).build();
	}

	private static HttpRequest post(String token, String path) {
		return HttpRequest.newBuilder(site.visit().at("/api/v1" + path)).header("Authorization", "Bearer " + token).POST(HttpRequest.BodyPublishers.noBody()).build();
	}

	private static HttpRequest get(String token, String path) {
		return HttpRequest.newBuilder(site.visit().at("/api/v1" + path)).header("Authorization", "Bearer " + token).build();
	}

	private static JsonNode json(int status, HttpRequest request) throws IOException, InterruptedException {
		var answer = site.visit().ask(request).answer();
		var text = new String(answer.body(), StandardCharsets.UTF_8);
		assertThat(answer.statusCode()).as(text).isEqualTo(status);
		return JsonMapper.shared().readTree(text);
	}

	private static byte[] csv(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static byte[] workbook(String sheet, String... lines) throws IOException {
		var out = new ByteArrayOutputStream();
		try (var book = new XSSFWorkbook()) {
			var rows = book.createSheet(sheet);
			for (int i = 0; i < lines.length; i++) {
				var row = rows.createRow(i);
				for (String word : lines[i].split(",")) {
					row.createCell(Math.max(0, row.getLastCellNum())).setCellValue(word);
				}
			}
			book.write(out);
		}
		return out.toByteArray();
	}

}

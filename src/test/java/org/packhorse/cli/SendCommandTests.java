package org.packhorse.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.packhorse.SmallCouncil;
import org.packhorse.TestHome;
import org.packhorse.delivery.FaultyServer;
import org.packhorse.delivery.FaultyServer.Fault;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/// `send` and `deliveries` as an operator meets them.
@Isolated("it reads the log, which is one for the JVM")
class SendCommandTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final String EDITION = "X99000007/quick/2021-06-30/v1";

	private static Path home;

	@BeforeAll
	static void prepare() {
		home = TestHome.fresh("send");
		var templates = home.resolve("report-templates");
		TestHome.copy(templates.resolve("_starter"), templates.resolve("quick"));
		TestHome.write(templates.resolve("quick/pack.yml"), "title: Quick pack\naudience: public\nformats: [html]\nsample-as-at: 2026-03-31\n");
		var files = SmallCouncil.files(home.resolve("tables"))
			.csv("distribution_lists", "authority,list,title,audience\nX99000007,public,Readers,public\n")
			.csv("recipients", """
					authority,list,email,name,clearance
					X99000007,public,a@readers.example,First reader,public
					X99000007,public,b@readers.example,Second reader,public
					X99000007,public,c@readers.example,Third reader,public
					""")
			.files();
		assertThat(packhorse(Stream.concat(Stream.of("load"), files.stream().map(Path::toString)).toArray(String[]::new)).exitCode()).isZero();
		assertThat(packhorse("run", "quick", "--as-at", "2021-06-30").exitCode()).isZero();
	}

	private record Ended(int exitCode, String out, String err) {
	}

	private static Ended packhorse(String... words) {
		var all = new ArrayList<>(List.of(words));
		all.add("--packhorse.home=" + home);
		var out = new StringWriter();
		var err = new StringWriter();
		int code = PackhorseCommand.run(all.toArray(String[]::new), new PrintWriter(out, true), new PrintWriter(err, true));
		assertThat(out + "" + err).doesNotContain("\tat ").doesNotContain("Exception");
		return new Ended(code, out.toString(), err.toString());
	}

	private static Ended send(FaultyServer server, String... words) {
		return packhorse(Stream.concat(Stream.of(words), Stream.of("--packhorse.mail.host=127.0.0.1", "--packhorse.mail.port=" + server.port(), "--packhorse.mail.encryption=none",
				"--packhorse.mail.from=packs@council.example", "--packhorse.mail.rehearsal-mailbox=rehearsals@council.example")).toArray(String[]::new));
	}

	/// One story, since each command takes a second.
	@Test
	void anOperatorSendsDoubtsAndDecides() throws IOException {
		var notSetUp = packhorse("send", EDITION, "--list", "public");
		assertThat(notSetUp.exitCode()).isEqualTo(3);
		assertThat(notSetUp.err()).contains("PACKHORSE_MAIL_HOST=", "PACKHORSE_MAIL_FROM=");
		try (var server = new FaultyServer(null, Fault.NONE, Fault.DROPS_AFTER_DOT, Fault.GREYLISTS)) {
			var unknown = send(server, "send", EDITION, "--list", "pubic");
			assertThat(unknown.exitCode()).isEqualTo(3);
			assertThat(unknown.err()).contains("There is no list pubic of X99000007. Did you mean public?");
			assertThat(send(server, "send", EDITION).err()).contains("No list is named, and no schedule says which");
			var dry = send(server, "send", EDITION, "--list", "public", "--dry-run");
			assertThat(dry.exitCode()).isZero();
			assertThat(dry.out()).contains("would go to 3 recipients");
			assertThat(server.ended()).isEmpty();
			var sent = send(server, "send", EDITION, "--list", "public");
			assertThat(sent.exitCode()).as("one is doubtful").isEqualTo(4);
			assertThat(sent.out()).contains("ACCEPTED", "DOUBTFUL", "PENDING", "deliveries resolve 2 --delivered|--resend");
			assertThat(sent.err()).as("addresses stay out of what a log may hold").doesNotContain("@readers.example");
			assertThat(send(server, "send", EDITION, "--list", "public", "--dry-run").out()).contains("would go to 0 recipients; 3 have a message already");
			var listed = packhorse("deliveries", "--edition", EDITION, "--json");
			assertThat(listed.exitCode()).isEqualTo(4);
			assertThat(JSON.readTree(listed.out()).get(0).get("state").asString()).as("what needs a person stands first").isEqualTo("DOUBTFUL");
			assertThat(packhorse("deliveries", "resolve", "2", "--delivered").exitCode()).as("a reason is wanted").isEqualTo(2);
			assertThat(packhorse("deliveries", "resolve", "1", "--resend", "--reason", "again").exitCode()).as("accepted is accepted").isEqualTo(2);
			assertThat(send(server, "deliveries", "resolve", "2", "--resend", "--reason", "the reader has nothing").out()).contains("Delivery 2 goes again as delivery 4");
			var again = send(server, "send", EDITION, "--list", "public");
			assertThat(again.exitCode()).as("one waits for its time").isEqualTo(75);
			assertThat(again.err()).contains("0 messages posted", "3 messages are there already");
			assertThat(server.ended()).hasSize(3);
			assertThat(send(server, "send", EDITION, "--list", "public", "--rehearse").exitCode()).isZero();
			assertThat(server.envelopes().subList(3, 6)).allMatch(envelope -> envelope.endsWith("> rehearsals@council.example"));
			heldAfterRestore(server);
		}
		assertThat(Files.readString(home.resolve("data/packhorse.log"))).doesNotContain("@readers.example");
	}

	/// The database of before the send comes back; the journal beside the packs stays.
	private void heldAfterRestore(FaultyServer server) {
		try (var application = Application.open(List.of("--packhorse.home=" + home))) {
			var jdbc = application.get(org.springframework.jdbc.core.JdbcTemplate.class);
			jdbc.update("DELETE FROM delivery_attempts");
			jdbc.update("DELETE FROM deliveries");
		}
		int before = server.ended().size();
		var held = send(server, "send", EDITION, "--list", "public");
		assertThat(held.exitCode()).isEqualTo(4);
		assertThat(held.err()).contains("mail is held", "the ledger has no such message", "deliveries hold --lift");
		assertThat(packhorse("deliveries").exitCode()).isEqualTo(4);
		assertThat(packhorse("deliveries", "hold").out()).contains("Mail is held since");
		assertThat(packhorse("deliveries", "hold", "--lift").exitCode()).isEqualTo(2);
		assertThat(packhorse("deliveries", "hold", "--lift", "--reason", "backup of yesterday").out()).contains("Mail goes again");
		var sent = send(server, "send", EDITION, "--list", "public");
		assertThat(sent.err()).contains("the send journal knows already");
		assertThat(server.ended()).as("only the one that was never handed over goes").hasSize(before + 1);
		doubtfulOnceItsProcessIsGone();
	}

	private void doubtfulOnceItsProcessIsGone() {
		try (var application = Application.open(List.of("--packhorse.home=" + home))) {
			application.get(org.springframework.jdbc.core.JdbcTemplate.class)
				.update("UPDATE deliveries SET state = 'IN_FLIGHT', fence = fence + 1, owner = 'elsewhere/1/1', lease_until = '2026-01-01 00:00:00' WHERE state = 'ACCEPTED' ORDER BY id DESC LIMIT 1");
		}
		var listed = packhorse("deliveries", "--state", "doubtful");
		assertThat(listed.exitCode()).isEqualTo(4);
		assertThat(listed.err()).contains("the process that was sending it ended before the server's answer came").doesNotContain("mail is held");
	}

	@Test
	void doctorLooksAtMail() throws IOException {
		assertThat(packhorse("doctor").out()).contains("ok   Mail           not set up");
		try (var server = new FaultyServer(null)) {
			assertThat(send(server, "doctor").out()).contains("127.0.0.1:" + server.port() + " answers (not encrypted)");
			assertThat(server.ended()).isEmpty();
		}
		try (var server = new FaultyServer(null, Fault.REFUSES_TO_TALK)) {
			assertThat(send(server, "doctor").out()).contains("BAD  Mail").contains("554 not to you");
		}
	}

}

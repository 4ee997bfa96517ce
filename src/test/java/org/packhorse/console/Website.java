package org.packhorse.console;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.packhorse.ImportFiles;
import org.packhorse.PackhorseApplication;
import org.packhorse.SmallCouncil;
import org.packhorse.TestDatabase;
import org.packhorse.TestDatabases;
import org.packhorse.TestHome;
import org.packhorse.access.Account;
import org.packhorse.access.Accounts;
import org.packhorse.access.Actor;
import org.packhorse.access.Clearance;
import org.packhorse.access.Role;
import org.packhorse.console.door.PasswordHash;
import org.packhorse.delivery.Links;
import org.packhorse.pack.Edition;
import org.packhorse.pack.PackRequest;
import org.packhorse.run.PackRuns;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The pages as `serve` opens them, on a port of their own, with a small council's pack for members.
final class Website implements AutoCloseable {

	static final LocalDate DAY = LocalDate.of(2021, 6, 30);

	private final Path home = TestHome.fresh("website");

	private final TestDatabase database = TestDatabases.h2().home(this.home);

	private final HttpClient browser = HttpClient.newHttpClient();

	private final ConfigurableApplicationContext application;

	private Instant now = Instant.parse("2021-07-01T09:00:00Z");

	private int messages;

	Website(Path tables, String... settings) {
		this(SmallCouncil.files(tables), settings);
	}

	Website(ImportFiles council, String... settings) {
		var templates = this.home.resolve("report-templates");
		TestHome.copy(templates.resolve("_starter"), templates.resolve("quick"));
		TestHome.write(templates.resolve("quick/pack.yml"), "title: Quick <b>pack</b>\naudience: members\nmarking: OFFICIAL\nformats: [html, xlsx]\n");
		council.into(this.database);
		this.application = new SpringApplicationBuilder(PackhorseApplication.class).initializers((ApplicationContextInitializer<GenericApplicationContext>) this::setClock)
			.run(Stream.concat(Stream.of(settings), Stream.of("--spring.main.web-application-type=servlet", "--packhorse.serve.port=0", "--packhorse.watched=true", "--management.server.port=0", "--spring.datasource.url=" + this.database.url(), "--spring.datasource.username=root",
					"--spring.datasource.password=", "--packhorse.home=" + this.home, "--packhorse.links.base-url=https://packs.example.gov.uk", "--packhorse.links.wrong-a-minute=40",
					"--packhorse.sign-in.bcrypt-strength=4", "--packhorse.uploads.patience=2m", "--packhorse.mail.host=127.0.0.1", "--packhorse.mail.port=1", "--packhorse.mail.encryption=none",
					"--packhorse.mail.from=packs@council.example", "--packhorse.mail.rehearsal-mailbox=rehearsals@council.example",
					"--logging.file.name=target/packhorse-tests.log")).toArray(String[]::new));
	}

	private void setClock(GenericApplicationContext context) {
		context.registerBean("testClock", Clock.class, () -> new Clock() {

			@Override
			public Instant instant() {
				return Website.this.now;
			}

			@Override
			public ZoneId getZone() {
				return ZoneId.of("Europe/London");
			}

			@Override
			public Clock withZone(ZoneId zone) {
				return this;
			}

		}, bean -> bean.setPrimary(true));
	}

	void itIs(String now) {
		this.now = Instant.parse(now);
	}

	void itLasts(Duration time) {
		this.now = this.now.plus(time);
	}

	Path home() {
		return this.home;
	}

	TestDatabase database() {
		return this.database;
	}

	JdbcClient sql() {
		return JdbcClient.create(this.application.getBean(javax.sql.DataSource.class));
	}

	Edition publish(boolean draft) {
		var request = new PackRequest(SmallCouncil.CODE, "quick", DAY, List.of(), null, draft, List.of(), this.home.resolve("out"), "Performance Manager");
		return this.application.getBean(PackRuns.class).make(request, 0, _ -> {
		}).edition();
	}

	/// Sends the edition to a new member of the list, and answers the path of his link.
	String send(Edition edition, String recipient, String clearance) {
		var id = "<MESSAGE" + ++this.messages + "@packs.example.gov.uk>";
		sql().sql("INSERT INTO recipients (authority, list, email, clearance) VALUES (?, 'members', ?, ?)").params(SmallCouncil.CODE, recipient, clearance).update();
		sql().sql("INSERT INTO releases (kind, authority, about, manifest_sha256, lists, people, released_by, released_at) VALUES ('EDITION', ?, ?, ?, 'members', 1, 'A', '2021-07-01 09:00:00')")
			.params(SmallCouncil.CODE, edition.name(), edition.manifestSha256())
			.update();
		sql().sql("""
				INSERT INTO deliveries (release_id, kind, authority, about, edition, manifest_sha256, list, recipient, name, address, send_no, message_id, token, sender, head, body_sha256, mime_sha256,
				state, reason, fence, next_try, attempts, posted_by, posted_at)
				SELECT MAX(id), 'EDITION', :authority, :about, :edition, :manifest, 'members', :recipient, '', :recipient, 1, :message, :token, 's', '', '', '', 'ACCEPTED', '', 1, '2021-07-01 09:00:00', 1,
				'A', '2021-07-01 09:00:00' FROM releases""")
			.param("authority", SmallCouncil.CODE)
			.param("about", edition.name())
			.param("edition", edition.number())
			.param("manifest", edition.manifestSha256())
			.param("recipient", recipient)
			.param("message", id)
			.param("token", "MESSAGE" + this.messages)
			.update();
		return URI.create(this.application.getBean(Links.class).to(id).url()).getPath();
	}

	/// An account with the password [Visit#PASSWORD].
	Account account(String name, Clearance clearance, Role... roles) {
		var accounts = bean(Accounts.class);
		var made = accounts.make(name, new Accounts.Rights(Set.of(roles), clearance, List.of()), null, new Actor("test")).orElseThrow();
		return accounts.accept(accounts.invite(made, new Actor("test")), bean(PasswordHash.class).of(Visit.PASSWORD)).orElseThrow();
	}

	/// A browser of its own.
	Visit visit() {
		return new Visit(port());
	}

	/// A browser in which an account of these roles has signed in.
	Visit signedIn(String name, Clearance clearance, Role... roles) throws IOException, InterruptedException {
		account(name, clearance, roles);
		return visit().signIn(name);
	}

	<T> T bean(Class<T> type) {
		return this.application.getBean(type);
	}

	HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
		return ask("GET", path);
	}

	HttpResponse<byte[]> ask(String method, String path) throws IOException, InterruptedException {
		var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path)).method(method, HttpRequest.BodyPublishers.noBody()).build();
		return this.browser.send(request, HttpResponse.BodyHandlers.ofByteArray());
	}

	/// What comes back to a request as it is written, with its headers.
	String raw(String request) throws IOException {
		try (var socket = new Socket("127.0.0.1", port())) {
			socket.getOutputStream().write((request + "\r\nHost: localhost\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	/// An answer without its moment and its connection: status, headers and body.
	static List<Object> whole(HttpResponse<byte[]> answer) {
		Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
		List.of("date", "connection").forEach(headers::remove);
		return new ArrayList<>(List.of(answer.statusCode(), headers, new String(answer.body(), StandardCharsets.UTF_8)));
	}

	int port() {
		return Integer.parseInt(this.application.getEnvironment().getProperty("local.server.port"));
	}

	@Override
	public void close() {
		this.application.close();
		this.database.close();
		TestHome.delete(this.home);
	}

}

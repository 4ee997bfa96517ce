package org.packhorse.delivery;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.packhorse.ImportFiles;
import org.packhorse.Published;
import org.packhorse.SmallCouncil;
import org.packhorse.TestDatabase;
import org.packhorse.TestDatabases;
import org.packhorse.TestHome;
import org.packhorse.access.Actor;
import org.packhorse.delivery.Delivery.State;
import org.packhorse.pack.Edition;
import org.packhorse.writer.PackFormat;

/// A small council with a public and a restricted edition, distribution lists, and mail that goes to a server of the test's.
final class Mailroom {

	static final Actor OFFICER = new Actor("performance.manager");

	static final String LISTS = """
			authority,list,title,audience,domains,formats,delivery,protection
			X99000007,board,The board,restricted,council.example,,attachment,none
			X99000007,locked,The board with locks,restricted,council.example,,attachment,password
			X99000007,members,Members,members,council.example,html,attachment,none
			X99000007,public,Readers,public,,html,attachment,none
			X99000007,one,One reader,public,,html,attachment,none
			X99000007,links,Readers by link,public,,html,link,none
			X99000007,word,Those who want Word,public,,docx,attachment,none
			X99000007,empty,Nobody,public,,,attachment,none
			""";

	static final String PEOPLE = """
			authority,list,email,name,clearance,until
			X99000007,board,chair@council.example,Independent chair,restricted,
			X99000007,board,director@council.example,Director,restricted,
			X99000007,board,former@council.example,Former director,restricted,2021-01-01
			X99000007,locked,chair@council.example,Independent chair,restricted,
			X99000007,members,clerk@council.example,Clerk,members,
			X99000007,public,a@readers.example,First reader,public,
			X99000007,public,b@readers.example,Second reader,public,
			X99000007,public,c@readers.example,"Third reader, with a comma",public,
			X99000007,one,a@readers.example,First reader,public,
			X99000007,links,a@readers.example,First reader,public,
			X99000007,links,d@readers.example,Fourth reader,public,
			X99000007,word,a@readers.example,First reader,public,
			""";

	/// How long is waited for a server that says nothing more.
	static final Map<String, String> IMPATIENT = Map.of("packhorse.mail.reply-time", "1s");

	/// The lock of those who use the one on H2, in turn.
	static final String SHARED = "mailroom";

	private static Mailroom shared;

	private final TestDatabase database;

	private final Path home;

	private final Edition open;

	private final Edition restricted;

	Mailroom(TestDatabase database) {
		this.database = database;
		this.home = TestHome.fresh("mail");
		database.home(this.home);
		settings("", 1).forEach(database::setting);
		database.setting("packhorse.links.base-url", "https://packs.council.example");
		SmallCouncil.files(this.home.resolve("tables")).csv("distribution_lists", LISTS).csv("recipients", PEOPLE).into(database);
		this.open = make("scrutiny-panel");
		this.restricted = make("adviser-update");
	}

	/// The one on H2 that tests use in turn.
	static synchronized Mailroom shared() {
		if (shared == null) {
			shared = new Mailroom(TestDatabases.h2());
		}
		return shared;
	}

	TestDatabase database() {
		return this.database;
	}

	private Edition make(String pack) {
		var request = Published.request(SmallCouncil.CODE, pack, LocalDate.of(2021, 6, 30), this.home.resolve("out"));
		return Published.make(this.database, Published.in(request, PackFormat.HTML)).edition();
	}

	/// For a server that is this close and does not encrypt. It is waited for as long as a busy machine may need: who tests silence sets
	/// [#IMPATIENT] besides.
	static Map<String, String> settings(String host, int port) {
		return Map.ofEntries(Map.entry("packhorse.mail.host", host), Map.entry("packhorse.mail.port", Integer.toString(port)),
				Map.entry("packhorse.mail.encryption", "none"), Map.entry("packhorse.mail.from", "Improvement Office <packs@council.example>"),
				Map.entry("packhorse.mail.rehearsal-mailbox", "rehearsals@council.example"), Map.entry("packhorse.mail.trust", ""), Map.entry("packhorse.mail.username", ""),
				Map.entry("packhorse.mail.password", ""), Map.entry("packhorse.mail.reply-time", "30s"), Map.entry("packhorse.mail.talk-time", "50s"),
				Map.entry("packhorse.mail.connect-time", "5s"), Map.entry("packhorse.mail.lease", "60s"), Map.entry("packhorse.mail.first-pause", "5m"));
	}

	/// Nothing posted, nothing held, mail set up for this server, everybody on the lists.
	void begin(String host, int port) {
		settings(host, port).forEach(this.database::setting);
		for (String table : List.of("delivery_attempts", "deliveries", "delivery_bodies", "releases", "recipients", "distribution_lists")) {
			this.database.sql().sql("DELETE FROM " + table).update();
		}
		this.database.sql().sql("UPDATE mail_hold SET held = FALSE, reason = '', seen_seq = 0, seen_hash = NULL").update();
		new ImportFiles(this.home.resolve("tables")).csv("distribution_lists", LISTS).csv("recipients", PEOPLE).into(this.database);
		TestHome.delete(journal());
		this.database.bean(SendJournal.class).forget();
	}

	Path journal() {
		return this.home.resolve("out/send-journal.log");
	}

	Edition open() {
		return this.open;
	}

	Edition restricted() {
		return this.restricted;
	}

	Path home() {
		return this.home;
	}

	Postbag.Posted post(Edition edition, String... lists) {
		return this.database.bean(Postbag.class).post(edition, List.of(lists), OFFICER);
	}

	DeliveryRound.Round deliver() {
		return this.database.bean(DeliveryRound.class).deliver(_ -> {
		});
	}

	/// Everything in the ledger in the order of its numbers.
	List<Delivery> ledger() {
		return this.database.bean(Ledger.class).list(null, null, 1000).stream().sorted(java.util.Comparator.comparingLong(Delivery::number)).toList();
	}

	List<State> states() {
		return ledger().stream().map(Delivery::state).toList();
	}

	/// As if the next try's time had come.
	void makeDue() {
		this.database.sql().sql("UPDATE deliveries SET next_try = '2020-01-01 00:00:00' WHERE state = 'PENDING'").update();
	}

}

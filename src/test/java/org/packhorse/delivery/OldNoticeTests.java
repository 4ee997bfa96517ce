package org.packhorse.delivery;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.packhorse.Published;
import org.packhorse.SmallCouncil;
import org.packhorse.TestDatabase;
import org.packhorse.TestDatabases;
import org.packhorse.TestHome;
import org.packhorse.access.Actor;
import org.packhorse.delivery.Delivery.State;
import org.packhorse.pack.Edition;
import org.packhorse.pack.SignOff;
import org.packhorse.pack.SignOffs;
import org.packhorse.writer.PackFormat;

import static org.assertj.core.api.Assertions.assertThat;

/// After a hold of days nobody is told of what is over, and everybody of what is not.
@ResourceLock(Mailroom.SHARED)
class OldNoticeTests {

	private static final String LONG = "Head of " + "everything ".repeat(26) + "else";

	private static TestDatabase database;

	private static FaultyServer server;

	private static Edition draft;

	@BeforeAll
	static void startAtHome() {
		var home = TestHome.small("old-notices", Map.of("quick", "title: Quick pack\naudience: members\nformats: [html]\n"));
		database = TestDatabases.h2().home(home);
		server = new FaultyServer(null);
		Mailroom.settings("127.0.0.1", server.port()).forEach(database::setting);
		SmallCouncil.files(home.resolve("tables")).into(database);
		var request = Published.request(SmallCouncil.CODE, "quick", LocalDate.of(2021, 6, 30), home.resolve("out"));
		draft = Published.make(database, Published.draft(Published.in(request, PackFormat.HTML))).edition();
		database.bean(SignOffs.class).open(draft, new SignOff(List.of("Director", LONG), List.of(), ""));
	}

	@AfterAll
	static void stop() throws Exception {
		server.close();
		database.close();
	}

	@BeforeEach
	void begin() {
		List.of("delivery_attempts", "deliveries", "delivery_bodies").forEach(table -> database.sql().sql("DELETE FROM " + table).update());
		database.sql().sql("UPDATE clearances SET cleared_by = NULL").update();
		TestHome.delete(database.bean(SendJournal.class).file());
		database.bean(SendJournal.class).forget();
	}

	@Test
	void reminderOfADayGoneByIsWithdrawnAndTodaysGoes() {
		notice("reminder|X99000007|2026-03-13");
		database.sql().sql("UPDATE deliveries SET posted_at = '2020-01-01 00:00:00'").update();
		notice("reminder|X99000007|2026-03-17");
		deliver();
		assertThat(states()).containsExactly("reminder|X99000007|2026-03-13 WITHDRAWN", "reminder|X99000007|2026-03-17 ACCEPTED");
		assertThat(ledger().getFirst().reason()).isEqualTo("the reminder is more than a day old");
	}

	@Test
	void draftIsAskedForHoweverLateWhileItWaitsForThePost() {
		notice("sign-off|" + draft.name() + "|Director");
		notice("sign-off|" + draft.name() + "|" + LONG);
		database.sql().sql("UPDATE deliveries SET posted_at = '2020-01-01 00:00:00'").update();
		deliver();
		assertThat(ledger()).extracting(Delivery::state).containsExactly(State.ACCEPTED, State.ACCEPTED);
	}

	@Test
	void draftThatAPostHasClearedIsNotAskedForOfItAgain() {
		notice("sign-off|" + draft.name() + "|Director");
		notice("sign-off|" + draft.name() + "|" + LONG);
		database.bean(SignOffs.class).clear(draft, "Director", new Actor("director"), "", null);
		deliver();
		assertThat(ledger()).extracting(Delivery::state).containsExactly(State.WITHDRAWN, State.ACCEPTED);
		assertThat(ledger().getFirst().reason()).isEqualTo("the draft does not wait for this post any more");
	}

	@Test
	void noticesOfPostsThatDifferBehindThreeHundredCharactersAreTwo() {
		var key = "sign-off|" + draft.name() + "|" + LONG;
		assertThat(List.of(notice(key), notice(key + " too"), notice(key))).containsExactly(Postbag.Notice.POSTED, Postbag.Notice.POSTED, Postbag.Notice.STANDING);
	}

	private static Postbag.Notice notice(String key) {
		return database.bean(Postbag.class).notice(key, SmallCouncil.CODE, "lead@council.example", "Something is due", "Please look.");
	}

	private static void deliver() {
		database.bean(DeliveryRound.class).deliver(_ -> {
		});
	}

	private static List<Delivery> ledger() {
		return database.bean(Ledger.class).list(null, null, 100).stream().sorted(java.util.Comparator.comparingLong(Delivery::number)).toList();
	}

	private static List<String> states() {
		return ledger().stream().map(delivery -> delivery.about() + " " + delivery.state()).toList();
	}

}

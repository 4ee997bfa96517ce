package org.packhorse.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.packhorse.access.AuditEntry;
import org.packhorse.run.RunOrder;

/// Councils, packs and editions as pages say them, and the trail in words.
class NamesTests {

	private static final String EDITION = "X99000007/board/2021-06-30/v2";

	private final AtomicInteger asked = new AtomicInteger();

	private final Names names = new Names(() -> {
		this.asked.incrementAndGet();
		return Map.of("X99000007", "Testingham", "X99000008", "Elsewhere");
	}, pack -> {
		this.asked.incrementAndGet();
		return pack.equals("board") ? "Board pack" : pack;
	});

	@Test
	void editionIsSaidByItsTitleItsCouncilAndItsDay() {
		assertThat(this.names.edition(EDITION)).isEqualTo("Board pack of Testingham as at 30 June 2021, version 2");
		assertThat(this.names.edition("X99000099/gone/2021-06-30/v1")).as("what is not on file any more").isEqualTo("gone of X99000099 as at 30 June 2021, version 1");
		assertThat(this.names.edition("something else")).isEqualTo("something else");
		assertThat(this.names.pack("X99000007", "board", LocalDate.of(2021, 6, 30))).isEqualTo("Board pack of Testingham as at 30 June 2021");
		assertThat(this.names.councils(List.of("X99000007", "X99000008"))).isEqualTo("Elsewhere, Testingham");
		assertThat(this.asked).as("each is looked up once").hasValue(3);
	}

	@Test
	void runsAreSaidInTheSameWay() {
		assertThat(RunOrder.said("board, gone of X99000007 as at 2021-06-30, 2021-07-31", this.names)).isEqualTo("Board pack, gone of Testingham as at 30 June 2021, 31 July 2021");
		assertThat(RunOrder.said("board of 3 councils as at 5 days from 2021-06-01 to 2021-06-30", this.names)).isEqualTo("Board pack of 3 councils as at 5 days from 1 June 2021 to 30 June 2021");
		assertThat(RunOrder.said("the final of " + EDITION, this.names)).isEqualTo("the final of Board pack of Testingham as at 30 June 2021, version 2");
		assertThat(RunOrder.said("as nobody writes it", this.names)).isEqualTo("as nobody writes it");
	}

	@Test
	void noticesAreSaidInTheSameWay() {
		assertThat(this.names.notice("sign-off|" + EDITION + "|Chief Executive")).isEqualTo("Request to clear Board pack of Testingham as at 30 June 2021, version 2 as Chief Executive");
		assertThat(this.names.notice("reminder|X99000007|2021-06-30")).isEqualTo("Reminder for Testingham of what is missing, 30 June 2021");
		assertThat(this.names.notice("of another kind")).isEqualTo("of another kind");
	}

	@Test
	void trailIsReadInWordsWithWhatCommandsKnowBeside() {
		var hash = "0123456789abcdef".repeat(4);
		var published = line("published", EDITION, "{\"manifestSha256\":\"" + hash + "\",\"state\":\"final\",\"waitsFor\":[]}");
		assertThat(published.object()).isEqualTo(new Called("Board pack of Testingham as at 30 June 2021, version 2", EDITION));
		assertThat(published.path()).isEqualTo("/editions/" + EDITION);
		assertThat(published.facts()).extracting(AuditPage.Fact::label, AuditPage.Fact::values).containsExactly(tuple("SHA-256 of its manifest", List.of(new Called("", hash))),
				tuple("State", List.of(Called.plainly("final"))), tuple("Waits for", List.of(Called.plainly("None"))));
		var resolved = line("resolved", "delivery 17", "{\"as\":\"sent again\",\"edition\":\"" + EDITION + "\",\"new delivery\":18}");
		assertThat(resolved.object()).isEqualTo(Called.plainly("Message 17"));
		assertThat(resolved.path()).isEqualTo("/deliveries/17");
		assertThat(resolved.facts()).extracting(AuditPage.Fact::values).containsExactly(List.of(Called.plainly("sent again")), List.of(this.names.called(EDITION)), List.of(Called.plainly("Message 18")));
		var changed = line("account changed", "account clerk", "{\"clearance\":\"members\",\"councils\":[\"X99000007\"],\"roles\":\"AUTHOR APPROVER\"}");
		assertThat(changed.facts()).extracting(AuditPage.Fact::values).containsExactly(List.of(Called.plainly("Also packs for members of the body")), List.of(new Called("Testingham", "X99000007")),
				List.of(Called.plainly("author, approver")));
		assertThat(line("loaded", "load 3", "{\"files\":1,\"tables\":{\"updates\":{\"added\":3,\"changed\":2}}}").facts()).extracting(AuditPage.Fact::label, AuditPage.Fact::values)
			.containsExactly(tuple("Files", List.of(Called.plainly("1"))), tuple("Rows by table", List.of(Called.plainly("updates: 3 added, 2 changed"))));
	}

	@Test
	void messageOfANoticeIsSaidAsTheNotice() {
		var key = "sign-off|" + EDITION + "|Chief Executive";
		assertThat(line("resolved", "delivery 17", "{\"as\":\"delivered\",\"edition\":\"" + key + "\"}").facts()).last().satisfies(fact -> {
			assertThat(fact.label()).isEqualTo("Notice");
			assertThat(fact.values()).containsExactly(new Called("Request to clear Board pack of Testingham as at 30 June 2021, version 2 as Chief Executive", key));
		});
		assertThat(line("resolved", "delivery 18", "{\"edition\":\"reminder|X99000007|2021-06-30\"}").facts()).extracting(AuditPage.Fact::values)
			.containsExactly(List.of(new Called("Reminder for Testingham of what is missing, 30 June 2021", "reminder|X99000007|2021-06-30")));
	}

	@Test
	void onlyACouncilHasAPack() {
		assertThat(line("previewed", "X99000007/board", "{}").object()).isEqualTo(new Called("Board pack of Testingham", "X99000007/board"));
		assertThat(line("previewed", "X99000099/board", "{}").object()).as("on file no more").isEqualTo(new Called("Board pack of X99000099", "X99000099/board"));
		assertThat(line("invited", "account Director/Deputy", "{}").object()).isEqualTo(Called.plainly("Account Director/Deputy"));
	}

	@Test
	void entryThatWasChangedStandsAsItIs() {
		assertThat(line("published", "nowhere", "no JSON").facts()).extracting(AuditPage.Fact::values).containsExactly(List.of(Called.plainly("no JSON")));
		assertThat(line("published", "X99000007/board/2021-99-99/v1", "{\"files\":[{\"a\":1}]}").facts()).hasSize(1);
	}

	private AuditPage.Line line(String action, String object, String detail) {
		return new AuditWords(this.names).line(new AuditEntry(1, Instant.parse("2021-07-01T09:00:00Z"), "clerk", action, object, detail, "", ""));
	}

}

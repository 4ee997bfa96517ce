package org.packhorse.console;

import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.packhorse.pack.PackProblem;
import org.packhorse.run.Trouble;

import static org.assertj.core.api.Assertions.assertThat;

/// What pages and scripts are told of a problem says nothing of this machine, its database or its commands.
class ToldTests {

	@Test
	void databasesOwnWordsStayInTheLogWhateverTheyAre() {
		for (String said : List.of("Value too long for column \"account_key VARCHAR(100)\": 'iii'\nand more", "Duplicate entry 'x' for key 'y'", "")) {
			var trouble = Trouble.of(new IllegalStateException(new SQLException(said))).orElseThrow();
			assertThat(Told.lines(trouble)).as(said).containsExactly("The database does not answer as it should.");
			assertThat(Told.lines(new PackProblem(trouble.kind(), trouble.words(), trouble.forPages()))).as(said).containsExactly("The database does not answer as it should.");
		}
	}

	@Test
	void problemThatSpeaksOfTheDatabaseInWordsOfOursIsToldAsItIs() {
		var words = "the database does not answer as it should: that is what the drill says";
		assertThat(Told.lines(new PackProblem(PackProblem.Kind.INPUT, words))).containsExactly(words);
	}

	@Test
	void ofAPathOnlyItsEndIsShownHoweverItIsWritten() {
		assertThat(Told.words("the file /srv/pack horse/out/x.pdf cannot be used: access is denied")).isEqualTo("the file x.pdf cannot be used: access is denied");
		assertThat(Told.words("at jdbc:h2:file:/home/anna/data/packhorse")).isEqualTo("at packhorse");
		assertThat(Told.words("see file:///srv/packs/out/x.html.")).isEqualTo("see x.html.");
		assertThat(Told.words("from:/srv/packs/tracker.csv")).isEqualTo("from:tracker.csv");
		assertThat(Told.words("https://packs.example.gov.uk/links/a/b cannot be reached")).isEqualTo("https://packs.example.gov.uk/links/a/b cannot be reached");
		assertThat(Told.words("E08000013/improvement-board/2026-03-31/v1 stands")).isEqualTo("E08000013/improvement-board/2026-03-31/v1 stands");
	}

	@Test
	void sentenceThatSendsToACommandGoesAsAWhole() {
		assertThat(Told.words("There is no edition v1 on record; ./packhorse editions lists them.")).isEqualTo("There is no edition v1 on record.");
		assertThat(Told.words("Its files were changed. Make it again with ./packhorse run.")).isEqualTo("Its files were changed.");
		assertThat(Told.words("No list: load one with ./packhorse load lists.csv, see /data, or ask.")).isEqualTo("The log of this installation says more.");
		assertThat(Told.words("It is away. ./packhorse doctor cannot reach https://packs.example.gov.uk. Try later.")).isEqualTo("It is away. Try later.");
		assertThat(Told.words("one is wrong; ./packhorse check x..\ntwo is wrong")).isEqualTo("one is wrong.\ntwo is wrong");
	}

}

package org.packhorse.delivery;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.packhorse.pack.Home;
import org.packhorse.pack.PackProblem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// A link names one message until its last day, and nobody without the key can make one.
class LinksTests {

	private static final String KEY = "5b".repeat(32);

	private static final String MESSAGE = "<MFRGGZDFMZTWQ2LK@packs.example.gov.uk>";

	private static final String BASE = "https://packs.example.gov.uk";

	@TempDir
	private Path folder;

	@Test
	void linkLeadsToItsMessage() {
		var link = links(KEY, BASE + "/", "2026-03-31T10:00:00Z").to(MESSAGE);
		assertThat(link.url()).matches("https://packs\\.example\\.gov\\.uk/d/[A-Za-z0-9_-]+");
		assertThat(links(KEY, BASE, "2026-03-31T10:00:00Z").message(token(link))).contains(MESSAGE);
	}

	@Test
	void linkWorksToTheEndOfItsLastDayInLondon() {
		var link = links(KEY, BASE, "2026-03-31T10:00:00Z").to(MESSAGE);
		assertThat(link.until()).isEqualTo(LocalDate.of(2026, 4, 30));
		// British Summer Time: the day ends an hour before midnight in Greenwich.
		assertThat(links(KEY, BASE, "2026-04-30T22:59:59Z").message(token(link))).contains(MESSAGE);
		assertThat(links(KEY, BASE, "2026-04-30T23:00:00Z").message(token(link))).isEmpty();
	}

	@Test
	void linkWithAnyOtherLetterOpensNothing() {
		var links = links(KEY, BASE, "2026-03-31T10:00:00Z");
		var token = token(links.to(MESSAGE));
		for (int i = 0; i < token.length(); i++) {
			var other = token.charAt(i) == 'A' ? 'B' : 'A';
			assertThat(links.message(token.substring(0, i) + other + token.substring(i + 1))).as("letter %d", i).isEmpty();
		}
		assertThat(links.message(token.substring(1))).isEmpty();
		assertThat(links.message(token + "A")).isEmpty();
		assertThat(links.message(token + "=")).isEmpty();
		assertThat(links.message("")).isEmpty();
		assertThat(links.message("A".repeat(2000))).isEmpty();
	}

	@Test
	void linkOfAnotherKeyOpensNothing() {
		var link = links("5c".repeat(32), BASE, "2026-03-31T10:00:00Z").to(MESSAGE);
		assertThat(links(KEY, BASE, "2026-03-31T10:00:00Z").message(token(link))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "packs.example.gov.uk", "http://packs.example.gov.uk", "ftp://localhost", "https://me@packs.example.gov.uk", "https://packs.example.gov.uk/?a=b", "https://packs.example.gov.uk/packhorse", "https://packs.example.gov.uk/packhorse/",
			"https://packs example", "javascript:alert(1)" })
	void linkNeedsAnAddressToBeginWith(String base) {
		assertThatThrownBy(() -> links(KEY, base, "2026-03-31T10:00:00Z").to(MESSAGE)).isInstanceOf(PackProblem.class).hasMessageContaining("packhorse.links.base-url");
	}

	private Links links(String key, String base, String now) {
		return new Links(new DeliveryKey(key, new Home(this.folder.toString())), base, Duration.ofDays(30), Clock.fixed(Instant.parse(now), ZoneId.of("Europe/London")));
	}

	private static String token(Links.Link link) {
		return link.url().substring(link.url().lastIndexOf('/') + 1);
	}

}

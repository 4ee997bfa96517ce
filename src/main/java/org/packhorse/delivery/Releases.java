package org.packhorse.delivery;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.packhorse.access.Actor;
import org.packhorse.delivery.Delivery.Kind;
import org.packhorse.pack.Edition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/// Each time that somebody had an edition sent.
@Repository
class Releases {

	private final JdbcClient jdbc;

	Releases(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/// Keeps others from posting the same edition until the caller's transaction ends.
	void takeTurn(Edition edition) {
		this.jdbc.sql("SELECT id FROM editions WHERE id = ? FOR UPDATE").param(edition.number()).query(Long.class).single();
	}

	/// The release that a message is of; notices have none.
	@Nullable Long of(long delivery) {
		return this.jdbc.sql("SELECT release_id FROM deliveries WHERE id = ?").param(delivery).query((row, _) -> Optional.ofNullable(row.getObject("release_id", Long.class))).single().orElse(null);
	}

	/// The names of the lists that a message was released to; the one that said how it was made stands first.
	List<String> lists(long delivery) {
		return this.jdbc.sql("SELECT d.list, r.lists FROM deliveries d LEFT JOIN releases r ON r.id = d.release_id WHERE d.id = ?")
			.param(delivery)
			.query((row, _) -> names(row.getString("list"), row.getString("lists")))
			.single();
	}

	/// Names of lists stand one a line: they may have blanks in them.
	private static List<String> names(@Nullable String list, @Nullable String lists) {
		return Stream.of(list, lists).filter(Objects::nonNull).flatMap(String::lines).filter(name -> !name.isEmpty()).distinct().toList();
	}

	long record(Kind kind, Edition edition, List<String> lists, int people, Actor actor, Instant now) {
		var key = new GeneratedKeyHolder();
		this.jdbc.sql("""
				INSERT INTO releases (kind, authority, about, manifest_sha256, lists, people, released_by, released_at)
				VALUES (:kind, :authority, :about, :manifest, :lists, :people, :by, :at)""")
			.param("kind", kind.name())
			.param("authority", edition.request().authority())
			.param("about", edition.name())
			.param("manifest", edition.manifestSha256())
			.param("lists", String.join("\n", lists))
			.param("people", people)
			.param("by", actor.toString())
			.param("at", LocalDateTime.ofInstant(now, ZoneOffset.UTC))
			.update(key, "id");
		return Objects.requireNonNull(key.getKey()).longValue();
	}

}

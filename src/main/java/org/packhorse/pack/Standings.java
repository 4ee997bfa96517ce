package org.packhorse.pack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Looks up how editions stand, many at once.
@Repository
public class Standings {

	private static final int AT_ONCE = 500;

	/// What may have taken the place of each, the newest last: of a final a later final, of a draft whatever is later and is not its own final.
	private static final String TAKERS = """
			SELECT e.id AS superseded, n.id AS taker FROM editions e JOIN editions n ON n.store = e.store AND n.authority = e.authority AND n.pack = e.pack
			AND n.as_at = e.as_at AND n.version > e.version WHERE e.id IN (:editions) AND n.state = 'published'
			AND (e.draft = FALSE AND n.draft = FALSE OR e.draft = TRUE AND (n.from_draft IS NULL OR n.from_draft <> e.id)) ORDER BY n.version""";

	private final JdbcClient jdbc;

	private final Editions editions;

	private final SignOffs signOffs;

	Standings(JdbcClient jdbc, Editions editions, SignOffs signOffs) {
		this.jdbc = jdbc;
		this.editions = editions;
		this.signOffs = signOffs;
	}

	/// How one edition stands.
	public Standing of(Edition edition) {
		return of(List.of(edition)).getFirst();
	}

	/// How each of these editions stands, in their order.
	public List<Standing> of(List<Edition> editions) {
		var standings = new ArrayList<Standing>();
		for (int from = 0; from < editions.size(); from += AT_ONCE) {
			standings.addAll(some(editions.subList(from, Math.min(editions.size(), from + AT_ONCE))));
		}
		return standings;
	}

	private List<Standing> some(List<Edition> editions) {
		var takers = takers(editions.stream().map(Edition::number).toList());
		var progress = this.signOffs.of(editions.stream().map(Standings::cleared).distinct().toList());
		return editions.stream().map(edition -> new Standing(edition, progress.get(cleared(edition)), takers.get(edition.number()))).toList();
	}

	/// The number of the edition whose sign-off tells of this one: a final's draft.
	private static long cleared(Edition edition) {
		return Objects.requireNonNullElse(edition.fromDraft(), edition.number());
	}

	private Map<Long, Edition> takers(List<Long> numbers) {
		var newest = new HashMap<Long, Long>();
		this.jdbc.sql(TAKERS).param("editions", numbers).query(row -> {
			newest.put(row.getLong("superseded"), row.getLong("taker"));
		});
		var takers = new HashMap<Long, Edition>();
		if (!newest.isEmpty()) {
			var found = this.jdbc.sql("SELECT * FROM editions WHERE id IN (:takers)").param("takers", Set.copyOf(newest.values())).query(this.editions::edition).list();
			var byNumber = found.stream().collect(Collectors.toMap(Edition::number, Function.identity()));
			newest.forEach((edition, taker) -> takers.put(edition, byNumber.get(taker)));
		}
		return takers;
	}

}

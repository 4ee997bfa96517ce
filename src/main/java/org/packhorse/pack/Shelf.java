package org.packhorse.pack;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.packhorse.access.Reach;
import org.packhorse.authority.Page;
import org.packhorse.authority.Where;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The published editions as far as somebody may know of them: what is beyond their reach is not looked up, and so is not there.
@Repository
public class Shelf {

	/// How rows that are counted are asked for whom they are for: an index has them together.
	private static final String COUNTED = "audience";

	/// How those of a page are: an index by audience would have to be put into the list's order first, all of it.
	private static final String SORTED = "COALESCE(audience, '')";

	private static final String WAITS = """
			EXISTS (SELECT 1 FROM sign_offs s JOIN clearances c ON c.edition = s.edition WHERE s.edition = editions.id AND s.sent_back_by IS NULL AND c.cleared_by IS NULL)
			AND NOT EXISTS (SELECT 1 FROM editions n WHERE n.store = editions.store AND n.authority = editions.authority AND n.pack = editions.pack AND n.as_at = editions.as_at
			AND n.state = 'published' AND n.version > editions.version)""";

	private static final String YOURS = """
			EXISTS (SELECT 1 FROM clearances c JOIN post_holders h ON h.authority = editions.authority AND h.post = c.post WHERE c.edition = editions.id AND c.cleared_by IS NULL
			AND h.account = :account AND (h.until IS NULL OR h.until >= :day))""";

	private final JdbcClient jdbc;

	private final Editions editions;

	private final Standings standings;

	private final PacksToday today;

	private final Home home;

	Shelf(JdbcClient jdbc, Editions editions, Standings standings, PacksToday today, Home home) {
		this.jdbc = jdbc;
		this.editions = editions;
		this.standings = standings;
		this.today = today;
		this.home = home;
	}

	/// A council and a pack of it of which there are editions.
	public record Shelved(String authority, String council, String pack) {
	}

	/// What was looked for, a page of it, the newest first.
	public Page<Standing> page(EditionSearch search, Reach reach, int number) {
		var where = where(search, reach, COUNTED);
		long total = this.jdbc.sql("SELECT COUNT(*) FROM editions" + where.sql()).params(where.values()).query(Long.class).single();
		return Page.of(number, total, from -> standings(some(where(search, reach, SORTED), from), reach));
	}

	/// The drafts within reach that wait for a post and that nothing has taken the place of, those first that wait for a post that an account holds on a day.
	public Page<Standing> waiting(Reach reach, String account, LocalDate day, int number) {
		var where = within(reach.ofReader(), COUNTED).and("draft = TRUE").and(WAITS);
		long total = this.jdbc.sql("SELECT COUNT(*) FROM editions" + where.sql()).params(where.values()).query(Long.class).single();
		return Page.of(number, total, from -> standings(this.jdbc.sql("SELECT * FROM editions" + where.sql() + " ORDER BY CASE WHEN " + YOURS + " THEN 0 ELSE 1 END, id LIMIT :most OFFSET :from")
			.params(where.values())
			.param("account", account)
			.param("day", day)
			.param("most", Page.SIZE)
			.param("from", from)
			.query(this.editions::edition)
			.list(), reach.ofReader()));
	}

	private List<Edition> some(Where where, long from) {
		return this.jdbc.sql("SELECT * FROM editions" + where.sql() + " ORDER BY id DESC LIMIT :most OFFSET :from")
			.params(where.values())
			.param("most", Page.SIZE)
			.param("from", from)
			.query(this.editions::edition)
			.list();
	}

	private Where where(EditionSearch search, Reach reach, String audience) {
		return within(reach, audience).and("authority = :authority", "authority", search.authority())
			.and("pack = :pack", "pack", search.pack())
			.and("as_at >= :from_day", "from_day", search.from())
			.and("as_at <= :to_day", "to_day", search.to())
			.and("draft = :draft", "draft", search.draft())
			.and("LOCATE(:text, LOWER(folder)) > 0", "text", search.text() == null ? null : search.text().strip().toLowerCase(Locale.ROOT));
	}

	/// What is published and within reach.
	private Where within(Reach reach, String audience) {
		var where = new Where().and("state = 'published'");
		var closed = this.today.closedTo(reach);
		if (reach.known() == null) {
			return where.and("1 = 0");
		}
		return where.and(audience + " IN (:audiences)", "audiences", reach.knowsAll() ? null : reach.audiences())
			.and("pack NOT IN (:closed)", "closed", closed.isEmpty() ? null : closed)
			.and("authority IN (:councils)", "councils", reach.councils().isEmpty() ? null : reach.councils());
	}

	/// The councils and packs that there are editions of, within reach.
	public List<Shelved> shelved(Reach reach) {
		var where = within(reach, COUNTED);
		return this.jdbc.sql("SELECT e.authority, a.name, e.pack FROM (SELECT DISTINCT authority, pack FROM editions" + where.sql()
				+ ") e LEFT JOIN authorities a ON a.code = e.authority ORDER BY a.name, e.authority, e.pack")
			.params(where.values())
			.query((row, _) -> new Shelved(row.getString(1), Optional.ofNullable(row.getString(2)).orElse(row.getString(1)), row.getString(3)))
			.list();
	}

	/// The edition of this name, such as `E08000013/improvement-board/2026-03-31/v1`, if it is within reach; of several that stand in several
	/// folders, the one in the usual place.
	public Optional<Edition> find(String name, Reach reach) {
		var found = this.editions.named(name).stream().filter(edition -> knows(reach, edition)).toList();
		return found.stream().filter(edition -> edition.request().store().equals(this.home.out())).findFirst().or(() -> found.stream().reduce((_, newer) -> newer));
	}

	/// Every version of the same council, pack and day that is within reach, the newest first.
	public List<Standing> versions(Edition edition, Reach reach) {
		var request = edition.request();
		return standings(this.editions.versions(request).stream().filter(each -> knows(reach, each)).toList(), reach);
	}

	/// How an edition stands, as far as somebody can tell.
	public Standing standing(Edition edition, Reach reach) {
		return standings(List.of(edition), reach).getFirst();
	}

	/// What is beyond their reach has taken nothing's place as far as they can tell, and of how a draft was cleared those know who read it.
	private List<Standing> standings(List<Edition> editions, Reach reach) {
		return this.standings.of(editions).stream().map(standing -> {
			var taker = standing.supersededBy();
			return new Standing(standing.edition(), reads(reach, standing.edition()) ? standing.progress() : null, taker != null && knows(reach, taker) ? taker : null);
		}).toList();
	}

	/// What an edition is held against when somebody asks what has changed: the version before it, or else the newest of the last day before
	/// it that there is one of; within what may be read.
	public Optional<Edition> before(Edition edition, Reach reach) {
		return this.editions.versions(edition.request())
			.stream()
			.filter(each -> each.version() < edition.version() && reads(reach, each))
			.findFirst()
			.or(() -> this.editions.previous(edition.request()).stream().filter(each -> reads(reach, each)).findFirst());
	}

	/// Whether an edition exists as far as somebody can tell.
	public boolean knows(Reach reach, Edition edition) {
		return reach.knows(edition.request().authority(), edition.audience()) && this.today.isOpenTo(reach.known(), edition.request().pack());
	}

	/// Whether somebody may see what is in an edition.
	public boolean reads(Reach reach, Edition edition) {
		return reach.reads(edition.request().authority(), edition.audience()) && this.today.isOpenTo(reach.read(), edition.request().pack());
	}

}

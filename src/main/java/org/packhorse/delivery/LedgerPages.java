package org.packhorse.delivery;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.packhorse.access.Reach;
import org.packhorse.authority.Page;
import org.packhorse.authority.Where;
import org.packhorse.delivery.Delivery.State;
import org.packhorse.pack.PacksToday;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The ledger a page at a time, what a person must look at first; messages with editions that are beyond somebody's reach are not in it.
@Repository
public class LedgerPages {

	/// How rows that are counted are asked for whom they are for: an index has them together.
	private static final String COUNTED = "audience";

	/// How those of a page are: an index by audience would have to be put into the list's order first, all of it.
	private static final String SORTED = "COALESCE(audience, '')";

	private final JdbcClient jdbc;

	private final Ledger ledger;

	private final PacksToday today;

	LedgerPages(JdbcClient jdbc, Ledger ledger, PacksToday today) {
		this.jdbc = jdbc;
		this.ledger = ledger;
		this.today = today;
	}

	/// A page of what was looked for, and how many of it stand in each state, whichever was asked for.
	public record Look(Page<Delivery> page, Map<State, Long> counts) {

		public Look {
			counts = Map.copyOf(counts);
		}

	}

	/// Doubtful ones first, then what was refused or given up, then what waits, then the rest; the newest of each first.
	public Look look(LedgerSearch search, Reach reach, int number) {
		var counts = counts(search, reach);
		long total = search.state() == null ? counts.values().stream().mapToLong(Long::longValue).sum() : counts.get(search.state());
		return new Look(Page.of(number, total, from -> some(where(search, reach, SORTED), search.state() != null, from)), counts);
	}

	/// The number of a message, if it is within reach.
	public Optional<Delivery> find(long number, Reach reach) {
		var where = within(reach, SORTED).and("id = :id", "id", number);
		return this.jdbc.sql("SELECT id FROM deliveries" + where.sql()).params(where.values()).query(Long.class).optional().flatMap(this.ledger::find);
	}

	/// How many there are in a state.
	public long count(State state, Reach reach) {
		var where = within(reach, COUNTED).and("state = :state", "state", state.name());
		return this.jdbc.sql("SELECT COUNT(*) FROM deliveries" + where.sql()).params(where.values()).query(Long.class).single();
	}

	/// How many there are in each state.
	public Map<State, Long> counts(LedgerSearch search, Reach reach) {
		var where = where(search.ofAnyState(), reach, COUNTED);
		var counts = new EnumMap<State, Long>(State.class);
		List.of(State.values()).forEach(state -> counts.put(state, 0L));
		// By audience too where audiences are asked for: so an index counts them as they come.
		this.jdbc.sql("SELECT state, COUNT(*) FROM deliveries" + where.sql() + (reach.knowsAll() ? " GROUP BY state" : " GROUP BY audience, state"))
			.params(where.values())
			.query((row, _) -> counts.merge(State.valueOf(row.getString(1)), row.getLong(2), Long::sum))
			.list();
		return counts;
	}

	/// Their numbers come out of an index alone, the rows of one page by their numbers.
	private List<Delivery> some(Where where, boolean ofOneState, long from) {
		var numbers = this.jdbc.sql("SELECT id FROM deliveries" + where.sql() + (ofOneState ? " ORDER BY id DESC" : " ORDER BY urgency DESC, id DESC") + " LIMIT :most OFFSET :from")
			.params(where.values())
			.param("most", Page.SIZE)
			.param("from", from)
			.query(Long.class)
			.list();
		return this.ledger.all(numbers);
	}

	private Where where(LedgerSearch search, Reach reach, String audience) {
		return within(reach, audience).and("state = :state", "state", search.state() == null ? null : search.state().name())
			.and("about = :about", "about", search.about())
			.and("authority = :authority", "authority", search.authority());
	}

	private Where within(Reach reach, String audience) {
		var where = new Where();
		if (reach.known() == null) {
			return where.and("1 = 0");
		}
		var narrowed = reach.knowsAll() ? List.of() : this.today.narrowed(reach);
		return where.and(audience + " IN (:audiences)", "audiences", reach.knowsAll() ? null : reach.audiences())
			.and("edition NOT IN (SELECT id FROM editions WHERE pack IN (:narrowed))", "narrowed", narrowed.isEmpty() ? null : narrowed)
			.and("authority IN (:councils)", "councils", reach.councils().isEmpty() ? null : reach.councils());
	}

}

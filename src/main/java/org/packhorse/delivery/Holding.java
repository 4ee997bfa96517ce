package org.packhorse.delivery;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.packhorse.access.Actor;
import org.packhorse.access.AuditTrail;
import org.packhorse.delivery.Delivery.State;
import org.packhorse.pack.PackProblem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Holds all mail when the send journal knows of messages that the ledger does not, as after an older backup was restored; and lets it
/// go again when a person has looked.
@Component
public class Holding {

	private static final int LISTED = 50;

	private static final String LIFTED = "(hold lifted)";

	private final JdbcClient jdbc;

	private final MailHold hold;

	private final SendJournal journal;

	private final AuditTrail trail;

	private final TransactionTemplate transaction;

	private volatile Looked looked = new Looked(JournalLine.BEGINNING, 0);

	Holding(JdbcClient jdbc, MailHold hold, SendJournal journal, AuditTrail trail, PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.hold = hold;
		this.journal = journal;
		this.trail = trail;
		this.transaction = new TransactionTemplate(transactions);
	}

	/// How mail stands.
	///
	/// @param held whether nothing is sent
	/// @param reason why
	/// @param differences what the journal knows and the ledger does not, a sentence each
	public record Look(boolean held, String reason, @Nullable Instant since, List<String> differences) {

		public Look {
			differences = List.copyOf(differences);
		}

	}

	/// Where the ledger stands with one message.
	private record Row(State state, long fence) {
	}

	/// How far the last look of this process found nothing amiss.
	private record Looked(JournalLine line, long newest) {
	}

	/// Compares ledger and journal, and holds mail when the journal is ahead, or is not the one that was written. The journal is read
	/// first: what is added meanwhile, the ledger knows already.
	public Look look() {
		var lines = this.journal.lastOfEach();
		var before = this.hold.standing();
		var faults = faults(lines.isEmpty(), before);
		var differences = new ArrayList<>(faults);
		differences.addAll(differences(lines, before));
		if (!differences.isEmpty()) {
			holdItself(faults.isEmpty() ? "the send journal is ahead of the ledger, as after an older backup of the database was restored"
					: "the send journal is not as it was written: what was sent may be unknown here");
		}
		var standing = this.hold.standing();
		return new Look(standing.held(), standing.reason(), standing.since(), shortened(differences));
	}

	/// Why mail is held, where it is, as it stands on record: nothing is compared.
	public Optional<String> reason() {
		var standing = this.hold.standing();
		return standing.held() ? Optional.of(standing.reason()) : Optional.empty();
	}

	/// Holds mail because a person says so; the reason of a hold that there is already stands.
	public void hold(Actor actor, String reason) {
		this.transaction.executeWithoutResult(_ -> {
			if (!this.hold.hold(reason)) {
				throw new PackProblem(PackProblem.Kind.DECISION, "All mail is held already: " + Addresses.without(this.hold.standing().reason()));
			}
			this.trail.record(actor, "held", "mail", Map.of("reason", Addresses.without(reason)));
		});
	}

	private void holdItself(String reason) {
		this.transaction.executeWithoutResult(_ -> {
			if (this.hold.hold(reason)) {
				this.trail.record(new Actor("packhorse"), "held", "mail", Map.of("reason", reason));
			}
		});
	}

	/// Takes over what the journal knows, and lets mail go. What the journal says was handed over is not sent again, also where the
	/// ledger has no row for it and the same edition is posted anew.
	///
	/// @param seen the look on which that was decided: nothing is lifted where something else holds mail by now
	/// @return how many messages the ledger now sees otherwise
	public int lift(Actor actor, String reason, Look seen) {
		return Objects.requireNonNull(this.transaction.execute(_ -> lifted(actor, reason, seen)));
	}

	private int lifted(Actor actor, String reason, Look seen) {
		var standing = this.hold.locked();
		if (!standing.held()) {
			throw new PackProblem(PackProblem.Kind.USAGE, "Mail is not held: there is nothing to lift.");
		}
		if (!standing.reason().equals(seen.reason()) || !Objects.equals(standing.since(), seen.since())) {
			throw new PackProblem(PackProblem.Kind.DECISION, "Mail stays held: what holds it is not what was seen. Look at it again, and lift it then.");
		}
		var rows = rows("");
		int taken = 0;
		for (JournalLine line : this.journal.lastOfEach().values()) {
			var row = rows.get(Addressed.token(line.messageId()));
			if (row != null && isAhead(line, row)) {
				take(line, line.messageId());
				taken++;
			}
		}
		this.hold.lift(seen());
		this.trail.record(actor, "hold lifted", "mail", Map.of("reason", Addresses.without(reason), "held for", Addresses.without(standing.reason()), "taken over", taken));
		return taken;
	}

	/// A line that says so: from here on nothing before it is asked again, and a journal without it is another one.
	private JournalLine seen() {
		try {
			return this.journal.write(State.PENDING, LIFTED, 0, "hold lifted");
		}
		catch (IOException ex) {
			throw new PackProblem(PackProblem.Kind.FAILED, "Mail stays held: the send journal %s cannot be written: %s".formatted(this.journal.file(), ex.getMessage()));
		}
	}

	/// Takes over what the journal knows of a message that was just written down, if it knows of it.
	Optional<State> takeOver(String messageId) {
		var line = this.journal.last(messageId);
		line.ifPresent(found -> take(found, messageId));
		return line.map(JournalLine::takenOver);
	}

	/// Whether the journal knows of a try that the ledger, which now makes the one with this fence, has not made; then mail is held.
	boolean isBehind(Delivery claimed) {
		boolean behind = this.journal.last(claimed.messageId()).filter(line -> line.fence() >= claimed.fence()).isPresent();
		if (behind) {
			holdItself("the send journal knows of a try of delivery %d that the ledger does not: the database is older than the journal".formatted(claimed.number()));
		}
		return behind;
	}

	private void take(JournalLine line, String messageId) {
		this.jdbc.sql("UPDATE deliveries SET state = ?, fence = ?, reason = ?, owner = NULL, lease_until = NULL, settled_at = %s WHERE token = ?".formatted(Moment.NOW))
			.params(line.takenOver().name(), line.fence(), "taken over from line %d of the send journal".formatted(line.seq()), Addressed.token(messageId))
			.update();
	}

	private Map<String, Row> rows(String which) {
		var rows = new HashMap<String, Row>();
		this.jdbc.sql("SELECT token, state, fence FROM deliveries" + which).query(row -> {
			rows.put(row.getString("token"), new Row(State.valueOf(row.getString("state")), row.getLong("fence")));
		});
		return rows;
	}

	/// What is wrong with the journal itself.
	private List<String> faults(boolean empty, MailHold.Standing standing) {
		var faults = new ArrayList<String>();
		var seen = standing.seenHash();
		if (seen != null && !this.journal.has(seen)) {
			faults.add("The send journal %s has no line %d as it was when somebody last looked at it: it was lost or changed, or is another one.".formatted(this.journal.file(), standing.seen()));
		}
		else if (empty && handedOver()) {
			faults.add("The send journal %s is empty or gone, and the ledger knows of messages that were handed over.".formatted(this.journal.file()));
		}
		faults.addAll(this.journal.faultsAfter(seen));
		return faults;
	}

	/// Whether there was an end of any message, before which the journal has a line.
	private boolean handedOver() {
		return this.jdbc.sql("SELECT COUNT(*) FROM deliveries WHERE state = 'ACCEPTED' OR id IN (SELECT delivery FROM delivery_attempts WHERE phase = 'END')").query(Long.class).single() > 0;
	}

	/// Only what is open can be behind; what has ended, or has no row, is asked for as far as the last look did not see it.
	private List<String> differences(Map<String, JournalLine> lines, MailHold.Standing standing) {
		var open = rows(" WHERE state IN ('PENDING', 'CLAIMED', 'IN_FLIGHT')");
		long newest = this.jdbc.sql("SELECT COALESCE(MAX(id), 0) FROM deliveries").query(Long.class).single();
		long from = from(standing, newest);
		var known = lines.values().stream().anyMatch(line -> line.seq() > from) ? rows("").keySet() : Set.<String>of();
		var differences = new ArrayList<String>();
		lines.values().stream().sorted(Comparator.comparingLong(JournalLine::seq)).forEach(line -> {
			var token = Addressed.token(line.messageId());
			var row = open.get(token);
			if (row == null && line.mayBeThere() && line.seq() > from && !known.contains(token)) {
				differences.add("%s of %s: the journal says %s at %s, the ledger has no such message.".formatted(line.messageId(), line.about(), line.event(), line.at()));
			}
			else if (row != null && isAhead(line, row)) {
				differences.add("%s of %s: the journal says %s at %s (try %d), the ledger %s (try %d).".formatted(line.messageId(), line.about(), line.event(), line.at(), line.fence(),
						row.state(), row.fence()));
			}
		});
		if (differences.isEmpty()) {
			this.looked = new Looked(lines.values().stream().max(Comparator.comparingLong(JournalLine::seq)).orElse(JournalLine.BEGINNING), newest);
		}
		return differences;
	}

	/// As far as somebody has looked at this journal, or this process has found everything in the ledger, unless that has lost its newest rows since.
	private long from(MailHold.Standing standing, long newest) {
		var last = this.looked;
		long looked = newest >= last.newest() && this.journal.has(last.line().hash()) ? last.line().seq() : 0;
		var seen = standing.seenHash();
		return Math.max(looked, seen != null && this.journal.has(seen) ? standing.seen() : 0);
	}

	/// The ledger is written before the journal, always: a journal that knows more means a ledger that has forgotten.
	private static boolean isAhead(JournalLine line, Row row) {
		if (line.fence() != row.fence()) {
			return line.fence() > row.fence();
		}
		return switch (row.state()) {
			case CLAIMED -> true;
			case IN_FLIGHT -> line.event() != State.IN_FLIGHT;
			case PENDING -> line.event() != State.PENDING && line.event() != State.IN_FLIGHT;
			case ACCEPTED, REJECTED, FAILED, DOUBTFUL, WITHDRAWN, DELIVERED, RESENT -> false;
		};
	}

	private static List<String> shortened(List<String> differences) {
		if (differences.size() <= LISTED) {
			return differences;
		}
		var first = new ArrayList<>(differences.subList(0, LISTED));
		first.add("%,d more.".formatted(differences.size() - LISTED));
		return first;
	}

}

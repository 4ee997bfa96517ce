package org.packhorse.access;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.packhorse.authority.Page;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The chained record of what was done: each entry carries the hash of the one before it, so that a changed, removed or
/// inserted one is found.
@Component
public class AuditTrail {

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
		.enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
		.build();

	private final AuditTable table;

	private final Checkpoints checkpoints;

	private final TransactionTemplate callers;

	private final Clock clock;

	AuditTrail(AuditTable table, Checkpoints checkpoints, PlatformTransactionManager transactions, Clock clock) {
		this.table = table;
		this.checkpoints = checkpoints;
		this.callers = new TransactionTemplate(transactions);
		this.callers.setPropagationBehavior(TransactionDefinition.PROPAGATION_MANDATORY);
		this.clock = clock;
	}

	/// Records an action in the caller's transaction, which there must be: both are kept or neither.
	///
	/// From here to the end of that transaction nobody else can record anything, so this is the last that a transaction does.
	///
	/// @param action a verb in the past, such as `published`
	/// @param object what it was done to: an edition's name, a delivery's number
	/// @param details plain data without anybody's personal data but account names
	public void record(Actor actor, String action, String object, Map<String, ?> details) {
		this.callers.executeWithoutResult(_ -> {
			var head = this.table.locked();
			var chain = head.chain().isEmpty() ? UUID.randomUUID().toString() : head.chain();
			this.table.append(chain, AuditEntry.after(head.seq() + 1, head.hash(), this.clock.instant().truncatedTo(ChronoUnit.SECONDS), actor, action,
					object, JSON.writeValueAsString(new TreeMap<>(details))));
			TransactionSynchronizationManager.registerSynchronization(new Kept(head.seq() + 1));
		});
	}

	/// A page of what was looked for, the newest first.
	public Page<AuditEntry> page(AuditSearch search, int number) {
		return this.table.page(search, number);
	}

	/// What has been done so far, by its words.
	public List<String> actions() {
		return this.table.actions();
	}

	/// The newest entries, newest first.
	public List<AuditEntry> newest(int most) {
		return this.table.newest(most);
	}

	/// The newest entries about one thing, newest first.
	public List<AuditEntry> newest(String object, int most) {
		return this.table.newest(object, most);
	}

	/// Tells of an entry once it is kept.
	private final class Kept implements TransactionSynchronization {

		private final long seq;

		private Kept(long seq) {
			this.seq = seq;
		}

		@Override
		public void afterCommit() {
			AuditTrail.this.checkpoints.kept(this.seq);
		}

	}

}

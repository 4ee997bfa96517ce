package org.packhorse.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Proves the audit trail: every entry against its hash and the one before it, the end against the head row, and all of it
/// against the checkpoints that stand outside the database.
@Component
public class AuditVerification {

	private static final int PAGE = 1_000;

	private static final int MOST_FAULTS = 50;

	private final AuditTable table;

	private final CheckpointFiles files;

	private final CheckpointKey key;

	AuditVerification(AuditTable table, CheckpointFiles files, CheckpointKey key) {
		this.table = table;
		this.files = files;
		this.key = key;
	}

	/// What a verification found.
	///
	/// @param entries how many entries there are
	/// @param firstBad number of the first entry that cannot be relied on, or 0
	/// @param trustedTo number of the last entry before it
	/// @param trustedUntil when that was recorded, or null when there is none
	/// @param checkpointed number of the last entry that a checkpoint vouches for
	/// @param faults what does not hold, a sentence each; none when the trail is whole
	public record Result(long entries, long firstBad, long trustedTo, @Nullable Instant trustedUntil, long checkpointed, List<String> faults) {

		public Result {
			faults = List.copyOf(faults);
		}

		/// Whether nothing was found wrong.
		public boolean good() {
			return this.faults.isEmpty();
		}

	}

	/// Looks at the whole trail and keeps nobody from adding to it: what is added meanwhile is looked at as well. Checkpoints are read before
	/// the head that they must not be beyond.
	public Result verify() {
		try {
			var before = this.table.seen();
			var checkpoints = before.isEmpty() ? List.<CheckpointFiles.Line>of() : checkpoints(before.get().chain());
			var head = this.table.seen();
			return head.isEmpty() ? new Result(0, 1, 0, null, 0, List.of("The trail's head row is gone: somebody removed it."))
					: new Walk(head.get(), checkpoints).result();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private List<CheckpointFiles.Line> checkpoints(String chain) throws IOException {
		return chain.isEmpty() ? List.of() : this.files.read(chain);
	}

	/// One walk along the trail.
	private final class Walk {

		private AuditTable.Head head;

		private final SortedMap<Long, List<Checkpoint>> checkpoints = new TreeMap<>();

		private final List<String> faults = new ArrayList<>();

		private long seq;

		private String hash = AuditEntry.BEGINNING;

		private long firstBad;

		private long trustedTo;

		private long vouchedTo;

		private @Nullable Instant trustedUntil;

		Walk(AuditTable.Head head, List<CheckpointFiles.Line> lines) throws IOException {
			this.head = head;
			for (CheckpointFiles.Line line : lines) {
				take(line);
			}
		}

		Result result() throws IOException {
			var page = AuditVerification.this.table.after(Long.MIN_VALUE, PAGE);
			while (!page.isEmpty()) {
				if (page.getLast().seq() > this.head.seq()) {
					// Entries come with the head that tells of them, so it is there once they are seen.
					this.head = AuditVerification.this.table.seen().orElse(this.head);
				}
				page.forEach(this::look);
				page = AuditVerification.this.table.after(page.getLast().seq(), PAGE);
			}
			end();
			others();
			return new Result(this.seq, this.firstBad, this.trustedTo, this.trustedUntil, this.vouchedTo, this.faults);
		}

		private void take(CheckpointFiles.Line line) throws IOException {
			var checkpoint = line.checkpoint();
			if (checkpoint.isEmpty() || !AuditVerification.this.key.signed(checkpoint.get())) {
				this.faults.add("%s, line %d: this is no checkpoint that a key of data/audit.pub has signed.".formatted(file(), line.number()));
			}
			else {
				this.checkpoints.computeIfAbsent(checkpoint.get().seq(), _ -> new ArrayList<>()).add(checkpoint.get());
			}
		}

		private Path file() {
			return AuditVerification.this.files.file(this.head.chain());
		}

		private void look(AuditEntry entry) {
			if (entry.seq() != this.seq + 1) {
				bad(this.seq + 1, entry.seq() == this.seq + 2 ? "Entry %d is missing: it was removed.".formatted(this.seq + 1)
						: "Entries %d to %d are missing: they were removed.".formatted(this.seq + 1, entry.seq() - 1));
			}
			else if (!entry.prev().equals(this.hash)) {
				bad(entry.seq(), "Entry %d does not follow the one before it: an entry was changed, put in or moved here.".formatted(entry.seq()));
			}
			if (!entry.isWhole()) {
				bad(entry.seq(), "Entry %d was changed: it is not what its hash was made of.".formatted(entry.seq()));
			}
			var seen = this.checkpoints.remove(entry.seq());
			if (seen != null) {
				seen.forEach(checkpoint -> compare(entry, checkpoint));
			}
			this.seq = entry.seq();
			this.hash = entry.hash();
			if (this.firstBad == 0) {
				this.trustedTo = entry.seq();
				this.trustedUntil = entry.at();
			}
		}

		/// A trail that was written anew from some entry on is whole in itself, and is not the one that the checkpoint saw.
		private void compare(AuditEntry entry, Checkpoint checkpoint) {
			if (checkpoint.hash().equals(entry.hash())) {
				this.vouchedTo = entry.seq();
			}
			else if (this.firstBad == 0) {
				bad(this.vouchedTo + 1, "Entry %d or a later one up to %d was rewritten: the checkpoint of %s saw other entries."
					.formatted(this.vouchedTo + 1, entry.seq(), checkpoint.at()));
			}
		}

		private void end() {
			if (this.head.seq() > this.seq) {
				bad(this.seq + 1, "Entry %d is missing: the trail was cut off, for its head row tells of %d entries.".formatted(this.seq + 1, this.head.seq()));
			}
			else if (this.head.seq() < this.seq) {
				bad(this.head.seq() + 1, "Entry %d was put in: the head row tells of %d entries.".formatted(this.head.seq() + 1, this.head.seq()));
			}
			else if (!this.head.hash().equals(this.hash)) {
				bad(Math.max(this.seq, 1), "Entry %d is not the one that the head row tells of.".formatted(this.seq));
			}
			if (!this.checkpoints.isEmpty()) {
				var beyond = this.checkpoints.lastEntry().getValue().getLast();
				bad(this.seq + 1, "Entry %d is missing: the checkpoint of %s saw %d entries. The trail was cut off, or an older database was put back."
					.formatted(this.seq + 1, beyond.at(), beyond.count()));
			}
			back();
		}

		private void others() throws IOException {
			for (Path other : AuditVerification.this.files.others(this.head.chain())) {
				this.faults.add("%s is of another trail, which this database does not continue. Where the database was replaced on purpose, move the file to where old records are kept."
					.formatted(other));
			}
		}

		private void bad(long seq, String sentence) {
			if (this.faults.size() < MOST_FAULTS) {
				this.faults.add(sentence);
			}
			if (this.firstBad == 0 || seq < this.firstBad) {
				this.firstBad = seq;
			}
		}

		/// What was found bad only from behind takes the trust back to what stands before it.
		private void back() {
			if (this.firstBad > 0 && this.trustedTo >= this.firstBad) {
				this.trustedTo = this.firstBad - 1;
				this.trustedUntil = this.trustedTo == 0 ? null : AuditVerification.this.table.after(this.trustedTo - 1, 1).getFirst().at();
			}
		}

	}

}

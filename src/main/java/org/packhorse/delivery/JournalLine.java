package org.packhorse.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

import org.packhorse.delivery.Delivery.State;
import org.packhorse.pack.Sha256;

/// One line of the send journal; its fields are separated by tabs.
///
/// @param event the state that the message was about to enter, or had entered
/// @param fence which try it was, as the ledger counts
/// @param about the edition or notice, for whoever reads the file
/// @param hash of this line and the one before
record JournalLine(long seq, Instant at, State event, String messageId, long fence, String about, String hash) {

	static final JournalLine BEGINNING = new JournalLine(0, Instant.EPOCH, State.PENDING, "", 0, "", "0".repeat(64));

	private static final int FIELDS = 7;

	JournalLine next(Instant at, State event, String messageId, long fence, String about) {
		var words = about.replaceAll("\\p{Cntrl}", " ");
		return new JournalLine(this.seq + 1, at, event, messageId, fence, words, hash(this.hash, this.seq + 1, at, event, messageId, fence, words));
	}

	boolean follows(JournalLine before) {
		return this.seq == before.seq + 1 && this.hash.equals(hash(before.hash, this.seq, this.at, this.event, this.messageId, this.fence, this.about));
	}

	/// The line that a text is, or nothing where it is only a piece of one.
	static Optional<JournalLine> of(String text) {
		var fields = text.split("\t", -1);
		try {
			return fields.length != FIELDS || fields[6].length() != 64 ? Optional.empty()
					: Optional.of(new JournalLine(Long.parseLong(fields[0]), Instant.parse(fields[1]), State.valueOf(fields[2]), fields[3], Long.parseLong(fields[4]), fields[5], fields[6]));
		}
		catch (IllegalArgumentException | DateTimeParseException ex) {
			return Optional.empty();
		}
	}

	/// Whether the server may have the message.
	boolean mayBeThere() {
		return this.event != State.PENDING && this.event != State.REJECTED;
	}

	/// The state that a ledger which knows less takes over: what was on its way is doubtful.
	State takenOver() {
		return this.event == State.IN_FLIGHT ? State.DOUBTFUL : this.event;
	}

	@Override
	public String toString() {
		return "%s\t%s".formatted(words(this.seq, this.at, this.event, this.messageId, this.fence, this.about), this.hash);
	}

	private static String hash(String before, long seq, Instant at, State event, String messageId, long fence, String about) {
		return Sha256.of((before + "\n" + words(seq, at, event, messageId, fence, about)).getBytes(StandardCharsets.UTF_8));
	}

	private static String words(long seq, Instant at, State event, String messageId, long fence, String about) {
		return "%d\t%s\t%s\t%s\t%d\t%s".formatted(seq, at, event, messageId, fence, about);
	}

}

package org.packhorse.delivery;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// One message to one recipient, as the ledger knows it.
///
/// @param number its row
/// @param about the edition's name, or a notice's key
/// @param edition the edition's number, or null
/// @param list the list that brought the recipient, or null
/// @param recipient whom it is for
/// @param name the recipient's post, or blank
/// @param address where it goes: the recipient's own, or the mailbox of rehearsals
/// @param sendNo 1, and one more each time that a person has it sent again
/// @param messageId its name, between angle brackets
/// @param reason why it stands where it does, in words
/// @param fence how often a process has taken it in hand
/// @param nextTry when it is tried next, while it waits
/// @param attempts how often it was tried
public record Delivery(long number, Kind kind, String authority, String about, @Nullable Long edition, @Nullable String manifestSha256,
		@Nullable String list, String recipient, String name, String address, int sendNo, String messageId, State state, String reason, long fence,
		Instant nextTry, int attempts, Instant postedAt, List<Attempt> tried) {

	public Delivery {
		tried = List.copyOf(tried);
	}

	/// The same with what was tried.
	Delivery with(List<Attempt> tried) {
		return new Delivery(this.number, this.kind, this.authority, this.about, this.edition, this.manifestSha256, this.list, this.recipient, this.name,
				this.address, this.sendNo, this.messageId, this.state, this.reason, this.fence, this.nextTry, this.attempts, this.postedAt, tried);
	}

	/// What it carries.
	public enum Kind {

		/// An edition.
		EDITION,

		/// An edition to the mailbox of rehearsals in place of its recipient.
		REHEARSAL,

		/// Words alone: a reminder, a request to look at something.
		NOTICE

	}

	/// Where it stands; docs/mail.md says what to do in each.
	public enum State {

		/// Waits for its first or next try.
		PENDING,

		/// In a process's hands, which has not ended the message yet.
		CLAIMED,

		/// The end of the message is on its way: from here on nobody but the server knows, until it answers.
		IN_FLIGHT,

		/// The server has said that it has it.
		ACCEPTED,

		/// The server has said that it will not have it.
		REJECTED,

		/// Tried for as long as the settings allow, and given up.
		FAILED,

		/// The server's answer to the end of the message never came: a person decides.
		DOUBTFUL,

		/// Not sent, because the recipient may not have it any more.
		WITHDRAWN,

		/// Was doubtful; a person has found out that it came.
		DELIVERED,

		/// Was doubtful or refused; a person has had it sent again as another message.
		RESENT;

		/// Whether it may still move without a person.
		public boolean isOpen() {
			return this == PENDING || this == CLAIMED || this == IN_FLIGHT;
		}

	}

	/// One try: how far it came and what the server said.
	///
	/// @param code the server's, or 0 where it said nothing
	public record Attempt(long fence, Phase phase, int code, String words, String host, Instant startedAt, Instant endedAt) {
	}

}

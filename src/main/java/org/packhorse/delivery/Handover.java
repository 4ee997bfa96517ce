package org.packhorse.delivery;

import org.jspecify.annotations.Nullable;

/// How one try to hand a message over ended, and what that means.
///
/// @param code the server's, or 0 where it said nothing
record Handover(Phase phase, int code, String words, Verdict verdict) {

	private static final int LONGEST = 500;

	/// What a try means for its message.
	enum Verdict {

		/// The server has it.
		ACCEPTED,

		/// The server will not have it.
		REJECTED,

		/// The server does not have it; it may have it another time.
		LATER,

		/// Nobody knows.
		DOUBTFUL

	}

	/// What a talk that ended so means. Before the message's end nothing was sent. A refusal of the sender, or one for
	/// a login or the server's policy (x.7.x), is of this program's set-up or the moment, and not of the message.
	static Handover of(Phase phase, Postman.@Nullable Reply reply, @Nullable Throwable fault) {
		int code = reply == null ? 0 : Math.max(reply.code(), 0);
		var words = code > 0 ? reply.words() : words(phase, fault);
		return new Handover(phase, code, Addresses.oneLine(words, LONGEST), phase.isOver() ? afterTheEnd(code) : beforeTheEnd(phase, code, words));
	}

	private static Verdict afterTheEnd(int code) {
		return switch (code / 100) {
			case 2 -> Verdict.ACCEPTED;
			case 4 -> Verdict.LATER;
			case 5 -> Verdict.REJECTED;
			default -> Verdict.DOUBTFUL;
		};
	}

	private static Verdict beforeTheEnd(Phase phase, int code, String words) {
		boolean ofSetUp = phase.compareTo(Phase.SENDER) <= 0 || code == 530 || words.matches("(?s)5\\d\\d[ -]5\\.7\\..*");
		return code / 100 == 5 && !ofSetUp ? Verdict.REJECTED : Verdict.LATER;
	}

	private static String words(Phase phase, @Nullable Throwable fault) {
		var deepest = fault;
		while (deepest != null && deepest.getCause() != null && deepest.getCause() != deepest) {
			deepest = deepest.getCause();
		}
		var said = deepest == null || deepest.getMessage() == null ? "the server closed the connection" : deepest.getMessage();
		return phase.isOver() ? "no answer to the end of the message: " + said : said;
	}

}

package org.packhorse.tracker;

/// Says why files that somebody sent are not taken, and what to do; nothing of them was kept.
public final class UploadRefused extends RuntimeException {

	private final Why why;

	/// The kinds of reasons.
	public enum Why {

		/// There is no file among what came, or too many.
		FILES,
		/// A file is larger than may be.
		TOO_LARGE,
		/// Others are being checked.
		BUSY,
		/// Too many wait for a decision.
		WAITING

	}

	UploadRefused(Why why, String message) {
		super(message);
		this.why = why;
	}

	/// Which kind of reason.
	public Why why() {
		return this.why;
	}

}

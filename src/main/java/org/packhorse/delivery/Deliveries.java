package org.packhorse.delivery;

import java.util.List;
import java.util.Optional;

import org.packhorse.access.Clearance;
import org.packhorse.template.Audience;

/// Who may still read what was sent to whom, asked at every opening, so that a link is dead as soon as a list changes.
public interface Deliveries {

	/// The reader of the message with this name, as lists and recipients stand now; empty where there is no such message, it was
	/// withdrawn, or its recipient is on no list of its release any more.
	Optional<Reader> reader(String messageId);

	/// Somebody to whom an edition was sent.
	///
	/// @param delivery the message's number in the ledger
	/// @param edition the edition's number
	/// @param manifestSha256 of the manifest of what was sent
	/// @param grants what each list of the release that the recipient is on lets through
	record Reader(long delivery, long edition, String manifestSha256, List<Grant> grants) {

		public Reader {
			grants = List.copyOf(grants);
		}

	}

	/// What one list lets through to one recipient: no more than the list may carry, and no more than the recipient is cleared for.
	///
	/// @param list the most that may go to the list
	/// @param clearance the most that the recipient may read
	/// @param formats endings of the files that the list gets, or none for all
	record Grant(Clearance list, Clearance clearance, List<String> formats) {

		public Grant {
			formats = List.copyOf(formats);
		}

		/// Whether an edition for this audience gets through.
		boolean lets(Audience audience) {
			return this.list.may(audience.name()) && this.clearance.may(audience.name());
		}

		boolean lets(String ending) {
			return this.formats.isEmpty() || this.formats.contains(ending);
		}

	}

}

package org.packhorse.delivery;

import java.util.List;
import java.util.Optional;

/// Who may still read what was sent to whom, asked at every opening, so that a link is dead as soon as a list changes.
public interface Deliveries {

	/// The reader of the message with this name, as lists, clearances and editions stand now; empty where there is no such message, it was
	/// withdrawn, or its recipient may not read its edition any more.
	Optional<Reader> reader(String messageId);

	/// Somebody who may read an edition now.
	///
	/// @param delivery the message's number in the ledger
	/// @param edition the edition's number
	/// @param manifestSha256 of the manifest of what was sent
	/// @param formats endings of the files that the reader gets, or none for all
	record Reader(long delivery, long edition, String manifestSha256, List<String> formats) {

		public Reader {
			formats = List.copyOf(formats);
		}

	}

}

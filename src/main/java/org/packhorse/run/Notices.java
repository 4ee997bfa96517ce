package org.packhorse.run;

/// Where a short message to one address is handed over; the same key and address again is the same message, and not sent twice.
interface Notices {

	/// Hands a message over, in the caller's transaction.
	void notice(String key, String authority, String address, String subject, String plain);

}

package org.packhorse.delivery;

/// What a recipient opens a message's files with, and a mark of the key that this hangs on: a key that was lost and made anew must
/// not give passwords that open nothing.
///
/// @param keyMark of [DeliveryKey#mark]
record Opening(By by, String keyMark) {

	/// With what.
	enum By {

		/// A personal link.
		LINK,

		/// A password that comes another way.
		PASSWORD

	}

}

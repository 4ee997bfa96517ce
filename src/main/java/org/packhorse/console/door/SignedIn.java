package org.packhorse.console.door;

import java.io.Serial;
import java.io.Serializable;
import java.time.Instant;

/// Who came in, and when. What they may do is asked of their account with each request.
///
/// @param mark the account's when they came in: a change that ends sessions changes it
record SignedIn(long account, long mark, Instant at) implements Serializable {

	@Serial
	private static final long serialVersionUID = 1;

}

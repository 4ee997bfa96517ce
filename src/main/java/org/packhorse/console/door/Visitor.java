package org.packhorse.console.door;

/// Where a try to sign in comes from.
///
/// @param device what tells this browser from others where the account has signed in with it before, or blank
record Visitor(String address, String device) {

	boolean isKnown() {
		return !this.device.isEmpty();
	}

}

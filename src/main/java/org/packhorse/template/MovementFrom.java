package org.packhorse.template;

/// What a pack's movement is measured from, when nobody chooses a day.
public enum MovementFrom {

	/// The edition of the pack before this one.
	PREVIOUS_EDITION("previous-edition"),

	/// What was known on the day on which the pack's body last met.
	LAST_MEETING("last-meeting");

	private final String words;

	MovementFrom(String words) {
		this.words = words;
	}

	/// As `pack.yml` writes it.
	public String words() {
		return this.words;
	}

}

package org.packhorse.document;

/// What a colour is for; which colour it is belongs to the house style.
public enum Tone {

	/// Finished, nothing more to watch.
	DONE,

	/// As it should be.
	GOOD,

	/// Needs an eye on it.
	WATCH,

	/// Not as it should be.
	CONCERN,

	/// Not rated, or cannot be.
	UNKNOWN

}

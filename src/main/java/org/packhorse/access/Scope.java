package org.packhorse.access;

import java.util.Locale;

/// What a script may do with a token, within what the account that it acts for may.
public enum Scope {

	/// Looks and changes nothing.
	READ("reads runs, editions, deliveries, schedules and readiness, and downloads packs"),

	/// Loads trackers.
	LOAD("checks and loads trackers"),

	/// Makes packs.
	RUN("makes packs, stops and goes on with runs"),

	/// Clears drafts and sends them back.
	CLEAR("clears drafts or sends them back"),

	/// Sends packs and settles doubtful deliveries.
	SEND("posts editions and settles deliveries"),

	/// Stops all mail of every council, and frees it.
	HOLD("holds all mail and lets it go");

	private final String does;

	Scope(String does) {
		this.does = does;
	}

	/// What it is for, in words that follow the scope's name.
	public String does() {
		return this.does;
	}

	/// As people and tables write it.
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}

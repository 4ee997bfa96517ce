package org.packhorse.access;

import java.util.Locale;

/// What somebody may do in the console. Which packs they may read is their [Clearance]'s business, whatever their roles.
public enum Role {

	/// Reads packs.
	VIEWER("reads packs of the audiences that they are cleared for"),

	/// Brings figures in and makes packs.
	AUTHOR("loads trackers, makes packs, posts editions and sees to deliveries"),

	/// Clears drafts for posts, never their own work.
	APPROVER("clears drafts or sends them back, never their own"),

	/// Keeps accounts and sees how the machine runs; reads no pack by this role alone.
	ADMIN("keeps accounts, sees runs, schedules, lists and templates; reads no pack by this role alone"),

	/// Sees who did what, and no pack's content.
	AUDITOR("sees the audit trail and the ledger of deliveries without addresses, and no pack's content");

	private final String does;

	Role(String does) {
		this.does = does;
	}

	/// What it is for, in words that follow the role's name.
	public String does() {
		return this.does;
	}

	/// As people and tables write it.
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}

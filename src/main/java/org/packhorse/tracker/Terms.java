package org.packhorse.tracker;

/// On what terms files are loaded: how they are read, and what of them may go in.
public record Terms(Reading reading, Permission permission) {

	/// For whoever can start this program: everything, read where it runs.
	public static final Terms OF_THE_COMMAND_LINE = new Terms(Reading.here(), Permission.EVERYTHING);

}

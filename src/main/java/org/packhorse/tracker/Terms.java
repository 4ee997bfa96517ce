package org.packhorse.tracker;

/// On what terms files are loaded.
///
/// @param reading how they are read
/// @param permission what of them may go in
/// @param together whether a fault of one keeps all of them out
public record Terms(Reading reading, Permission permission, boolean together) {

	/// For whoever can start this program: everything, read where it runs.
	public static final Terms OF_THE_COMMAND_LINE = new Terms(Reading.here(), Permission.EVERYTHING, false);

}

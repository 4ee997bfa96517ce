package org.packhorse.authority;

/// Says that a table holds a value that no import file could have brought: somebody wrote it by other means.
public class FaultyTable extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/// Names the column, what it holds, and what it may hold.
	public FaultyTable(String table, String column, String found, String accepted) {
		super("The table %s holds '%s' in its column %s, which may hold %s. Correct it in the database, or load the row again.".formatted(table, found,
				column, accepted));
	}

}

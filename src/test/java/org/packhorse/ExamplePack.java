package org.packhorse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

import org.packhorse.pack.Edition;

/// The example council's Improvement Board pack, made once for all tests that read it: as `demo` makes it, the month before first.
public final class ExamplePack {

	/// The council, the pack and its day.
	public static final String COUNCIL = "X99000001";

	public static final String PACK = "improvement-board";

	public static final LocalDate AS_AT = LocalDate.of(2026, 3, 31);

	private static ExamplePack made;

	private final TestDatabase database;

	private final Edition edition;

	private ExamplePack() {
		this.database = TestDatabases.h2();
		ImportFiles.of(Path.of("report-templates").resolve(PACK).resolve("sample")).into(this.database);
		var store = store();
		Published.make(this.database, Published.in(Published.request(COUNCIL, PACK, LocalDate.of(2026, 2, 28), store)));
		this.edition = Published.make(this.database, Published.request(COUNCIL, PACK, AS_AT, store)).edition();
	}

	/// The pack with the database that it was made on.
	public static synchronized ExamplePack made() {
		if (made == null) {
			made = new ExamplePack();
		}
		return made;
	}

	public TestDatabase database() {
		return this.database;
	}

	/// The edition as at 31 March 2026.
	public Edition edition() {
		return this.edition;
	}

	private static Path store() {
		try {
			return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "example-pack").toAbsolutePath();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

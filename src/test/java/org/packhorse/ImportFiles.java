package org.packhorse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.packhorse.tracker.LoadedFile;
import org.packhorse.tracker.Progress;
import org.packhorse.tracker.TrackerImport;

import static org.assertj.core.api.Assertions.assertThat;

/// Import files of a test: written out by hand, or those of a sample folder.
public final class ImportFiles {

	private final Path folder;

	private final List<Path> files = new ArrayList<>();

	public ImportFiles(Path folder) {
		this.folder = folder;
	}

	/// Every import file of a folder.
	public static ImportFiles of(Path folder) {
		var files = new ImportFiles(folder);
		try (Stream<Path> all = Files.list(folder)) {
			all.filter(file -> file.toString().endsWith(".csv")).sorted().forEach(files.files::add);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return files;
	}

	/// One more file, named for its table.
	public ImportFiles csv(String table, String text) {
		try {
			var file = Files.createDirectories(this.folder).resolve(table + ".csv");
			this.files.remove(file);
			this.files.add(Files.writeString(file, text));
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// Where they stand.
	public List<Path> files() {
		return List.copyOf(this.files);
	}

	/// Loads them; any fault fails the test.
	public void into(TestDatabase database) {
		var loaded = database.bean(TrackerImport.class).load(this.files, false, Progress.NONE);
		assertThat(loaded).flatExtracting(LoadedFile::problems).isEmpty();
	}

}

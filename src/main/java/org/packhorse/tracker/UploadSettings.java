package org.packhorse.tracker;

import java.nio.file.Path;
import java.time.Duration;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/// What files that somebody sends may take, and how long they are kept; docs/operations.md explains each.
///
/// @param size of one file
/// @param files how many may come at once
/// @param rows of one file
/// @param words what the cells of one file may come to
/// @param time for reading one file
/// @param memory for reading one file
/// @param together how many are checked or loaded at a time
/// @param waiting how many may wait for a decision, of one account
/// @param kept how long they wait
/// @param patience how long whoever sends waits for the outcome before being told to look again
@Component
record UploadSettings(@Value("${packhorse.uploads.folder:${packhorse.home:.}/data/uploads}") String folder, @Value("${packhorse.uploads.size:20MB}") DataSize size,
		@Value("${packhorse.uploads.files:20}") int files, @Value("${packhorse.uploads.rows:200000}") long rows, @Value("${packhorse.uploads.words:200MB}") DataSize words,
		@Value("${packhorse.uploads.time:60s}") Duration time, @Value("${packhorse.uploads.memory:256MB}") DataSize memory,
		@Value("${packhorse.uploads.together:2}") int together, @Value("${packhorse.uploads.waiting:5}") int waiting,
		@Value("${packhorse.uploads.kept:1h}") Duration kept, @Value("${packhorse.uploads.patience:10s}") Duration patience) {

	/// A folder of its own: the one that the setting names may hold other things.
	Path place() {
		return Path.of(this.folder).toAbsolutePath().normalize().resolve("waiting");
	}

	ReadingLimits limits() {
		return new ReadingLimits(this.size.toBytes(), this.rows, this.words.toBytes(), this.time, (int) this.memory.toMegabytes());
	}

}

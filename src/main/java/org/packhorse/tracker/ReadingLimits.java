package org.packhorse.tracker;

import java.time.Duration;

/// What the reading of one sent file may take.
///
/// @param bytes the size of the file
/// @param rows how many rows it may hold, blank ones too
/// @param words how many bytes its cells may come to
/// @param time from its beginning to its end
/// @param memory megabytes
public record ReadingLimits(long bytes, long rows, long words, Duration time, int memory) {

	/// To how much a workbook of that size may unpack: tables pack to a tenth, seldom to a twentieth.
	long unpacked() {
		return Math.max(64L << 20, this.bytes * 25);
	}

	/// Refuses a file that is too large, before anything is made of it.
	void admit(long size) throws UnreadableFile {
		if (size > this.bytes) {
			throw new UnreadableFile("the file is larger than %s".formatted(megabytes(this.bytes)),
					"Split it, or ask whoever runs Packhorse to load it on the command line.");
		}
	}

	UnreadableFile tooManyRows() {
		return new UnreadableFile("the file has more than %,d rows".formatted(this.rows), "Split it, or delete the rows below the last one that is filled.");
	}

	UnreadableFile tooManyWords() {
		return new UnreadableFile("the cells of the file hold more than %s".formatted(megabytes(this.words)), "Split it into several files.");
	}

	UnreadableFile tooSlow() {
		return new UnreadableFile("reading the file took longer than %,d seconds".formatted(this.time.toSeconds()),
				"Copy its tables, as values, into a new workbook, or save each as CSV.");
	}

	UnreadableFile tooLarge() {
		return new UnreadableFile("reading the file takes more than %d MB of memory".formatted(this.memory),
				"Copy its tables, as values, into a new workbook, or save each as CSV.");
	}

	private static String megabytes(long bytes) {
		return "%,d MB".formatted(bytes >> 20);
	}

}

package org.packhorse.national;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;
import java.util.stream.IntStream;

/// Writes import files of as many fictional councils as asked for, each with a plan of 150 actions reported on over thirteen
/// months and 40 indicators with thirteen readings: `COUNCILS FOLDER [SEED]`. The same seed gives the same bytes.
public final class NationalData {

	/// The day that packs are made for.
	public static final LocalDate AS_AT = LocalDate.of(2026, 3, 31);

	/// As many as there are real ones, so that every council has as many to be compared with.
	static final int AREAS = 152;

	static final String PLAN = "IMP";

	static final long SEED = 2026;

	private NationalData() {
	}

	/// For docs/performance.md.
	public static void main(String[] words) throws IOException {
		int councils = words.length > 0 ? Integer.parseInt(words[0]) : AREAS;
		var folder = Path.of(words.length > 1 ? words[1] : "target/national");
		write(councils, folder, words.length > 2 ? Long.parseLong(words[2]) : SEED);
		System.out.printf("%d fictional councils as at %s stand in %s%n", councils, AS_AT, folder);
	}

	/// Writes them into the folder.
	static void write(int councils, Path folder, long seed) throws IOException {
		try (var tables = new Tables(folder)) {
			var areas = IntStream.rangeClosed(1, AREAS).mapToObj(FictionalCouncil::code).toList();
			var random = new Random(seed);
			for (Indicator indicator : Indicator.ALL) {
				indicator.write(tables);
				indicator.writeBenchmarks(tables, areas, random);
			}
			for (int no = 1; no <= councils; no++) {
				new CouncilFiles(FictionalCouncil.of(no, seed), seed, tables).write();
			}
		}
	}

}

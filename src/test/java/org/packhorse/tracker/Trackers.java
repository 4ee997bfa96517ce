package org.packhorse.tracker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Small import files: a council, its plan with one section and two actions, and two indicators.
final class Trackers {

	static final String AUTHORITIES = "code,name\nX99000001,Exampleshire\n";

	static final String PLANS = "authority,code,title\nX99000001,SIP,Single Improvement Plan\n";

	static final String SECTIONS = "authority,plan,no,title,priority\nX99000001,SIP,1,Leadership,yes\n";

	static final String KPIS = "code,title,unit\nre-referrals,Re-referrals,percent\ncla,Children looked after,count\n";

	static final String ACTIONS = "authority,plan,section,ref,action,due_on\nX99000001,SIP,1,1.1,Do this,2021-06-30\n"
			+ "X99000001,SIP,1,1.2,Do that,Dec 2021\n";

	private Trackers() {
	}

	static Path csv(Path folder, String table, String text) {
		return write(folder.resolve(table + ".csv"), text.getBytes(StandardCharsets.UTF_8));
	}

	/// The rows that a file gives; its findings stay with it.
	static List<TrackerRow> rows(TrackerFile file, LocalDate today) {
		return rows(file, Terms.OF_THE_COMMAND_LINE, today);
	}

	/// The same, read in another way.
	static List<TrackerRow> rows(TrackerFile file, Terms terms, LocalDate today) {
		var rows = new ArrayList<TrackerRow>();
		try (var reader = new TrackerReader(List.of(file), terms, today, Progress.NONE)) {
			for (var row = reader.read(); row != null; row = reader.read()) {
				rows.add(row);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return rows;
	}

	static Path write(Path file, byte[] bytes) {
		try {
			Files.createDirectories(file.getParent());
			return Files.write(file, bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

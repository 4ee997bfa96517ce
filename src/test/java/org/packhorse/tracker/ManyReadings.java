package org.packhorse.tracker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;

/// Writes import files of any size, to see what a load costs: 100 councils and 100 indicators that do not exist, and as
/// many monthly readings as asked for. It needs nothing but Java: `java ManyReadings.java FOLDER [ROWS]`.
public final class ManyReadings {

	private static final int COUNCILS = 100;

	private static final int KPIS = 100;

	private ManyReadings() {
	}

	/// Writes `authorities.csv`, `kpis.csv` and `kpi_values.csv` into the folder.
	public static void main(String[] words) throws IOException {
		var folder = Files.createDirectories(Path.of(words[0]));
		int rows = words.length > 1 ? Integer.parseInt(words[1]) : 1_000_000;
		try (var out = Files.newBufferedWriter(folder.resolve("authorities.csv"))) {
			out.write("code,name\n");
			for (int i = 0; i < COUNCILS; i++) {
				out.write("%s,Measureshire %d\n".formatted(council(i), i));
			}
		}
		try (var out = Files.newBufferedWriter(folder.resolve("kpis.csv"))) {
			out.write("code,title,unit,polarity,decimals,frequency\n");
			for (int i = 0; i < KPIS; i++) {
				out.write("M%03d,Measure %d,percent,higher,1,monthly\n".formatted(i, i));
			}
		}
		try (var out = Files.newBufferedWriter(folder.resolve("kpi_values.csv"))) {
			out.write("authority,kpi,period_end,value,numerator,denominator,recorded_on\n");
			for (int i = 0; i < rows; i++) {
				var month = YearMonth.of(2026, 3).minusMonths(i / (COUNCILS * KPIS)).atEndOfMonth();
				out.write("%s,M%03d,%s,%d.%d,,,%s\n".formatted(council(i % COUNCILS), i / COUNCILS % KPIS, month, 40 + i % 60, i % 10, month.plusDays(10)));
			}
		}
	}

	private static String council(int i) {
		return "X990001%02d".formatted(i);
	}

}

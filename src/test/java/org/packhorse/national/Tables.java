package org.packhorse.national;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Import files of a folder that are written side by side, row by row; docs/data.md says what each column holds.
final class Tables implements AutoCloseable {

	private final Map<Table, Writer> files = new EnumMap<>(Table.class);

	/// The tables that are written and their columns.
	enum Table {

		AUTHORITIES("code,name,region,neighbour_model,statistical_neighbours"),

		BODIES("authority,code,title,chair"),

		MEETINGS("authority,body,meets_on,title,venue"),

		NARRATIVES("authority,body,part,no,reported_on,words,post"),

		DEEP_DIVES("authority,body,meets_on,plan,section,question"),

		PLANS("authority,code,title,inspection,approved_on"),

		SECTIONS("authority,plan,no,title,priority,recommendation,aim,lead"),

		SECTION_NARRATIVES("authority,plan,section,reported_on,working_well,how_assured,what_next"),

		ACTIONS("authority,plan,section,ref,action,lead,priority,starts_on,due_on,success_measure,kpi"),

		UPDATES("authority,plan,action,reported_on,state,percent_complete,declared_rag,revised_due_on,completed_on,evidence,impact,note"),

		KPIS("code,title,definition,unit,polarity,decimals,frequency,source,topic"),

		KPI_TARGETS("authority,kpi,applies_from,target,tolerance,tolerance_kind"),

		SECTION_KPIS("authority,plan,section,kpi"),

		KPI_VALUES("authority,kpi,period_end,value,numerator,denominator"),

		BENCHMARKS("kpi,area,period_end,value,source");

		private final String columns;

		Table(String columns) {
			this.columns = columns;
		}

		Path file(Path folder) {
			return folder.resolve(name().toLowerCase(Locale.ROOT) + ".csv");
		}

	}

	Tables(Path folder) throws IOException {
		Files.createDirectories(folder);
		for (Table table : Table.values()) {
			var file = Files.newBufferedWriter(table.file(folder));
			this.files.put(table, file);
			file.write(table.columns + "\n");
		}
	}

	/// One row; blank words leave a cell blank.
	void row(Table table, Object... cells) {
		if (cells.length != table.columns.split(",").length) {
			throw new IllegalArgumentException(table + " has " + table.columns + ", not " + cells.length + " columns");
		}
		try {
			this.files.get(table).write(Stream.of(cells).map(Tables::cell).collect(Collectors.joining(",", "", "\n")));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String cell(Object value) {
		var words = value.toString();
		return words.matches("[^,\"\n]*") ? words : "\"" + words.replace("\"", "\"\"") + "\"";
	}

	@Override
	public void close() throws IOException {
		for (Writer file : this.files.values()) {
			file.close();
		}
	}

}

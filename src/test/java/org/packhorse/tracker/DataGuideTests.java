package org.packhorse.tracker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/// The guide for people who write import files says what the declarations say.
class DataGuideTests {

	@ParameterizedTest
	@EnumSource
	void theGuideShowsTheTableAsItIsDeclared(TrackerTable table) throws IOException {
		assertThat(Files.readString(Path.of("docs/data.md"))).contains(guide(table));
	}

	/// The chapter of a table as the guide must hold it.
	static String guide(TrackerTable table) {
		var columns = table.columns().stream().map((column) -> "| %s | %s | %s | %s |".formatted(name(column), column.accepts(),
				filled(column), column.meaning())).collect(Collectors.joining("\n"));
		return """
				### %s

				%s Key: %s.%s

				| Column | Holds | Required | Meaning |
				|---|---|---|---|
				%s

				```csv
				%s```
				""".formatted(table.tableName(), table.purpose(), String.join(", ", table.key()), references(table), columns, example(table));
	}

	/// A header and one row.
	static String example(TrackerTable table) {
		var header = table.columnNames().collect(Collectors.joining(","));
		var example = table.columns().stream().map((column) -> quoted(column.example())).collect(Collectors.joining(","));
		return header + "\n" + example + "\n";
	}

	private static String name(Column column) {
		return column.required() ? "**%s**".formatted(column.name()) : column.name();
	}

	private static String filled(Column column) {
		if (column.required()) {
			return "yes";
		}
		return (column.ifBlank() != null) ? "no; blank means " + column.ifBlank() : "no";
	}

	private static String references(TrackerTable table) {
		if (table.references().isEmpty()) {
			return "";
		}
		return table.references()
			.stream()
			.map((reference) -> "(%s) in %s".formatted(String.join(", ", reference.columns()), reference.target().tableName()))
			.collect(Collectors.joining("; ", " Must be known: ", "."));
	}

	private static String quoted(String value) {
		return (value.contains(",") || value.contains("\"")) ? "\"" + value.replace("\"", "\"\"") + "\"" : value;
	}

	static void main() {
		for (var table : TrackerTable.values()) {
			System.out.println(guide(table));
		}
	}

}

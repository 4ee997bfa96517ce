package org.packhorse.jasper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import org.apache.commons.csv.CSVFormat;

/// Reads a folder of import files once, for the councils that packs are made for.
final class ImportFolder {

	private final Path folder;

	private final int most;

	private final Map<String, Council> councils = new LinkedHashMap<>();

	private final Map<String, Map<String, String>> kpis = new HashMap<>();

	private ImportFolder(Path folder, int most) {
		this.folder = folder;
		this.most = most;
	}

	/// The first councils of the folder.
	static List<Council> read(Path folder, int most) {
		var files = new ImportFolder(folder, most);
		files.plans();
		files.figures();
		return List.copyOf(files.councils.values());
	}

	private void plans() {
		rows("authorities", row -> {
			if (this.councils.size() < this.most) {
				this.councils.put(row.get("code"), new Council(row.get("code"), row.get("name")));
			}
		});
		own("sections", (council, row) -> council.sections.add(row));
		own("actions", (council, row) -> council.actions.put(row.get("ref"), new Action(row)));
		own("updates", (council, row) -> council.actions.get(row.get("action")).report(row));
	}

	private void figures() {
		rows("kpis", row -> this.kpis.put(row.get("code"), row));
		own("kpi_values", (council, row) -> council.indicator(row.get("kpi"), this.kpis).read(row));
		own("kpi_targets", (council, row) -> council.indicator(row.get("kpi"), this.kpis).target = Double.valueOf(row.get("target")));
		neighbours();
	}

	/// The mean of each council's neighbours for the latest period.
	private void neighbours() {
		var figures = new HashMap<String, Double>();
		rows("benchmarks", row -> figures.put(row.get("kpi") + row.get("area") + row.get("period_end"), Double.valueOf(row.get("value"))));
		rows("authorities", row -> {
			var council = this.councils.get(row.get("code"));
			if (council != null) {
				var near = new HashSet<>(Arrays.asList(row.get("statistical_neighbours").split(" ")));
				council.indicators.values().forEach(kpi -> kpi.neighbours = near.stream().map(area -> figures.get(kpi.code + area + kpi.readings.lastKey()))
					.filter(Objects::nonNull).mapToDouble(Double::doubleValue).average().orElse(Double.NaN));
			}
		});
	}

	private void own(String table, BiConsumer<Council, Map<String, String>> use) {
		rows(table, row -> {
			var council = this.councils.get(row.get("authority"));
			if (council != null) {
				use.accept(council, row);
			}
		});
	}

	private void rows(String table, Consumer<Map<String, String>> use) {
		var format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
		try (var rows = format.parse(Files.newBufferedReader(this.folder.resolve(table + ".csv")))) {
			rows.forEach(row -> use.accept(row.toMap()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

package org.packhorse.pack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.packhorse.ExamplePack;
import org.packhorse.Published;
import org.packhorse.writer.PackFormat;
import org.packhorse.writer.PackReader;
import org.packhorse.writer.ReadBack;
import org.packhorse.writer.ReadBack.Part;
import org.packhorse.writer.pdf.PdfUa;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/// The example council's pack says the same in every format: what is read back is much, and it is what pack.json says.
class SameFiguresTests {

	private static final Map<PackFormat, ReadBack> READ = new EnumMap<>(PackFormat.class);

	@BeforeAll
	static void read() throws IOException {
		for (PackReader reader : ExamplePack.made().database().beans(PackReader.class)) {
			READ.put(reader.format(), reader.read(new ByteArrayInputStream(Published.file(ExamplePack.made().edition(), reader.format()))));
		}
	}

	@Test
	void everyFileSaysWhatThePackSays() {
		var result = ExamplePack.made().database().bean(DeepVerification.class).verify(ExamplePack.made().edition().path());
		assertThat(result.faults()).isEmpty();
		assertThat(result.proved()).hasSize(6).contains("pack.json says what the snapshot says.")
			.anyMatch(sentence -> sentence.matches("pack.json agrees with itself and with \\d{3,} rated rows of the documents."));
	}

	@Test
	void whatIsReadIsWhatAReaderSees() {
		for (PackFormat format : List.of(PackFormat.DOCX, PackFormat.PDF, PackFormat.HTML)) {
			var headings = READ.get(format).parts().stream().filter(Part.Heading.class::isInstance).map(part -> ((Part.Heading) part).words()).toList();
			assertThat(headings).as(format.title()).hasSizeGreaterThan(50).startsWith("The chair's page", "Where we are");
			var volume = Volume.of(READ.get(format));
			assertThat(volume.tables()).as(format.title()).isGreaterThan(30);
			assertThat(volume.badges()).as(format.title()).isGreaterThan(300);
			assertThat(volume.charts()).as(format.title()).isGreaterThan(5);
		}
	}

	@Test
	void workbookListsEveryActionAsThePackDoes() {
		var expected = new ArrayList<List<String>>();
		for (JsonNode section : pack().get("sections")) {
			for (JsonNode action : section.get("actions")) {
				expected.add(List.of(action.get("ref").asString(), action.get("rating").asString(), action.get("reason").asString()));
			}
		}
		assertThat(expected).hasSize(130);
		assertThat(rows("Ref", "Rating", "Reason").subList(0, 130)).isEqualTo(expected);
	}

	@Test
	void workbookListsEveryIndicatorAsThePackDoes() {
		var expected = new ArrayList<List<String>>();
		pack().get("kpis")
			.forEach(kpi -> expected.add(List.of(kpi.get("code").asString(),
					kpi.get("rating").asString().equals("NONE") ? "NOT RATED" : kpi.get("rating").asString(), kpi.get("reason").asString())));
		assertThat(expected).hasSize(46);
		assertThat(rows("Code", "Rating", "Reason")).isEqualTo(expected);
	}

	@Test
	void pdfIsAccessible() throws Exception {
		assertThat(PdfUa.faults(Published.file(ExamplePack.made().edition(), PackFormat.PDF))).isEmpty();
	}

	/// These columns of all the workbook's tables that have them.
	private static List<List<String>> rows(String name, String rating, String reason) {
		var rows = new ArrayList<List<String>>();
		for (Part part : READ.get(PackFormat.XLSX).parts()) {
			if (part instanceof Part.Table table && table.header().containsAll(List.of(name, rating, reason))) {
				table.rows().forEach(row -> rows.add(List.of(row.get(table.header().indexOf(name)).words(),
						row.get(table.header().indexOf(rating)).words().toUpperCase(Locale.ROOT), row.get(table.header().indexOf(reason)).words())));
			}
		}
		return rows;
	}

	private static JsonNode pack() {
		return JsonMapper.builder().build().readTree(ExamplePack.made().edition().path().resolve("pack.json"));
	}

}

package org.packhorse.writer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.packhorse.document.Block;
import org.packhorse.document.Block.Chart;
import org.packhorse.document.Cover;
import org.packhorse.document.PackDocument;
import org.packhorse.document.Position;

/// Charts of every shape in every format.
@ParameterizedClass
@EnumSource(PackFormat.class)
class ChartShapesTests {

	private static final String NOTHING = "There are no figures for these periods.";

	private final PackFormat format;

	ChartShapesTests(PackFormat format) {
		this.format = format;
	}

	@Test
	void onePointIsDrawn() {
		var said = written(chart(List.of("Mar 2026"), "7.5"));
		assertThat(said).contains("Mar 2026", "7.5").doesNotContain("NaN", NOTHING);
	}

	@Test
	void gapsStayGaps() {
		var said = written(chart(periods(5), "3", null, "4", null, "5"));
		assertThat(drawn(said)).isEqualTo(this.format == PackFormat.PDF ? -1 : 3);
		assertThat(said).doesNotContain("NaN", "null");
	}

	@Test
	void equalValuesAreDrawn() {
		assertThat(written(chart(periods(3), "7", "7", "7"))).contains("7").doesNotContain("NaN", "Infinity");
		assertThat(written(chart(periods(3), "0", "0", "0"))).doesNotContain("NaN", "Infinity");
	}

	@Test
	void negativeValuesAreDrawn() {
		assertThat(written(chart(periods(3), "-7.5", "2", "-3.2"))).containsPattern("[\u2212-]3\\.2").doesNotContain("NaN");
	}

	@Test
	void whereAllIsWithheldThatIsSaidAndNothingIsDrawn() {
		var target = new Chart.Line("Target", Chart.Kind.TARGET, numbers("3", "3"));
		var said = written(new Chart(Position.NONE, "Caption", "All is withheld.", "", 1, periods(2),
				List.of(new Chart.Line("Readings", Chart.Kind.ACTUAL, numbers(null, null)), target)));
		assertThat(said).contains(NOTHING + " All is withheld.").doesNotContain("c:chartSpace", "<svg");
	}

	@Test
	void sixtyPeriodsFit() {
		var values = IntStream.range(0, 60).mapToObj(i -> String.valueOf(i % 7)).toArray(String[]::new);
		var said = written(chart(periods(60), values));
		assertThat(said).contains("Period 60");
		assertThat(drawn(said)).isEqualTo(this.format == PackFormat.PDF ? -1 : 60);
	}

	@Test
	void veryLongNamesAreWritten() {
		var name = "An indicator whose name goes on and on ".repeat(12).strip();
		var line = new Chart.Line(name, Chart.Kind.ACTUAL, numbers("1", "2"), Arrays.asList(null, new Chart.Mark(Chart.Reading.CONCERN, name)));
		var said = written(new Chart(Position.NONE, name, name, name, 1, List.of(name, name + " later"), List.of(line),
				List.of(new Chart.Event(name, name))));
		assertThat(said.replaceAll("\\s+", " ")).contains("An indicator whose name goes on and on An indicator");
	}

	@Test
	void signalsAndEventsAreNamed() {
		var line = new Chart.Line("Readings", Chart.Kind.ACTUAL, numbers("1", "9", "2"),
				Arrays.asList(null, new Chart.Mark(Chart.Reading.CONCERN, "above the upper limit"), null));
		var said = written(new Chart(Position.NONE, "Caption", "What it shows.", "", 1, periods(3), List.of(line),
				List.of(new Chart.Event("Period 3", "A new team began"))));
		assertThat(said).contains("Concern", "A, Period 3: A new team began");
	}

	private static Chart chart(List<String> periods, String... values) {
		return new Chart(Position.NONE, "Caption", "What it shows.", "", 1, periods, List.of(new Chart.Line("Readings", Chart.Kind.ACTUAL, numbers(values))));
	}

	private static List<String> periods(int count) {
		return IntStream.rangeClosed(1, count).mapToObj(i -> "Period " + i).toList();
	}

	private static List<BigDecimal> numbers(String... numbers) {
		return Arrays.asList(Arrays.stream(numbers).map(number -> number == null ? null : new BigDecimal(number)).toArray(BigDecimal[]::new));
	}

	/// How many points the chart has; a PDF's cannot be counted here.
	private int drawn(String said) {
		return switch (this.format) {
			case HTML -> count(said, "class=\"point\"[^>]*translate") - 1;
			case DOCX, XLSX -> count(said.replaceAll("(?s)<c:cat>.*?</c:cat>|<c:tx>.*?</c:tx>", ""), "<c:pt ");
			case PDF -> -1;
		};
	}

	private static int count(String said, String pattern) {
		return (int) Pattern.compile(pattern).matcher(said).results().count();
	}

	/// The page, the XML of all parts, or the words of the PDF.
	private String written(Block block) {
		var cover = new Cover("Pack", "", "Exampleshire", "en-GB", "", LocalDate.of(2026, 3, 31), false, false, List.of());
		var section = new Block.Section(Position.NONE, "s", "", "Section", List.of(block));
		try (var out = new ByteArrayOutputStream()) {
			Writers.of(this.format).write(new PackDocument(cover, List.of(section)), Look.plain(), out);
			return switch (this.format) {
				case HTML -> out.toString(StandardCharsets.UTF_8).replaceAll("(?s)<style>.*?</style>", "");
				case DOCX, XLSX -> parts(out.toByteArray());
				case PDF -> words(out.toByteArray());
			};
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String parts(byte[] file) throws IOException {
		var parts = new ArrayList<String>();
		try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
			for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				parts.add(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
			}
		}
		return String.join("\n", parts);
	}

	private static String words(byte[] file) throws IOException {
		try (var pdf = new PdfReader(file)) {
			var words = new StringBuilder();
			for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
				words.append(new PdfTextExtractor(pdf).getTextFromPage(page)).append(' ');
			}
			return words.toString();
		}
	}

}

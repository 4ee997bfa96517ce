package org.packhorse.tracker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.commons.csv.CSVFormat;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// A file read in a process of its own gives what it gives here, and whatever becomes of that process is a fault of the file.
class ReadingApartTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 4, 15);

	private static final Path SAMPLE = Path.of("report-templates/improvement-board/sample");

	private static final int BAD_READERS_MEMORY = 48;

	private static final ReadingLimits LIMITS = new ReadingLimits(20 << 20, 200_000, 200 << 20, Duration.ofSeconds(60), 256);

	@TempDir
	private Path folder;

	/// What reading a file gives.
	private record Given(List<TrackerRow> rows, List<TrackerProblem> problems, List<String> said) {
	}

	@Test
	void theExampleTrackerIsReadAlikeInBothWays() throws IOException {
		var workbook = exampleTracker();
		var here = given(workbook, Reading.here());
		assertThat(here.rows()).hasSizeGreaterThan(1_000);
		assertThat(here.problems()).isEmpty();
		assertThat(given(workbook, apart())).isEqualTo(here);
	}

	@Test
	void everyFaultOfAWorkbookIsToldInTheSameWords() throws IOException {
		var workbook = faultyTracker();
		var here = given(workbook, Reading.here());
		assertThat(here.problems()).hasSizeGreaterThanOrEqualTo(8).extracting(TrackerProblem::sheet).contains("updates", "kpi_values", "notes");
		assertThat(here.said()).isNotEmpty();
		assertThat(given(workbook, apart())).isEqualTo(here);
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', value = {
			"updates.csv, windows-1252, authority;plan;action;reported_on;note|X99000001;SIP;1.1;2021-06-31;Küche|X99000001;SIP;1.2;June;",
			"Updates.CSV, utf-16, authority\tplan\taction\treported_on|X99000001\tSIP\t1.1\t30/06/2021\t\tstray",
			"updates.csv, utf-8, authority plan \"action\" and \"no end|",
			"updaets.csv, utf-8, authority|X99000001", "tracker.xlsx, utf-8, no workbook", "tracker.xlsm, utf-8, macros", "über.csv, utf-8, authority|X99000001" })
	void everyFaultOfATextFileIsToldInTheSameWords(String name, String charset, String text) {
		var path = Trackers.write(this.folder.resolve("a"), text.replace('|', '\n').getBytes(charset.equals("utf-16") ? StandardCharsets.UTF_16 : java.nio.charset.Charset.forName(charset)));
		var here = given(new ImportFile(path, name), Reading.here());
		assertThat(here.problems()).isNotEmpty();
		assertThat(given(new ImportFile(path, name), apart())).isEqualTo(here);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"eats memory     | reading the file takes more than 48 MB of memory",
			"hangs           | reading the file took longer than 3 seconds",
			"dies            | the file brought the process that reads it to an end",
			"speaks nonsense | the file confused the process that reads it",
			"promises much   | the file confused the process that reads it",
			"never stops     | the cells of the file hold more than 5 MB" })
	void whateverBecomesOfTheProcessIsAFaultOfTheFileAndTheProcessIsGone(String fate, String fault) throws IOException {
		var limits = new ReadingLimits(20 << 20, 200_000, 5 << 20, Duration.ofSeconds(fate.equals("hangs") ? 3 : 60), BAD_READERS_MEMORY);
		var before = ProcessHandle.current().descendants().toList();
		var given = given(new ImportFile(Trackers.csv(this.folder, "updates", "authority\n")), bad(limits, fate));
		assertThat(given.problems()).first().satisfies(problem -> {
			assertThat(problem.found()).isEqualTo(fault);
			assertThat(problem.place()).isEqualTo("updates.csv");
			assertThat(problem.remedy()).isNotBlank().endsWith(".");
		});
		assertThat(ProcessHandle.current().descendants().filter(process -> !before.contains(process)).filter(ReadingApartTests::isOfABadReader)).isEmpty();
		try (var left = Files.list(this.folder.resolve("work"))) {
			assertThat(left).isEmpty();
		}
	}

	@Test
	void theProcessHasNothingOfThisOnesEnvironmentAndNoNetwork() throws IOException {
		var told = this.folder.resolve("told");
		try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			Files.writeString(this.folder.resolve("port"), Integer.toString(server.getLocalPort()));
			assertThat(given(new ImportFile(Trackers.csv(this.folder, "updates", "authority\n")), bad(LIMITS, "looks around", told.toString())).problems()).isEmpty();
		}
		var isWithheld = ReaderCommand.of(LIMITS).contains("--net");
		assertThat(Files.readAllLines(told)).allMatch(line -> line.matches("(LANG|LC_ALL|LC_CTYPE)=.*|folder .*|network .*"))
			.contains(isWithheld ? "network none" : "network open")
			.anyMatch(line -> line.startsWith("folder " + this.folder.resolve("work/reading-")));
	}

	@Test
	void aFileThatIsTooLargeOrHasTooManyRowsIsRefused() throws IOException {
		var file = new ImportFile(Trackers.csv(this.folder, "updates", "authority\n" + "X99000001\n".repeat(1000)));
		assertThat(given(file, Reading.apart(new ReadingLimits(5_000, 200_000, 1 << 20, Duration.ofSeconds(60), 64), work())).problems()).extracting(TrackerProblem::found)
			.containsExactly("the file is larger than 0 MB");
		assertThat(given(file, Reading.apart(new ReadingLimits(1 << 20, 500, 1 << 20, Duration.ofSeconds(60), 64), work())).problems()).extracting(TrackerProblem::found)
			.contains("the file has more than 500 rows");
	}

	@Test
	void aWorkbookThatUnpacksToFarTooMuchIsRefused() throws IOException {
		var bomb = this.folder.resolve("bomb");
		try (var zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
			for (var part : List.of("[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml")) {
				zip.putNextEntry(new ZipEntry(part));
				zip.write(part.startsWith("[") ? "<Types>spreadsheetml.sheet.main+xml</Types>".getBytes(StandardCharsets.US_ASCII) : new byte[0]);
				for (int i = 0; i < (part.endsWith("sheet1.xml") ? 70 : 0); i++) {
					zip.write(" ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII));
				}
				zip.closeEntry();
			}
		}
		assertThat(given(new ImportFile(bomb, "tracker.xlsx"), apart()).problems()).extracting(TrackerProblem::found)
			.containsExactly("the workbook unpacks to far more than a table needs");
	}

	private Given given(ImportFile file, Reading reading) {
		var read = new TrackerFile(file, 1);
		var rows = Trackers.rows(read, new Terms(reading, Permission.EVERYTHING, false), TODAY);
		return new Given(rows, read.findings().problems(), read.findings().said());
	}

	/// Other tests go beside this one and start processes of their own. What the system tells of a long command ends before the class's name,
	/// so that the memory, which these alone are given, must do.
	private static boolean isOfABadReader(ProcessHandle process) {
		return process.info().commandLine().filter(line -> line.contains(" -Xmx%dm ".formatted(BAD_READERS_MEMORY)) || line.endsWith("sleep 1000")).isPresent();
	}

	private Path work() {
		return this.folder.resolve("work");
	}

	private Reading apart() {
		return Reading.apart(LIMITS, work());
	}

	private Reading bad(ReadingLimits limits, String... words) {
		var command = new ArrayList<String>(ReaderCommand.of(limits, BadReader.class.getName()));
		command.addAll(List.of(words));
		return new ReadingApart(limits, work(), command);
	}

	/// Every table of the example on a sheet of one workbook.
	private ImportFile exampleTracker() throws IOException {
		try (var book = new XSSFWorkbook(); var files = Files.list(SAMPLE)) {
			for (var file : files.filter(path -> path.toString().endsWith(".csv")).sorted().toList()) {
				var sheet = book.createSheet(file.getFileName().toString().replace(".csv", ""));
				try (var parser = CSVFormat.RFC4180.parse(Files.newBufferedReader(file))) {
					parser.forEach(record -> {
						var row = sheet.createRow((int) record.getRecordNumber() - 1);
						record.forEach(cell -> row.createCell(Math.max(0, row.getLastCellNum())).setCellValue(cell));
					});
				}
			}
			return saved(book);
		}
	}

	private ImportFile faultyTracker() throws IOException {
		try (var book = new XSSFWorkbook()) {
			book.createSheet("empty");
			var updates = book.createSheet("updates");
			fill(updates.createRow(2), "authority", "plan", "action", "reported_on", "state", "percent_complete", "wrong", "note");
			for (int i = 3; i < 1_003; i++) {
				fill(updates.createRow(i), "X99000001", "SIP", "1." + i, "2026-03-31", "in-progress", "50", "", "_xD83D_ half a pair, \u0007 a bell");
			}
			fill(updates.createRow(1_003), "X99000001", "SIP", "9", "31/02/2026", "done?", "150", "", "");
			updates.getRow(1_003).createCell(9).setCellValue("stray");
			fill(book.createSheet("notes").createRow(0), "anything", "else");
			for (int i = 1; i < 2_000; i++) {
				fill(book.getSheet("notes").createRow(i), "a note", "another");
			}
			var values = book.createSheet("kpi_values");
			fill(values.createRow(0), "authority", "kpi", "period_end", "value", "numerator");
			var row = values.createRow(1);
			fill(row, "X99000001", "cla", "2026-03-31");
			var percent = book.createCellStyle();
			percent.setDataFormat(book.createDataFormat().getFormat("0.0%"));
			row.createCell(3).setCellValue(0.567);
			row.getCell(3).setCellStyle(percent);
			row.createCell(4).setCellFormula("1000*2");
			row = values.createRow(2);
			fill(row, "X99000001", "cla", "2027-03-31");
			row.createCell(3, CellType.ERROR).setCellErrorValue(FormulaError.REF.getCode());
			return saved(book);
		}
	}

	private static void fill(org.apache.poi.ss.usermodel.Row row, String... words) {
		for (int i = 0; i < words.length; i++) {
			row.createCell(i).setCellValue(words[i]);
		}
	}

	private ImportFile saved(XSSFWorkbook book) throws IOException {
		var out = new ByteArrayOutputStream();
		book.write(out);
		return new ImportFile(Trackers.write(this.folder.resolve("1"), out.toByteArray()), "tracker.xlsx");
	}

}

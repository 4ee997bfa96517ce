package org.packhorse.tracker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/// The rows of a CSV file, whichever of the usual encodings and separators it has.
final class CsvSheet implements RawSheet {

	private static final String SEPARATORS = ",;\t|";

	private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

	private final String name;

	private final CSVParser parser;

	private final Iterator<CSVRecord> records;

	private CsvSheet(String name, CSVParser parser) {
		this.name = name;
		this.parser = parser;
		this.records = parser.iterator();
	}

	/// Opens a file and says what is unusual about it.
	static CsvSheet open(Path file, String name, @Nullable TrackerTable table, RawFile.Unusual unusual) throws IOException, UnreadableFile {
		var encoding = CsvEncoding.of(file);
		if (!encoding.said().isEmpty()) {
			unusual.say("encoding", encoding.said());
		}
		var separator = separator(file, encoding, table);
		if (separator != ',') {
			unusual.say("separator",
					(separator == '\t') ? "columns are separated by tabs" : "columns are separated by '%s'".formatted(separator));
		}
		var format = FORMAT.builder().setDelimiter(separator).get();
		return new CsvSheet(name, CSVParser.builder().setReader(new RecordLimit(reader(file, encoding))).setFormat(format).get());
	}

	private static Reader reader(Path file, CsvEncoding encoding) throws IOException {
		var in = Files.newInputStream(file);
		in.skipNBytes(encoding.mark());
		return new BufferedReader(new InputStreamReader(in, encoding.charset()), 1 << 16);
	}

	/// The separator by which the first row names the most columns of the table; without a table, the most frequent one.
	private static char separator(Path file, CsvEncoding encoding, @Nullable TrackerTable table) throws IOException, UnreadableFile {
		var header = header(file, encoding);
		var known = (table != null) ? table.columnNames().toList() : List.<String>of();
		return SEPARATORS.chars()
			.mapToObj((c) -> (char) c)
			.max(Comparator.<Character>comparingLong((c) -> cells(header, c).filter(known::contains).count())
				.thenComparingLong((c) -> cells(header, c).count())
				.thenComparing((c) -> -SEPARATORS.indexOf(c)))
			.orElseThrow();
	}

	private static String header(Path file, CsvEncoding encoding) throws IOException {
		try (var reader = reader(file, encoding)) {
			var start = new char[1 << 14];
			var length = Math.max(0, reader.read(start));
			return new String(start, 0, length).lines().filter((line) -> !line.isBlank()).findFirst().orElse("");
		}
	}

	private static Stream<String> cells(String header, char separator) {
		try (var parser = CSVParser.builder().setReader(new StringReader(header)).setFormat(FORMAT.builder().setDelimiter(separator).get()).get()) {
			return parser.stream().limit(1).flatMap(CSVRecord::stream).map((cell) -> cell.strip().toLowerCase(Locale.ROOT)).toList().stream();
		}
		catch (IOException | UncheckedIOException ex) {
			return Stream.empty();
		}
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public boolean inWorkbook() {
		return false;
	}

	@Override
	public @Nullable RawRow next() throws UnreadableFile {
		var line = (int) this.parser.getCurrentLineNumber() + 1;
		try {
			if (!this.records.hasNext()) {
				return null;
			}
			var row = this.records.next();
			return new RawRow((int) row.getRecordNumber(), line, row.stream().map(RawCell::text).toList());
		}
		catch (UncheckedIOException | IllegalStateException ex) {
			throw new UnreadableFile(line, "the row cannot be split into cells: a quotation mark is not closed or stands inside a cell",
					"Close the quotation mark, or double it inside a quoted cell: \"the \"\"front door\"\" team\".");
		}
	}

	@Override
	public void close() throws IOException {
		this.parser.close();
	}

	/// Ends reading when one row grows without end, as it does after a quotation mark that nobody closed.
	private static final class RecordLimit extends Reader {

		private static final int MOST = 4 << 20;

		private final Reader reader;

		private boolean quoted;

		private int length;

		private RecordLimit(Reader reader) {
			this.reader = reader;
		}

		@Override
		public int read(char[] buffer, int offset, int wanted) throws IOException {
			var read = this.reader.read(buffer, offset, wanted);
			for (int i = offset; i < offset + read; i++) {
				count(buffer[i]);
			}
			return read;
		}

		private void count(char c) throws IOException {
			this.quoted ^= (c == '"');
			this.length = (c == '\n' && !this.quoted) ? 0 : this.length + 1;
			if (this.length > MOST) {
				throw new IOException("a row without end");
			}
		}

		@Override
		public void close() throws IOException {
			this.reader.close();
		}

	}

}

package org.packhorse.tracker;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/// Looks at a file before anything reads it: what it is by name and by its first bytes, and whether it may come in.
final class FileGate {

	/// What a file is.
	enum Kind {

		CSV, WORKBOOK

	}

	private static final Map<String, String> REFUSED = Map.of("xls", "Open it in Excel and save it as Excel workbook (.xlsx) or as CSV.",
			"xlsm", "It may carry macros. Save it as Excel workbook (.xlsx), which has none.", "xlsb",
			"Save it as Excel workbook (.xlsx).", "ods", "Save it as Excel workbook (.xlsx) or as CSV.", "docx",
			"It is a Word document. Copy its table into a workbook, one sheet per table.", "pdf",
			"It is a PDF. Ask for the table that it was made from.", "tsv", "Rename it to .csv; tabs between the columns are understood.");

	private static final byte[] OLE2 = { (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0 };

	private static final byte[] ZIP = { 'P', 'K', 3, 4 };

	private static final byte[] PDF = { '%', 'P', 'D', 'F' };

	private FileGate() {
	}

	/// Lets a file in, or says why not.
	///
	/// @param mostUnpacked how many bytes a workbook may unpack to
	static Kind admit(ImportFile named, long mostUnpacked) throws UnreadableFile, IOException {
		var file = named.path();
		if (!Files.isRegularFile(file)) {
			throw new UnreadableFile(Files.isDirectory(file) ? "this is a folder" : "there is no such file",
					"Name CSV files or XLSX workbooks that exist.");
		}
		var start = start(file);
		return switch (named.extension().toLowerCase(Locale.ROOT)) {
			case "csv" -> csv(start);
			case "xlsx" -> workbook(file, start, mostUnpacked);
			case String other -> throw refusal(other);
		};
	}

	private static UnreadableFile refusal(String extension) {
		var remedy = REFUSED.get(extension);
		if (remedy == null) {
			return new UnreadableFile("files of this kind are not read", "Load CSV files (.csv) or Excel workbooks (.xlsx).");
		}
		return new UnreadableFile(".%s files are not read".formatted(extension), remedy);
	}

	private static Kind csv(byte[] start) throws UnreadableFile {
		if (start.length == 0) {
			throw new UnreadableFile("the file is empty", "The first row must name the columns.");
		}
		if (begins(start, ZIP) || begins(start, OLE2)) {
			throw new UnreadableFile("this is a workbook, not a CSV file", "Rename it to .xlsx, or save it as CSV from Excel.");
		}
		if (begins(start, PDF)) {
			throw new UnreadableFile("this is a PDF, not a CSV file", "Ask for the table that it was made from.");
		}
		return Kind.CSV;
	}

	private static Kind workbook(Path file, byte[] start, long mostUnpacked) throws UnreadableFile, IOException {
		if (begins(start, OLE2)) {
			throw new UnreadableFile("the workbook is encrypted, or in the old .xls format",
					"Take the password off, or save it as Excel workbook (.xlsx).");
		}
		if (start.length == 0) {
			throw new UnreadableFile("the file is empty", "Save the workbook again.");
		}
		if (!begins(start, ZIP)) {
			throw new UnreadableFile("this is not an Excel workbook", "If it is a CSV file, name it .csv; otherwise save it as .xlsx from Excel.");
		}
		PackageScan.of(file, mostUnpacked);
		return Kind.WORKBOOK;
	}

	private static byte[] start(Path file) throws IOException {
		try (var in = new RandomAccessFile(file.toFile(), "r")) {
			var start = new byte[4];
			var read = in.read(start);
			return (read < 0) ? new byte[0] : Arrays.copyOf(start, read);
		}
	}

	private static boolean begins(byte[] start, byte[] mark) {
		return Arrays.equals(start, mark);
	}

}

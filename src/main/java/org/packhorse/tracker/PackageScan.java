package org.packhorse.tracker;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/// Looks through a workbook's package before POI opens it: bombs, active content, tricks with names, DOCTYPEs, truncation.
///
/// Sizes are those that really unpack, not those that the package claims.
final class PackageScan {

	private static final long MOST_BYTES = 512L << 20;

	private static final int MOST_ENTRIES = 2_000;

	private static final long MOST_DIRECTORY = 2L << 20;

	/// What a workbook of somebody who runs this may unpack to.
	static final long MOST_UNPACKED = 4L << 30;

	private static final long MOST_RATIO = 300;

	private static final long RATIO_COUNTS_FROM = 4L << 20;

	private static final List<String> ACTIVE = List.of("vbaproject", "macroenabled", "macrosheet", "activex", "oleobject", "externallink",
			"embeddings");

	private static final byte[] DOCTYPE = "<!doctype".getBytes(StandardCharsets.US_ASCII);

	private final Path file;

	private final long mostUnpacked;

	private long unpacked;

	private PackageScan(Path file, long mostUnpacked) {
		this.file = file;
		this.mostUnpacked = mostUnpacked;
	}

	/// Passes a harmless workbook and refuses any other file.
	static void of(Path file, long mostUnpacked) throws UnreadableFile, IOException {
		new PackageScan(file, mostUnpacked).scan();
	}

	private void scan() throws UnreadableFile, IOException {
		if (Files.size(this.file) > MOST_BYTES) {
			throw new UnreadableFile("the workbook is larger than %d MB".formatted(MOST_BYTES >> 20), "Load the data as CSV files.");
		}
		measureDirectory();
		try (var zip = ZipFile.builder().setPath(this.file).get()) {
			names(zip);
			for (var entries = zip.getEntries(); entries.hasMoreElements();) {
				unpack(zip, entries.nextElement());
			}
		}
		catch (IOException | IllegalArgumentException ex) {
			throw damaged();
		}
	}

	private static UnreadableFile damaged() {
		return new UnreadableFile("the workbook is damaged or cut short", "Copy or save it again and load that.");
	}

	/// The directory's true extent, before anything trusts the numbers in it.
	private void measureDirectory() throws IOException, UnreadableFile {
		try (var in = new RandomAccessFile(this.file.toFile(), "r")) {
			var length = (int) Math.min(in.length(), 65_557);
			var tail = new byte[length];
			in.seek(in.length() - length);
			in.readFully(tail);
			var bytes = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
			for (int i = length - 22; i >= 0; i--) {
				if (bytes.getInt(i) == 0x06054b50) {
					measure(bytes, i, in.length() - length + i);
					return;
				}
			}
		}
		throw damaged();
	}

	private static void measure(ByteBuffer bytes, int at, long position) throws UnreadableFile {
		var entries = Short.toUnsignedInt(bytes.getShort(at + 10));
		var start = Integer.toUnsignedLong(bytes.getInt(at + 16));
		if (entries > MOST_ENTRIES || (start != 0xffffffffL && position - start > MOST_DIRECTORY)) {
			throw new UnreadableFile("the workbook has too many parts", "Copy its tables into a new workbook.");
		}
	}

	private static void names(ZipFile zip) throws UnreadableFile {
		var seen = new HashSet<String>();
		for (var entries = zip.getEntries(); entries.hasMoreElements();) {
			var entry = entries.nextElement();
			var name = entry.getName().toLowerCase(Locale.ROOT);
			if (entry.getGeneralPurposeBit().usesEncryption()) {
				throw new UnreadableFile("the workbook is encrypted", "Take the password off and save it again.");
			}
			if (!seen.add(name) || name.contains("..") || name.contains("\\") || name.startsWith("/") || name.indexOf('\0') >= 0) {
				throw new UnreadableFile("the workbook's parts have unsafe names", "Copy its tables into a new workbook.");
			}
			refuseActive(name);
		}
		if (!seen.contains("[content_types].xml") || !seen.contains("xl/workbook.xml")) {
			throw new UnreadableFile("this is not an Excel workbook", "Save it as Excel workbook (.xlsx) from Excel.");
		}
	}

	private static void refuseActive(String words) throws UnreadableFile {
		for (var active : ACTIVE) {
			if (words.contains(active)) {
				throw new UnreadableFile("the workbook carries %s".formatted(switch (active) {
					case "externallink" -> "links to other workbooks";
					case "embeddings", "oleobject" -> "embedded files";
					case "activex" -> "active controls";
					case String _ -> "macros";
				}), "Copy the tables, as values, into a new workbook.");
			}
		}
	}

	private void unpack(ZipFile zip, ZipArchiveEntry entry) throws IOException, UnreadableFile {
		var name = entry.getName().toLowerCase(Locale.ROOT);
		var markup = name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".vml");
		try (var in = zip.getInputStream(entry)) {
			if (in == null) {
				throw damaged();
			}
			if (name.equals("[content_types].xml")) {
				contentTypes(in);
			}
			else {
				drain(in, entry, markup);
			}
		}
	}

	private static void contentTypes(InputStream in) throws IOException, UnreadableFile {
		var text = new String(in.readNBytes(1 << 20), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
		refuseActive(text);
		refuseDoctype(text.contains("<!doctype") || !text.stripLeading().replace("\ufeff", "").startsWith("<"));
		if (!text.contains("spreadsheetml.sheet.main+xml")) {
			throw new UnreadableFile("this is not an Excel workbook", "Save it as Excel workbook (.xlsx) from Excel.");
		}
	}

	private void drain(InputStream in, ZipArchiveEntry entry, boolean markup) throws IOException, UnreadableFile {
		var buffer = new byte[1 << 16];
		long size = 0;
		int matched = 0;
		for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
			if (markup) {
				refuseDoctype(size == 0 && n > 1 && (buffer[0] == 0 || buffer[1] == 0 || (buffer[0] & 0xfe) == 0xfe));
				matched = doctype(buffer, n, matched);
				refuseDoctype(matched == DOCTYPE.length);
			}
			size += n;
			this.unpacked += n;
			if (this.unpacked > this.mostUnpacked
					|| (size > RATIO_COUNTS_FROM && size / Math.max(1, entry.getCompressedSize()) > MOST_RATIO)) {
				throw new UnreadableFile("the workbook unpacks to far more than a table needs", "Load the data as CSV files.");
			}
		}
	}

	private static void refuseDoctype(boolean found) throws UnreadableFile {
		if (found) {
			throw new UnreadableFile("the workbook's parts hold a DOCTYPE or an unusual encoding", "Copy its tables into a new workbook.");
		}
	}

	/// How many letters of the word are matched after these bytes; a match may begin in one buffer and end in the next.
	private static int doctype(byte[] buffer, int length, int before) {
		var matched = before;
		for (int i = 0; i < length; i++) {
			var letter = (byte) Character.toLowerCase((char) buffer[i]);
			if (letter == DOCTYPE[matched]) {
				matched++;
			}
			else {
				matched = (letter == DOCTYPE[0]) ? 1 : 0;
			}
			if (matched == DOCTYPE.length) {
				return matched;
			}
		}
		return matched;
	}

}

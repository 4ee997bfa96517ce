package org.packhorse.writer.pdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.PRStream;
import org.openpdf.text.pdf.PRTokeniser;
import org.openpdf.text.pdf.PdfContentParser;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.PdfString;

/// The words that the pages of a PDF show, by page object and number of the marked piece.
final class PageWords {

	private static final PdfName MCID = new PdfName("MCID");

	private static final Pattern CHARACTER = Pattern.compile("<([0-9a-fA-F]{4})>\\s*<([0-9a-fA-F]{4})>\\s*<([0-9a-fA-F]{4,8})>");

	private final Map<String, String> pieces = new LinkedHashMap<>();

	/// What no tag names: headers, footers, watermarks, labels of drawings.
	private final List<String> left = new ArrayList<>();

	private final Map<Integer, Map<Integer, String>> fonts = new HashMap<>();

	PageWords(PdfReader reader) throws IOException {
		for (int page = 1; page <= reader.getNumberOfPages(); page++) {
			new Page(reader, page).read();
		}
	}

	/// The words of a piece, which then count as said.
	String of(int page, int number) {
		var words = this.pieces.remove(page + " " + number);
		return words == null ? "" : words;
	}

	/// What has not been asked for, each piece in one line.
	List<String> left() {
		var all = new ArrayList<>(this.pieces.values());
		all.addAll(this.left);
		return all.stream().filter(words -> !words.isBlank()).toList();
	}

	private final class Page {

		private final PdfReader reader;

		private final int number;

		private final StringBuilder shown = new StringBuilder();

		private @Nullable String open;

		private boolean spelt;

		private Map<Integer, String> font = Map.of();

		Page(PdfReader reader, int number) {
			this.reader = reader;
			this.number = number;
		}

		void read() throws IOException {
			var resources = this.reader.getPageN(this.number).getAsDict(PdfName.RESOURCES);
			var named = resources == null ? null : resources.getAsDict(PdfName.FONT);
			var parser = new PdfContentParser(new PRTokeniser(this.reader.getPageContent(this.number)));
			var operands = new ArrayList<PdfObject>();
			while (!parser.parse(operands).isEmpty()) {
				operator(operands, named);
			}
			close();
		}

		private void operator(List<PdfObject> operands, @Nullable PdfDictionary named) throws IOException {
			switch (operands.getLast().toString()) {
				case "BDC" -> begin(operands);
				case "EMC" -> end();
				case "Tf" -> this.font = named == null ? Map.of() : font(named, (PdfName) operands.getFirst());
				case "Tj", "TJ", "'", "\"" -> operands.stream().limit(operands.size() - 1L).forEach(this::show);
				default -> {
					// Lines, fills and places say nothing.
				}
			}
		}

		/// Letters that are drawn in another order are spelt out as they are read.
		private void begin(List<PdfObject> operands) {
			var properties = operands.get(1) instanceof PdfDictionary dictionary ? dictionary : new PdfDictionary();
			var spelling = properties.getAsString(PdfName.ACTUALTEXT);
			if (spelling != null) {
				this.shown.append(spelling.toUnicodeString());
				this.spelt = true;
				return;
			}
			close();
			var mark = properties.getAsNumber(MCID);
			this.open = mark == null ? null : this.reader.getPageOrigRef(this.number).getNumber() + " " + mark.intValue();
		}

		private void end() {
			if (this.spelt) {
				this.spelt = false;
			}
			else {
				close();
			}
		}

		private void close() {
			if (this.open == null) {
				PageWords.this.left.add(this.shown.toString());
			}
			else {
				PageWords.this.pieces.merge(this.open, this.shown.toString(), String::concat);
			}
			this.open = null;
			this.shown.setLength(0);
		}

		private void show(PdfObject operand) {
			if (this.spelt) {
				return;
			}
			if (operand instanceof PdfString string) {
				var codes = string.getBytes();
				for (int i = 0; i + 1 < codes.length; i += 2) {
					this.shown.append(this.font.getOrDefault((codes[i] & 0xff) << 8 | codes[i + 1] & 0xff, "\uFFFD"));
				}
			}
			else if (operand instanceof org.openpdf.text.pdf.PdfArray array) {
				array.getElements().forEach(this::show);
			}
		}

	}

	private Map<Integer, String> font(PdfDictionary named, PdfName name) throws IOException {
		var reference = named.getAsIndirectObject(name);
		int number = reference == null ? 0 : reference.getNumber();
		var known = this.fonts.get(number);
		if (known != null && number > 0) {
			return known;
		}
		var font = named.getAsDict(name);
		var table = font == null ? null : (PRStream) font.getAsStream(PdfName.TOUNICODE);
		var read = table == null ? Map.<Integer, String>of() : characters(new String(PdfReader.getStreamBytes(table), StandardCharsets.ISO_8859_1));
		this.fonts.put(number, read);
		return read;
	}

	/// The lines "<0024><0024><0041>" of a table from codes to characters; ranges longer than one count on.
	private static Map<Integer, String> characters(String table) {
		var characters = new HashMap<Integer, String>();
		CHARACTER.matcher(table).results().forEach(range -> {
			int from = Integer.parseInt(range.group(1), 16);
			int to = Integer.parseInt(range.group(2), 16);
			var first = spelt(range.group(3));
			for (int code = from; code <= to; code++) {
				characters.put(code, code == from ? first : Character.toString(first.codePointAt(0) + code - from));
			}
		});
		return characters;
	}

	private static String spelt(String digits) {
		var text = new StringBuilder();
		for (int i = 0; i + 4 <= digits.length(); i += 4) {
			text.append((char) Integer.parseInt(digits.substring(i, i + 4), 16));
		}
		return text.toString();
	}

}

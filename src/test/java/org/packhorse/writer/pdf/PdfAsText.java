package org.packhorse.writer.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.openpdf.text.pdf.PRStream;
import org.openpdf.text.pdf.PRTokeniser;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfContentParser;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNumber;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.PdfString;
import org.packhorse.document.PackDocument;
import org.packhorse.writer.Look;

import static org.assertj.core.api.Assertions.assertThat;

/// Reads a PDF back as a person using a screen reader meets it: the tag tree with its words, and apart from it, page by
/// page, what is not read aloud.
public final class PdfAsText {

	private final PdfReader reader;

	/// The words of each piece of marked content, by page object and number.
	private final Map<String, String> words = new HashMap<>();

	private final List<String> asides = new ArrayList<>();

	private final StringBuilder tree = new StringBuilder();

	private PdfAsText(PdfReader reader) {
		this.reader = reader;
	}

	/// The bytes that the writer makes of a pack; whatever a test makes them for, they keep PDF/UA-1.
	static byte[] bytes(PackDocument document, Look look) throws IOException {
		var out = new ByteArrayOutputStream();
		new PdfPackWriter().write(document, look, out);
		assertThat(PdfUa.faults(out.toByteArray())).isEmpty();
		return out.toByteArray();
	}

	/// The tag tree, a tag a line, and the asides of each page.
	public static String of(byte[] pdf) throws IOException {
		var text = new PdfAsText(new PdfReader(pdf));
		for (int page = 1; page <= text.reader.getNumberOfPages(); page++) {
			text.page(page);
		}
		var root = text.reader.getCatalog().getAsDict(PdfName.STRUCTTREEROOT);
		text.kids(root, PdfReader.getPdfObject(root.get(PdfName.K)), "");
		return text.tree + "\n" + String.join("\n", text.asides) + "\n";
	}

	private void page(int number) throws IOException {
		var fonts = fonts(this.reader.getPageN(number).getAsDict(PdfName.RESOURCES).getAsDict(PdfName.FONT));
		var parser = new PdfContentParser(new PRTokeniser(this.reader.getPageContent(number)));
		var operands = new ArrayList<PdfObject>();
		Map<Integer, String> font = Map.of();
		var shown = new StringBuilder();
		var open = "";
		boolean aloud = false;
		while (!parser.parse(operands).isEmpty()) {
			switch (operands.getLast().toString()) {
				case "BDC" -> {
					if (operands.getFirst().toString().equals("/Span")) {
						shown.append(((PdfDictionary) operands.get(1)).getAsString(PdfName.ACTUALTEXT).toUnicodeString());
						aloud = true;
					}
					else {
						open = open(operands, number);
						shown.setLength(0);
					}
				}
				case "EMC" -> {
					if (!aloud) {
						close(open, shown.toString(), number);
					}
					aloud = false;
				}
				case "Tf" -> font = fonts.get(operands.getFirst().toString());
				case "Tj" -> shown.append(aloud ? "" : decoded((PdfString) operands.getFirst(), font));
				default -> {
				}
			}
		}
	}

	private String open(List<PdfObject> operands, int page) {
		var properties = (PdfDictionary) operands.get(1);
		if (operands.getFirst().toString().equals("/Artifact")) {
			var subtype = properties.get(PdfName.SUBTYPE);
			return "Artifact " + (subtype == null ? properties.get(PdfName.TYPE) : subtype);
		}
		return key(this.reader.getPageOrigRef(page).getNumber(), properties.getAsNumber(new PdfName("MCID")).intValue());
	}

	private void close(String open, String shown, int page) {
		if (!open.startsWith("Artifact")) {
			this.words.put(open, shown);
		}
		else if (!shown.isBlank()) {
			this.asides.add("page " + page + " " + open.replace("Artifact /", "") + ": " + shown);
		}
	}

	private void kids(PdfDictionary owner, PdfObject kids, String indent) {
		if (kids instanceof PdfArray array) {
			for (PdfObject kid : array.getElements()) {
				kids(owner, PdfReader.getPdfObject(kid), indent);
			}
		}
		else if (kids instanceof PdfNumber number) {
			words(owner, number, indent);
		}
		else if (kids instanceof PdfDictionary kid && kid.contains(PdfName.MCID)) {
			words(kid, kid.getAsNumber(PdfName.MCID), indent);
		}
		else if (kids instanceof PdfDictionary kid && kid.contains(PdfName.S)) {
			line(indent, kid.getAsName(PdfName.S).toString().substring(1) + attributes(kid));
			kids(kid, PdfReader.getPdfObject(kid.get(PdfName.K)), indent + "  ");
		}
		else if (kids instanceof PdfDictionary kid) {
			line(indent, "-> " + target(kid.getAsDict(PdfName.OBJ)));
		}
	}

	private String target(PdfDictionary annotation) {
		var action = annotation.getAsDict(PdfName.A);
		var says = " (" + annotation.getAsString(PdfName.CONTENTS).toUnicodeString() + ")";
		if (action.contains(PdfName.URI)) {
			return action.getAsString(PdfName.URI).toUnicodeString() + says;
		}
		var page = action.getAsArray(PdfName.D).getAsIndirectObject(0).getNumber();
		for (int i = 1; i <= this.reader.getNumberOfPages(); i++) {
			if (this.reader.getPageOrigRef(i).getNumber() == page) {
				return "page " + i + says;
			}
		}
		return "nowhere" + says;
	}

	private static String attributes(PdfDictionary tag) {
		var text = new StringBuilder();
		var alternative = tag.getAsString(PdfName.ALT);
		if (alternative != null) {
			text.append(" Alt='").append(alternative.toUnicodeString()).append("'");
		}
		var attributes = tag.getAsDict(PdfName.A);
		if (attributes != null) {
			var sorted = new TreeMap<String, Object>();
			attributes.getKeys().forEach(name -> sorted.put(name.toString().substring(1), PdfReader.getPdfObject(attributes.get(name))));
			sorted.remove("O");
			sorted.forEach((name, value) -> text.append(" ").append(name).append("=").append(value.toString().replace("/", "")));
		}
		return text.toString();
	}

	private void words(PdfDictionary owner, PdfNumber number, String indent) {
		line(indent, "\"" + this.words.get(key(owner.getAsIndirectObject(PdfName.PG).getNumber(), number.intValue())) + "\"");
	}

	private void line(String indent, String text) {
		this.tree.append(indent).append(text).append('\n');
	}

	private static String key(int page, int number) {
		return page + " " + number;
	}

	private static Map<String, Map<Integer, String>> fonts(PdfDictionary fonts) throws IOException {
		var maps = new HashMap<String, Map<Integer, String>>();
		for (PdfName name : fonts.getKeys()) {
			var table = (PRStream) fonts.getAsDict(name).getAsStream(PdfName.TOUNICODE);
			maps.put(name.toString(), characters(PdfReader.getStreamBytes(table)));
		}
		return maps;
	}

	/// The lines "<0024><0024><0041>" of a ToUnicode table.
	private static Map<Integer, String> characters(byte[] table) {
		var characters = new HashMap<Integer, String>();
		var range = Pattern.compile("<([0-9a-fA-F]{4})><([0-9a-fA-F]{4})><([0-9a-fA-F]{4})>");
		range.matcher(new String(table, StandardCharsets.ISO_8859_1))
			.results()
			.forEach(match -> characters.put(Integer.parseInt(match.group(1), 16), Character.toString(Integer.parseInt(match.group(3), 16))));
		return characters;
	}

	private static String decoded(PdfString shown, Map<Integer, String> font) {
		byte[] codes = shown.getBytes();
		var text = new StringBuilder();
		for (int i = 0; i + 1 < codes.length; i += 2) {
			text.append(font.getOrDefault((codes[i] & 0xff) << 8 | codes[i + 1] & 0xff, "\uFFFD"));
		}
		return text.toString();
	}

}

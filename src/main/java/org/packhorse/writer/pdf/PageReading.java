package org.packhorse.writer.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.openpdf.text.pdf.PRTokeniser;
import org.openpdf.text.pdf.PdfContentParser;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNumber;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.PdfString;

/// Goes through the operators of one page: words by the marked content that they stand in, and the boxes behind them.
final class PageReading {

	private static final PdfName MCID = new PdfName("MCID");

	private static final int ASIDE = -1;

	private final Map<Integer, Pages.Content> contents = new HashMap<>();

	private final Map<String, FontReading> fonts;

	private final Boxes boxes = new Boxes();

	private final int object;

	private final List<Pages.Shown> shown = new ArrayList<>();

	private final StringBuilder watermark = new StringBuilder();

	private final StringBuilder header = new StringBuilder();

	private String font = "";

	/// Words that are read instead of those shown, until their end.
	private String instead = "";

	private String bar = "";

	private int marked = ASIDE;

	/// What kind of aside the words are that come now, or blank.
	private String aside = "";

	private boolean spanning;

	private int text;

	private float x;

	private float y;

	PageReading(PdfReader reader, int page) throws IOException {
		this.object = reader.getPageOrigRef(page).getNumber();
		this.fonts = FontReading.of(reader.getPageN(page).getAsDict(PdfName.RESOURCES).getAsDict(PdfName.FONT));
		var parser = new PdfContentParser(new PRTokeniser(reader.getPageContent(page)));
		var operands = new ArrayList<PdfObject>();
		while (!parser.parse(operands).isEmpty()) {
			operator(operands.getLast().toString(), operands);
		}
	}

	int object() {
		return this.object;
	}

	Map<Integer, Pages.Content> contents() {
		return this.contents;
	}

	String watermark() {
		return this.watermark.toString();
	}

	String header() {
		return this.header.toString();
	}

	private void operator(String operator, List<PdfObject> operands) {
		switch (operator) {
			case "BDC" -> begin(operands.getFirst().toString(), (PdfDictionary) operands.get(1));
			case "EMC" -> end();
			case "BT" -> {
				this.text++;
				this.x = 0;
				this.y = 0;
			}
			case "Td" -> {
				this.x += number(operands, 0);
				this.y += number(operands, 1);
			}
			case "Tf" -> this.font = operands.getFirst().toString();
			case "Tj" -> show((PdfString) operands.getFirst());
			case "rg" -> this.boxes.colour(number(operands, 0), number(operands, 1), number(operands, 2));
			case "re" -> this.boxes.rectangle(number(operands, 0), number(operands, 1), number(operands, 2), number(operands, 3));
			case "m", "l" -> this.boxes.point(number(operands, 0), number(operands, 1));
			case "c" -> this.boxes.curve(number(operands, 4), number(operands, 5));
			case "f" -> this.boxes.fill();
			case "S", "B", "b", "n", "s" -> this.boxes.forget();
			default -> { /* how thick, how dashed */ }
		}
	}

	private static float number(List<PdfObject> operands, int index) {
		return ((PdfNumber) operands.get(index)).floatValue();
	}

	private void begin(String role, PdfDictionary properties) {
		if (role.equals("/Span") && properties.contains(PdfName.ACTUALTEXT)) {
			this.instead = properties.getAsString(PdfName.ACTUALTEXT).toUnicodeString();
			this.spanning = true;
			return;
		}
		this.marked = properties.contains(MCID) ? properties.getAsNumber(MCID).intValue() : ASIDE;
		this.aside = String.valueOf(properties.get(PdfName.SUBTYPE));
		this.shown.clear();
		this.bar = "";
	}

	private void end() {
		if (this.spanning) {
			this.spanning = false;
		}
		else if (this.marked != ASIDE) {
			this.contents.put(this.marked, new Pages.Content(List.copyOf(this.shown), this.bar));
			this.marked = ASIDE;
		}
	}

	private void show(PdfString words) {
		var font = this.fonts.get(this.font);
		var read = this.spanning ? this.instead : font == null ? "" : font.decoded(words);
		this.instead = "";
		if (this.aside.equals("/Watermark")) {
			this.watermark.append(read);
		}
		else if (this.aside.equals("/Header")) {
			this.header.append(read);
		}
		else if (this.marked != ASIDE) {
			this.bar = this.shown.isEmpty() ? this.boxes.bar(this.x, this.y) : this.bar;
			this.shown.add(new Pages.Shown(read, this.font, this.text, this.boxes.behind(this.x, this.y)));
		}
	}

}

package org.packhorse.tracker;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.jspecify.annotations.Nullable;

/// The rows of one worksheet.
final class WorkbookSheet implements RawSheet {

	private static final int MOST_COLUMNS = 16_384;

	private final Workbook workbook;

	private final String name;

	private final InputStream in;

	private final XMLStreamReader xml;

	private int row;

	WorkbookSheet(Workbook workbook, String name, InputStream in, XMLStreamReader xml) {
		this.workbook = workbook;
		this.name = name;
		this.in = in;
		this.xml = xml;
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public boolean inWorkbook() {
		return true;
	}

	@Override
	public @Nullable RawRow next() throws IOException, UnreadableFile {
		try {
			while (this.xml.hasNext()) {
				if (this.xml.next() == XMLStreamReader.START_ELEMENT && this.xml.getLocalName().equals("row")) {
					return row();
				}
			}
			return null;
		}
		catch (XMLStreamException | NumberFormatException ex) {
			throw Workbook.damaged();
		}
	}

	private RawRow row() throws XMLStreamException, IOException, UnreadableFile {
		var given = this.xml.getAttributeValue(null, "r");
		this.row = (given != null) ? Integer.parseInt(given) : this.row + 1;
		var cells = new ArrayList<RawCell>();
		while (this.xml.hasNext()) {
			var event = this.xml.next();
			if (event == XMLStreamReader.END_ELEMENT && this.xml.getLocalName().equals("row")) {
				break;
			}
			if (event == XMLStreamReader.START_ELEMENT && this.xml.getLocalName().equals("c")) {
				var column = column(this.xml.getAttributeValue(null, "r"), cells.size());
				while (cells.size() <= column) {
					cells.add(RawCell.BLANK);
				}
				cells.set(column, cell());
			}
		}
		return new RawRow(this.row, this.row, cells);
	}

	/// The position that a cell's name such as "AB12" gives, or the next one when it has none.
	private static int column(@Nullable String name, int next) throws UnreadableFile {
		if (name == null) {
			return next;
		}
		int column = 0;
		for (int i = 0; i < name.length() && Character.isLetter(name.charAt(i)); i++) {
			column = column * 26 + (Character.toUpperCase(name.charAt(i)) - 'A' + 1);
		}
		if (column < 1 || column > MOST_COLUMNS) {
			throw Workbook.damaged();
		}
		return column - 1;
	}

	private RawCell cell() throws XMLStreamException, IOException, UnreadableFile {
		var type = this.xml.getAttributeValue(null, "t");
		var style = this.xml.getAttributeValue(null, "s");
		var formula = false;
		var words = new StringBuilder();
		while (this.xml.hasNext()) {
			var event = this.xml.next();
			if (event == XMLStreamReader.END_ELEMENT && this.xml.getLocalName().equals("c")) {
				break;
			}
			if (event == XMLStreamReader.START_ELEMENT) {
				switch (this.xml.getLocalName()) {
					case "f" -> formula = true;
					case "v", "t" -> words.append(this.xml.getElementText());
					case "rPh" -> skip("rPh");
					default -> {
					}
				}
			}
		}
		return value((type != null) ? type : "n", style, words.toString(), formula);
	}

	private void skip(String element) throws XMLStreamException {
		while (this.xml.hasNext()) {
			if (this.xml.next() == XMLStreamReader.END_ELEMENT && this.xml.getLocalName().equals(element)) {
				return;
			}
		}
	}

	private RawCell value(String type, @Nullable String style, String words, boolean formula) throws IOException, UnreadableFile {
		return switch (type) {
			case "s" -> text(this.workbook.string(Integer.parseInt(words.strip())), formula);
			case "str", "inlineStr" -> text(new XSSFRichTextString(words).getString(), formula);
			case "b" -> new RawCell(words.strip().equals("1") ? "TRUE" : "FALSE", RawCell.Form.YES_NO, false, formula);
			case "e" -> new RawCell(words, RawCell.Form.ERROR, false, formula);
			case "d" -> new RawCell(words.strip(), RawCell.Form.DATE, false, formula);
			case String _ -> words.isBlank() ? RawCell.BLANK : number(words.strip(), this.workbook.look(style), formula);
		};
	}

	private static RawCell text(String words, boolean formula) {
		return new RawCell(Characters.stripped(words), RawCell.Form.TEXT, false, formula);
	}

	private RawCell number(String words, Workbook.Look look, boolean formula) {
		var number = Double.parseDouble(words);
		if (look == Workbook.Look.DATE && DateUtil.isValidExcelDate(number)) {
			var day = DateUtil.getLocalDateTime(number, this.workbook.countsFrom1904()).toLocalDate();
			return new RawCell(day.toString(), RawCell.Form.DATE, false, formula);
		}
		var digits = new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
		return new RawCell(digits, RawCell.Form.NUMBER, look == Workbook.Look.PERCENT, formula);
	}

	@Override
	public void close() throws IOException {
		this.in.close();
	}

}

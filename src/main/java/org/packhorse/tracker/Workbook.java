package org.packhorse.tracker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.jspecify.annotations.Nullable;

/// An XLSX workbook whose sheets are read row by row: memory stays flat however long they are.
final class Workbook implements AutoCloseable {

	/// What a cell's style makes of a number.
	enum Look {

		PLAIN, DATE, PERCENT

	}

	private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

	static {
		XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		XML.setProperty(XMLInputFactory.IS_COALESCING, true);
		ZipSecureFile.setMinInflateRatio(0.003);
		ZipSecureFile.setMaxFileCount(2_000);
	}

	private final OPCPackage opened;

	private final XSSFReader reader;

	private final SharedStrings strings;

	private final List<Look> looks;

	private final boolean from1904;

	private Workbook(OPCPackage opened) throws IOException, OpenXML4JException, XMLStreamException {
		this.opened = opened;
		this.reader = new XSSFReader(opened);
		this.from1904 = from1904();
		this.looks = looks();
		this.strings = SharedStrings.of(opened);
	}

	/// Opens a workbook that has passed the gate.
	static Workbook open(Path file) throws UnreadableFile, IOException {
		OPCPackage opened = null;
		try {
			opened = OPCPackage.open(file.toFile(), PackageAccess.READ);
			return new Workbook(opened);
		}
		catch (OpenXML4JException | OpenXML4JRuntimeException | XMLStreamException | IllegalArgumentException ex) {
			if (opened != null) {
				opened.revert();
			}
			throw damaged();
		}
	}

	static UnreadableFile damaged() {
		return new UnreadableFile("the workbook is damaged", "Open it in Excel, save it again and load that.");
	}

	static XMLStreamReader xml(InputStream in) throws XMLStreamException {
		return XML.createXMLStreamReader(in);
	}

	/// The names of the worksheets, in their order.
	List<String> sheetNames() throws UnreadableFile, IOException {
		try {
			var names = new ArrayList<String>();
			for (var sheets = (XSSFReader.SheetIterator) this.reader.getSheetsData(); sheets.hasNext();) {
				sheets.next().close();
				names.add(sheets.getSheetName());
			}
			return names;
		}
		catch (OpenXML4JException | OpenXML4JRuntimeException ex) {
			throw damaged();
		}
	}

	/// The rows of the sheet at a position of [#sheetNames()].
	WorkbookSheet sheet(int position) throws UnreadableFile, IOException {
		try {
			var sheets = (XSSFReader.SheetIterator) this.reader.getSheetsData();
			for (int i = 0; i < position; i++) {
				sheets.next().close();
			}
			var in = sheets.next();
			return new WorkbookSheet(this, sheets.getSheetName(), in, xml(in));
		}
		catch (OpenXML4JException | OpenXML4JRuntimeException | XMLStreamException ex) {
			throw damaged();
		}
	}

	String string(int index) throws IOException, UnreadableFile {
		return this.strings.get(index);
	}

	Look look(@Nullable String style) {
		var index = (style != null) ? Integer.parseInt(style) : 0;
		return (index >= 0 && index < this.looks.size()) ? this.looks.get(index) : Look.PLAIN;
	}

	boolean countsFrom1904() {
		return this.from1904;
	}

	private boolean from1904() throws IOException, OpenXML4JException, XMLStreamException {
		try (var in = this.reader.getWorkbookData()) {
			var xml = xml(in);
			while (xml.hasNext()) {
				if (xml.next() == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("workbookPr")) {
					var value = xml.getAttributeValue(null, "date1904");
					return "1".equals(value) || "true".equals(value);
				}
			}
			return false;
		}
	}

	private List<Look> looks() throws IOException, OpenXML4JException, XMLStreamException {
		var looks = new ArrayList<Look>();
		try (var in = this.reader.getStylesData()) {
			if (in == null) {
				return looks;
			}
			var formats = new HashMap<Integer, String>();
			var cells = false;
			for (var xml = xml(in); xml.hasNext();) {
				var event = xml.next();
				if (event == XMLStreamReader.START_ELEMENT) {
					switch (xml.getLocalName()) {
						case "numFmt" -> formats.put(number(xml, "numFmtId"), xml.getAttributeValue(null, "formatCode"));
						case "cellXfs" -> cells = true;
						case "xf" -> {
							if (cells) {
								looks.add(look(number(xml, "numFmtId"), formats));
							}
						}
						default -> {
						}
					}
				}
				else if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("cellXfs")) {
					cells = false;
				}
			}
		}
		return looks;
	}

	private static int number(XMLStreamReader xml, String attribute) {
		var value = xml.getAttributeValue(null, attribute);
		return (value != null) ? Integer.parseInt(value) : 0;
	}

	private static Look look(int id, Map<Integer, String> formats) {
		var format = formats.getOrDefault(id, BuiltinFormats.getBuiltinFormat(id));
		if (format == null) {
			return Look.PLAIN;
		}
		if (DateUtil.isADateFormat(id, format)) {
			return Look.DATE;
		}
		return format.contains("%") ? Look.PERCENT : Look.PLAIN;
	}

	@Override
	public void close() throws IOException {
		this.opened.revert();
		this.strings.close();
	}

}

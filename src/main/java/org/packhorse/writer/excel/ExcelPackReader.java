package org.packhorse.writer.excel;

import java.io.IOException;
import java.io.InputStream;

import org.apache.poi.UnsupportedFileFormatException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.packhorse.writer.PackFormat;
import org.packhorse.writer.PackReader;
import org.packhorse.writer.ReadBack;
import org.springframework.stereotype.Component;

/// Reads a workbook back sheet by sheet, its figures as their number formats print them.
@Component
final class ExcelPackReader implements PackReader {

	@Override
	public PackFormat format() {
		return PackFormat.XLSX;
	}

	@Override
	public ReadBack read(InputStream file) throws IOException {
		try (var book = new XSSFWorkbook(file)) {
			return new BookReading(book).whole();
		}
		catch (POIXMLException | OpenXML4JRuntimeException | UnsupportedFileFormatException ex) {
			throw new IOException(ex.getMessage(), ex);
		}
	}

	@Override
	public ReadBack shown(ReadBack whole) {
		return new BookShown().of(whole);
	}

}

package org.packhorse.writer.excel;

import java.io.IOException;

import org.packhorse.writer.excel.Sheet.Grid;

/// Writes table objects, each with its caption as text alternative.
final class TableXml {

	private TableXml() {
	}

	static void write(XmlOut xml, Grid grid, int number) throws IOException {
		xml.raw("<table xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"").attribute("id", number);
		xml.attribute("name", grid.name()).attribute("displayName", grid.name()).attribute("ref", grid.range()).raw(" totalsRowShown=\"0\">");
		if (grid.filtered()) {
			xml.raw("<autoFilter").attribute("ref", grid.range()).raw("/>");
		}
		xml.raw("<tableColumns").attribute("count", grid.headings().size()).raw(">");
		for (int i = 0; i < grid.headings().size(); i++) {
			xml.raw("<tableColumn").attribute("id", i + 1).attribute("name", grid.headings().get(i)).raw("/>");
		}
		xml.raw("</tableColumns><tableStyleInfo name=\"" + StyleSheet.TABLE_STYLE + "\" showFirstColumn=\"0\" showLastColumn=\"0\"");
		xml.raw(" showRowStripes=\"1\" showColumnStripes=\"0\"/>");
		xml.raw("<extLst><ext uri=\"{504A1905-F514-4f6f-8877-14C23A59335A}\"");
		xml.raw(" xmlns:x14=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/main\">");
		xml.raw("<x14:table").attribute("altText", grid.caption()).raw("/></ext></extLst></table>");
	}

}

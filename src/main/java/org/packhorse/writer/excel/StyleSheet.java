package org.packhorse.writer.excel;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.packhorse.writer.excel.Style.Edge;
import org.packhorse.writer.excel.Style.Face;
import org.packhorse.writer.excel.Style.Ground;
import org.packhorse.writer.excel.Style.Lay;

/// Gives each style its number as cells ask for it, and writes the styles part once all have asked.
final class StyleSheet {

	/// The table style that the house's tables name.
	static final String TABLE_STYLE = "House";

	private static final int FIRST_OWN_FORMAT = 164;

	// Fills 0 and 1 are fixed by the format: none and a grey pattern.
	private static final int FIRST_OWN_FILL = 2;

	private final HouseStyles house;

	private final Map<Style, Integer> styles = new LinkedHashMap<>();

	private final Map<Face, Integer> faces = new LinkedHashMap<>();

	private final Map<String, Integer> fills = new LinkedHashMap<>();

	private final Map<Ground, Integer> edges = new LinkedHashMap<>();

	private final Map<String, Integer> formats = new LinkedHashMap<>();

	StyleSheet(HouseStyles house) {
		this.house = house;
		this.edges.put(Ground.BARE, 0);
		number(house.paragraph().lay(Lay.RUNNING));
	}

	/// The number by which cells name the style.
	int number(Style style) {
		var known = this.styles.get(style);
		return known != null ? known : add(style);
	}

	private int add(Style style) {
		place(this.faces, style.face(), 0);
		place(this.edges, edgeOf(style), 0);
		if (!style.ground().fill().isEmpty()) {
			place(this.fills, style.ground().fill(), FIRST_OWN_FILL);
		}
		if (!style.format().isEmpty()) {
			place(this.formats, style.format(), FIRST_OWN_FORMAT);
		}
		return place(this.styles, style, 0);
	}

	private static <T> int place(Map<T, Integer> places, T thing, int first) {
		return places.computeIfAbsent(thing, _ -> places.size() + first);
	}

	private static Ground edgeOf(Style style) {
		var ground = style.ground();
		return ground.edge() == Edge.NONE ? Ground.BARE : new Ground("", ground.edge(), ground.edgeColour());
	}

	/// Writes the part.
	void write(XmlOut xml) throws IOException {
		xml.raw("<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">");
		formats(xml);
		fonts(xml);
		fills(xml);
		borders(xml);
		xml.raw("<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>");
		cells(xml);
		xml.raw("<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>");
		tableStyle(xml);
		xml.raw("</styleSheet>");
	}

	private void formats(XmlOut xml) throws IOException {
		if (this.formats.isEmpty()) {
			return;
		}
		xml.raw("<numFmts").attribute("count", this.formats.size()).raw(">");
		for (var format : this.formats.entrySet()) {
			xml.raw("<numFmt").attribute("numFmtId", format.getValue()).attribute("formatCode", format.getKey()).raw("/>");
		}
		xml.raw("</numFmts>");
	}

	private void fonts(XmlOut xml) throws IOException {
		xml.raw("<fonts").attribute("count", this.faces.size()).raw(">");
		for (Face face : this.faces.keySet()) {
			xml.raw("<font>").raw(marks(face.bold(), face.italic())).raw(face.underlined() ? "<u/>" : "");
			xml.raw("<sz").attribute("val", face.points()).raw("/>").raw(colour("color", face.colour()));
			xml.raw("<name").attribute("val", this.house.look().font()).raw("/><family val=\"2\"/></font>");
		}
		xml.raw("</fonts>");
	}

	/// The run properties of words inside a cell that are stronger or stressed.
	String run(boolean bold, boolean italic) {
		return "<rPr>" + marks(bold, italic) + "<sz val=\"" + HouseStyles.BODY_POINTS + "\"/>" + colour("color", HouseStyles.INK)
				+ "<rFont val=\"" + this.house.look().font().replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;")
				+ "\"/><family val=\"2\"/></rPr>";
	}

	private static String marks(boolean bold, boolean italic) {
		return (bold ? "<b/>" : "") + (italic ? "<i/>" : "");
	}

	private void fills(XmlOut xml) throws IOException {
		xml.raw("<fills").attribute("count", this.fills.size() + FIRST_OWN_FILL).raw(">");
		xml.raw("<fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>");
		for (String fill : this.fills.keySet()) {
			xml.raw(solid(fill));
		}
		xml.raw("</fills>");
	}

	private void borders(XmlOut xml) throws IOException {
		xml.raw("<borders").attribute("count", this.edges.size()).raw(">");
		for (Ground edge : this.edges.keySet()) {
			xml.raw(switch (edge.edge()) {
				case NONE -> "<border><left/><right/><top/><bottom/><diagonal/></border>";
				case BELOW -> "<border><left/><right/><top/><bottom style=\"thin\">" + colour("color", edge.edgeColour())
						+ "</bottom><diagonal/></border>";
				case BAR -> "<border><left style=\"thick\">" + colour("color", edge.edgeColour())
						+ "</left><right/><top/><bottom/><diagonal/></border>";
			});
		}
		xml.raw("</borders>");
	}

	private void cells(XmlOut xml) throws IOException {
		xml.raw("<cellXfs").attribute("count", this.styles.size()).raw(">");
		for (Style style : this.styles.keySet()) {
			xml.raw("<xf").attribute("numFmtId", this.formats.getOrDefault(style.format(), 0));
			xml.attribute("fontId", this.faces.get(style.face()));
			xml.attribute("fillId", this.fills.getOrDefault(style.ground().fill(), 0));
			xml.attribute("borderId", this.edges.get(edgeOf(style))).raw(" xfId=\"0\"");
			xml.raw(style.quoted() ? " quotePrefix=\"1\"" : "");
			xml.raw(" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\">");
			alignment(xml, style.lay());
			xml.raw("</xf>");
		}
		xml.raw("</cellXfs>");
	}

	private static void alignment(XmlOut xml, Lay lay) throws IOException {
		xml.raw("<alignment").attribute("horizontal", lay.atEnd() ? "right" : "left");
		xml.attribute("vertical", lay.height().name().toLowerCase(Locale.ROOT));
		xml.raw(lay.wrapped() ? " wrapText=\"1\"" : "");
		if (lay.indent() > 0) {
			xml.attribute("indent", lay.indent());
		}
		xml.raw("/>");
	}

	// Cells carry these looks themselves, for programs that know no table styles; the style is for rows that a user adds.
	private void tableStyle(XmlOut xml) throws IOException {
		var accent = this.house.look().accent();
		xml.raw("<dxfs count=\"2\"><dxf><font><b/>").raw(colour("color", Contrast.on(accent))).raw("</font>").raw(solid(accent));
		xml.raw("</dxf><dxf>").raw(solid(HouseStyles.STRIPE)).raw("</dxf></dxfs>");
		xml.raw("<tableStyles count=\"1\" defaultTableStyle=\"" + TABLE_STYLE + "\"><tableStyle name=\"" + TABLE_STYLE + "\" pivot=\"0\" ");
		xml.raw("count=\"2\"><tableStyleElement type=\"headerRow\" dxfId=\"0\"/><tableStyleElement type=\"secondRowStripe\" dxfId=\"1\"/>");
		xml.raw("</tableStyle></tableStyles>");
	}

	private static String solid(String fill) {
		return "<fill><patternFill patternType=\"solid\">" + colour("fgColor", fill) + colour("bgColor", fill) + "</patternFill></fill>";
	}

	private static String colour(String element, String rgb) {
		return "<" + element + " rgb=\"FF" + rgb + "\"/>";
	}

}

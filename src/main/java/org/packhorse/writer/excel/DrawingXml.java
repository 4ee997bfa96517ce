package org.packhorse.writer.excel;

import java.io.IOException;
import java.util.List;

import org.packhorse.writer.excel.Drawn.Spot;

/// Writes what is drawn over a sheet's cells, with a text alternative for each.
final class DrawingXml {

	private static final String CHARTS = "http://schemas.openxmlformats.org/drawingml/2006/chart";

	private DrawingXml() {
	}

	/// Writes the drawing's part; `ids` are the relations' ids of its charts and pictures, in order.
	static void write(XmlOut xml, List<Drawn> drawings, List<String> ids) throws IOException {
		xml.raw("<xdr:wsDr xmlns:xdr=\"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing\"");
		xml.raw(" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"");
		xml.raw(" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">");
		for (int i = 0; i < drawings.size(); i++) {
			spot(xml, drawings.get(i).spot());
			switch (drawings.get(i)) {
				case Drawn.OfChart chart -> chart(xml, chart, i + 2, ids.get(i));
				case Drawn.OfPicture picture -> picture(xml, picture, i + 2, ids.get(i));
			}
			xml.raw("<xdr:clientData/></xdr:oneCellAnchor>");
		}
		xml.raw("</xdr:wsDr>");
	}

	private static void spot(XmlOut xml, Spot spot) throws IOException {
		xml.raw("<xdr:oneCellAnchor><xdr:from><xdr:col>").raw(spot.column() - 1).raw("</xdr:col><xdr:colOff>").raw(4 * Drawn.EMU_PER_POINT);
		xml.raw("</xdr:colOff><xdr:row>").raw(spot.row() - 1).raw("</xdr:row><xdr:rowOff>").raw(emu(spot.below()));
		xml.raw("</xdr:rowOff></xdr:from><xdr:ext").attribute("cx", emu(spot.width())).attribute("cy", emu(spot.height())).raw("/>");
	}

	private static void chart(XmlOut xml, Drawn.OfChart chart, int id, String relation) throws IOException {
		xml.raw("<xdr:graphicFrame macro=\"\"><xdr:nvGraphicFramePr>");
		name(xml, "Chart " + (id - 1), id, chart);
		xml.raw("<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/></xdr:xfrm>");
		xml.raw("<a:graphic><a:graphicData uri=\"" + CHARTS + "\"><c:chart xmlns:c=\"" + CHARTS + "\"").attribute("r:id", relation);
		xml.raw("/></a:graphicData></a:graphic></xdr:graphicFrame>");
	}

	private static void picture(XmlOut xml, Drawn.OfPicture picture, int id, String relation) throws IOException {
		xml.raw("<xdr:pic><xdr:nvPicPr>");
		name(xml, "Picture " + (id - 1), id, picture);
		xml.raw("<xdr:cNvPicPr><a:picLocks noChangeAspect=\"1\"/></xdr:cNvPicPr></xdr:nvPicPr><xdr:blipFill><a:blip");
		xml.attribute("r:embed", relation).raw("/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:xfrm>");
		xml.raw("<a:off x=\"0\" y=\"0\"/><a:ext").attribute("cx", emu(picture.spot().width())).attribute("cy", emu(picture.spot().height()));
		xml.raw("/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic>");
	}

	private static void name(XmlOut xml, String name, int id, Drawn drawn) throws IOException {
		xml.raw("<xdr:cNvPr").attribute("id", id).attribute("name", name).attribute("descr", drawn.alternative()).raw("/>");
	}

	private static int emu(double points) {
		return (int) Math.round(points * Drawn.EMU_PER_POINT);
	}

}

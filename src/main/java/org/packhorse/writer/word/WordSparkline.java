package org.packhorse.writer.word;

import java.util.List;

import org.packhorse.document.Inline.Sparkline;

/// Writes a small line of figures among words as a shape that Word draws itself. A program that knows no such shapes prints
/// its words instead.
final class WordSparkline {

	/// The shape's size in Word's units, 36,000 to the millimetre.
	private static final int WIDTH = 828_000;

	private static final int HEIGHT = 252_000;

	private static final int EDGE = 36_000;

	private static final int DOT = 32_000;

	private final Xml xml;

	private final String id;

	private final String accent;

	WordSparkline(Xml xml, String id, String accent) {
		this.xml = xml;
		this.id = id;
		this.accent = accent;
	}

	void write(Sparkline sparkline) {
		if (sparkline.isEmpty()) {
			this.xml.element("w:r", () -> words(sparkline));
			return;
		}
		this.xml.element("w:r", () -> this.xml.element("mc:AlternateContent", () -> {
			this.xml.element("mc:Choice", () -> this.xml.element("w:drawing", () -> inline(sparkline)), "Requires", "wps");
			this.xml.element("mc:Fallback", () -> words(sparkline));
		}));
	}

	private void words(Sparkline sparkline) {
		this.xml.element("w:t", () -> this.xml.text(sparkline.alternative()), "xml:space", "preserve");
	}

	private void inline(Sparkline sparkline) {
		this.xml.element("wp:inline", () -> {
			this.xml.raw("<wp:extent cx=\"" + WIDTH + "\" cy=\"" + HEIGHT + "\"/>");
			this.xml.empty("wp:docPr", "id", this.id, "name", "Drawing " + this.id, "descr", sparkline.alternative());
			this.xml.raw("<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri=\"" + Names.WPS + "\"><wps:wsp><wps:cNvSpPr/><wps:spPr>");
			this.xml.raw("<a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"" + WIDTH + "\" cy=\"" + HEIGHT + "\"/></a:xfrm>");
			shape(sparkline);
			this.xml.raw("<a:solidFill><a:srgbClr val=\"" + this.accent + "\"/></a:solidFill><a:ln w=\"17463\" cap=\"rnd\"><a:solidFill><a:srgbClr val=\""
					+ this.accent + "\"/></a:solidFill><a:round/></a:ln></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>");
		}, "distT", "0", "distB", "0", "distL", "0", "distR", "0");
	}

	private void shape(Sparkline sparkline) {
		double[] shares = sparkline.shares();
		this.xml.raw("<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l=\"0\" t=\"0\" r=\"r\" b=\"b\"/><a:pathLst>");
		this.xml.raw("<a:path w=\"" + WIDTH + "\" h=\"" + HEIGHT + "\" fill=\"none\">");
		for (List<Integer> stretch : sparkline.stretches()) {
			point("moveTo", x(shares, stretch.getFirst()), y(shares, stretch.getFirst()));
			stretch.stream().skip(1).forEach(i -> point("lnTo", x(shares, i), y(shares, i)));
		}
		this.xml.raw("</a:path><a:path w=\"" + WIDTH + "\" h=\"" + HEIGHT + "\" stroke=\"0\">");
		for (int dot : sparkline.dots()) {
			point("moveTo", x(shares, dot) - DOT, y(shares, dot));
			this.xml.raw("<a:arcTo wR=\"" + DOT + "\" hR=\"" + DOT + "\" stAng=\"10800000\" swAng=\"21600000\"/><a:close/>");
		}
		this.xml.raw("</a:path></a:pathLst></a:custGeom>");
	}

	private void point(String step, long x, long y) {
		this.xml.raw("<a:" + step + "><a:pt x=\"" + x + "\" y=\"" + y + "\"/></a:" + step + ">");
	}

	private static long x(double[] shares, int point) {
		int last = shares.length - 1;
		return last == 0 ? WIDTH / 2 : EDGE + (long) (WIDTH - 2 * EDGE) * point / last;
	}

	private static long y(double[] shares, int point) {
		return Math.round(HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * shares[point]);
	}

}

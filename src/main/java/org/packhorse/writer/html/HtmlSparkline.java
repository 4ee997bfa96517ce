package org.packhorse.writer.html;

import java.io.IOException;

import org.packhorse.document.Inline.Sparkline;

/// Draws a small line of figures among words; the last figure has a dot, and so has one alone between gaps.
final class HtmlSparkline {

	private static final double WIDTH = 120;

	private static final double HEIGHT = 30;

	private static final double EDGE = 4;

	private final HtmlText html;

	HtmlSparkline(HtmlText html) {
		this.html = html;
	}

	void write(Sparkline sparkline) throws IOException {
		if (sparkline.isEmpty()) {
			this.html.words(sparkline.alternative());
			return;
		}
		this.html.tag("svg").with("class", "spark").with("viewBox", "0 0 120 30").with("width", "120").with("height", "30").with("role", "img")
			.with("aria-label", sparkline.alternative())
			.around(() -> draw(sparkline));
	}

	private void draw(Sparkline sparkline) throws IOException {
		var line = new StringBuilder();
		for (var stretch : sparkline.stretches()) {
			for (int point : stretch) {
				line.append(point == stretch.getFirst() ? "M" : "L").append(place(sparkline, point));
			}
		}
		this.html.tag("path").with("d", line.toString()).around("");
		for (int dot : sparkline.dots()) {
			var place = place(sparkline, dot).split(" ");
			this.html.tag("circle").with("cx", place[0]).with("cy", place[1]).with("r", "3").around("");
		}
	}

	private static String place(Sparkline sparkline, int point) {
		int last = sparkline.values().size() - 1;
		double x = last == 0 ? WIDTH / 2 : EDGE + (WIDTH - 2 * EDGE) * point / last;
		return ChartDrawing.number(x) + " " + ChartDrawing.number(HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * sparkline.share(point));
	}

}

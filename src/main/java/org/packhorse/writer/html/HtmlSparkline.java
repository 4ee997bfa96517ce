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
		double[] shares = sparkline.shares();
		var line = new StringBuilder();
		for (var stretch : sparkline.stretches()) {
			for (int point : stretch) {
				line.append(point == stretch.getFirst() ? "M" : "L").append(x(shares, point)).append(' ').append(y(shares, point));
			}
		}
		this.html.tag("path").with("d", line.toString()).around("");
		for (int dot : sparkline.dots()) {
			this.html.tag("circle").with("cx", x(shares, dot)).with("cy", y(shares, dot)).with("r", "3").around("");
		}
	}

	private static String x(double[] shares, int point) {
		int last = shares.length - 1;
		return ChartDrawing.number(last == 0 ? WIDTH / 2 : EDGE + (WIDTH - 2 * EDGE) * point / last);
	}

	private static String y(double[] shares, int point) {
		return ChartDrawing.number(HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * shares[point]);
	}

}

package org.packhorse.writer.html;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;
import org.packhorse.writer.ChartFolding;
import org.packhorse.writer.ReadBack;
import org.packhorse.writer.ReadBack.Part;
import org.packhorse.writer.Said;

/// Reads charts back by the figures behind them, and headline figures.
record HtmlFigures(HtmlWords words) {

	private static final Pattern UNIT = Pattern.compile("(?s).*\\(([^()]*(?:\\([^()]*\\)[^()]*)*)\\)");

	private static final String GAP = "no figure";

	Part scorecard(Element scorecard) {
		var figures = scorecard.select("> dl > div")
			.stream()
			.map(tile -> new ReadBack.Figure(this.words.only(tile, "dt"), this.words.only(tile, "dd.headline"),
					Said.joined(tile.select("> dd:not(.headline)").stream().map(this.words::said).toList())))
			.toList();
		return new Part.Figures(this.words.only(scorecard, "> .caption"), figures);
	}

	Part chart(Element chart) {
		var caption = this.words.only(chart, "> figcaption");
		if (chart.selectFirst("> p.empty") != null) {
			return new Part.Chart(caption, this.words.only(chart, "> p.empty"), "", List.of(), List.of());
		}
		var table = chart.selectFirst("details table");
		if (table == null) {
			return new Part.Chart(caption, this.words.only(chart, "svg > desc"), "", List.of(), List.of());
		}
		var figures = this.words.table(table);
		var periods = figures.rows().stream().map(row -> row.getFirst().words()).toList();
		var alternative = this.words.only(chart, "svg > desc");
		var events = chart.select("> ul.events > li").stream().map(Element::wholeText).filter(event -> !alternative.contains(event)).toList();
		return new Part.Chart(caption, alternative + String.join(" / ", events), unit(figures, caption), periods,
				ChartFolding.lines(series(figures), periods, alternative));
	}

	private static List<ReadBack.Series> series(Part.Table figures) {
		var series = new ArrayList<ReadBack.Series>();
		for (int i = 1; i < figures.header().size(); i++) {
			int column = i;
			series.add(new ReadBack.Series(figures.header().get(i), figures.rows().stream().map(row -> figures.header().get(column).equals(ChartFolding.REMARKS) ? row.get(column).words() : number(row.get(column).words())).toList()));
		}
		return series;
	}

	private static String number(String printed) {
		return printed.equals(GAP) ? "" : printed.replaceAll("[%£,]", "").replace('\u2212', '-');
	}

	/// The unit stands behind the caption of the figures, or at each of them.
	private static String unit(Part.Table figures, String caption) {
		var named = figures.caption().substring(Math.min(figures.caption().length(), "Figures: ".length() + caption.length()));
		var unit = UNIT.matcher(named);
		if (unit.matches()) {
			return unit.group(1);
		}
		int remarks = figures.header().getLast().equals(ChartFolding.REMARKS) ? 1 : 0;
		var printed = figures.rows().stream().flatMap(row -> row.subList(1, row.size() - remarks).stream()).map(Said::words).filter(words -> !words.equals(GAP)).toList();
		return printed.isEmpty() ? "" : printed.stream().allMatch(words -> words.endsWith("%")) ? "%"
				: printed.stream().allMatch(words -> words.contains("£")) ? "£" : "";
	}

}

package org.packhorse.writer.pdf;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.packhorse.document.Block.Chart;
import org.packhorse.document.Block.Table.Align;
import org.packhorse.writer.pdf.LineBreaker.Run;

/// The names of a chart's lines beside their ends, moved apart where they would touch, each with a sample of its line.
final class ChartNames {

	private static final float SAMPLE = 22;

	private static final float REACH = 12;

	private static final float GAP = 3;

	private static final float CLEAR = 5;

	/// @param reaches whether the line goes on to the last period
	private record Name(Words words, ChartStroke stroke, @Nullable BigDecimal last, boolean reaches) {
	}

	private final Desk desk;

	private final List<Name> names = new ArrayList<>();

	private float widest;

	ChartNames(Desk desk, Chart chart, float most) {
		this.desk = desk;
		for (int i = 0; i < chart.lines().size(); i++) {
			this.names.add(name(chart, i, most - SAMPLE - REACH - 4));
		}
		for (Name name : this.names) {
			name.words().lines().forEach(line -> this.widest = Math.max(this.widest, line.width()));
		}
	}

	/// The width that the names take beside the plot.
	float width() {
		return REACH + SAMPLE + 4 + this.widest;
	}

	/// The height that the names take when they touch.
	float height() {
		return (float) this.names.stream().mapToDouble(name -> name.words().height() + GAP).sum();
	}

	private Name name(Chart chart, int index, float width) {
		var line = chart.lines().get(index);
		var last = line.values().stream().filter(Objects::nonNull).reduce((_, later) -> later).orElse(null);
		var small = this.desk.house().small().in(House.INK);
		var bold = small.style().in(this.desk.house().fonts().bold());
		var words = last == null ? "(no figures)" : PdfCharts.print(last, chart.decimals(), chart.unit());
		var runs = new ArrayList<>(this.desk.type().cut(small.style(), line.name() + " "));
		runs.add(new Run(bold, words + " "));
		return new Name(this.desk.type().set(runs, small, width, Align.START),
				ChartStroke.of(chart.lines(), index, this.desk.house().accent()), last, line.values().getLast() != null);
	}

	/// Draws the names right of the plot, where `lastX` is the last period; `height` says how high a value lies.
	void draw(float plotRight, float lastX, float roof, float floor, Function<BigDecimal, Float> height) {
		var sorted = new ArrayList<>(this.names);
		sorted.sort(Comparator.comparing((Name name) -> name.last() == null ? floor : height.apply(name.last())).reversed());
		float[] middles = apart(sorted, roof, floor, height);
		for (int i = 0; i < sorted.size(); i++) {
			var name = sorted.get(i);
			if (name.last() != null) {
				float from = name.reaches() ? lastX + CLEAR : plotRight;
				this.desk.pen().line(House.RULE, 0.75f, from, height.apply(name.last()), plotRight + REACH - 2, middles[i]);
			}
			draw(name, plotRight + REACH, middles[i]);
		}
	}

	private void draw(Name name, float left, float middle) {
		name.stroke().path(this.desk.pen(), new float[] { left, middle, left + SAMPLE - 4, middle });
		name.stroke().mark(this.desk.pen(), left + SAMPLE / 2 - 2, middle);
		this.desk.ink().plain(name.words(), left + SAMPLE, middle + name.words().height() / 2);
	}

	/// The middle of each name: at its line's end where there is room, else moved down, and up again from the floor.
	private static float[] apart(List<Name> sorted, float roof, float floor, Function<BigDecimal, Float> height) {
		var middles = new float[sorted.size()];
		float below = roof + 10;
		for (int i = 0; i < middles.length; i++) {
			var name = sorted.get(i);
			float half = name.words().height() / 2;
			float wanted = name.last() == null ? floor : height.apply(name.last());
			middles[i] = Math.min(wanted, below - half);
			below = middles[i] - half - GAP;
		}
		float above = floor - 10;
		for (int i = middles.length - 1; i >= 0; i--) {
			float half = sorted.get(i).words().height() / 2;
			middles[i] = Math.max(middles[i], above + half);
			above = middles[i] + half + GAP;
		}
		return middles;
	}

}

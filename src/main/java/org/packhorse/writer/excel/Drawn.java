package org.packhorse.writer.excel;

import org.packhorse.document.Block;
import org.packhorse.document.Bytes;

/// Something drawn over the cells of a sheet.
sealed interface Drawn {

	/// English Metric Units, in which drawings are measured, in a point.
	int EMU_PER_POINT = 12_700;

	Spot spot();

	/// What a reader hears in its place.
	String alternative();

	/// Where the upper corner is and how large it is: column and row from 1, the rest in points.
	record Spot(int column, int row, double below, double width, double height) {
	}

	/// A chart and the range that its figures stand in.
	record OfChart(Spot spot, Block.Chart chart, ChartData.Range range, String alternative) implements Drawn {
	}

	/// A picture; `ending` is png or jpeg.
	record OfPicture(Spot spot, Bytes image, String ending, String alternative) implements Drawn {
	}

}

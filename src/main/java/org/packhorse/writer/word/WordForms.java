package org.packhorse.writer.word;

import java.util.Arrays;
import java.util.List;

import org.packhorse.document.Block.FormTable;
import org.packhorse.document.Block.Ticks;
import org.packhorse.document.Inline;

/// Writes the tables of a committee report: labels with their values, and statements with ticks or answers. A label names its
/// row; there is no header row to name the columns, and the caption is for who cannot see the table.
final class WordForms {

	private static final String STYLE = "PackForm";

	private final WordTables tables;

	private final WordText text;

	WordForms(WordTables tables, WordText text) {
		this.tables = tables;
		this.text = text;
	}

	void form(FormTable form) {
		int[] widths = form.isPaired() ? this.tables.widths(20, 34, 20, 26) : this.tables.widths(3, 7);
		this.text.between();
		this.tables.frame(STYLE, form.caption(), false, true, widths, () -> form.rows().forEach(row -> row(row, widths)));
	}

	private void row(List<FormTable.Field> fields, int[] widths) {
		boolean alone = fields.size() == 1;
		int value = alone ? Arrays.stream(widths).skip(1).sum() : widths[1];
		int lines = fields.stream().mapToInt(field -> lines(field, value)).max().orElse(0);
		this.tables.row(false, lines <= WordTables.SHORT_ROW_LINES, () -> {
			label(fields.getFirst(), widths[0]);
			this.tables.cell(value, span(alone ? widths.length - 1 : 1), () -> lines(fields.getFirst().lines()));
			fields.stream().skip(1).forEach(field -> {
				label(field, widths[2]);
				this.tables.cell(widths[3], () -> lines(field.lines()));
			});
		});
	}

	private static int lines(FormTable.Field field, int width) {
		int letters = field.lines().stream().mapToInt(line -> Inline.plain(line).length()).sum();
		return field.lines().size() + WordTables.lines(letters, width);
	}

	private static String span(int columns) {
		return columns == 1 ? "" : "<w:gridSpan w:val=\"" + columns + "\"/>";
	}

	private void label(FormTable.Field field, int width) {
		this.tables.cell(width, () -> this.text.paragraph("TableRowHeading", field.label()));
	}

	/// A cell has a paragraph even when there is nothing to say.
	private void lines(List<List<Inline>> lines) {
		var some = lines.isEmpty() ? List.of(List.<Inline>of()) : lines;
		some.forEach(line -> this.text.paragraph(Shape.of("TableText"), line));
	}

	void ticks(Ticks ticks) {
		boolean labelled = !ticks.label().isBlank();
		int[] widths = labelled ? this.tables.widths(26, 64, 10) : this.tables.widths(85, 15);
		this.text.between();
		this.tables.frame(STYLE, ticks.caption(), false, true, widths, () -> {
			for (int i = 0; i < ticks.ticks().size(); i++) {
				tick(ticks, i, widths, labelled);
			}
		});
	}

	private void tick(Ticks ticks, int index, int[] widths, boolean labelled) {
		var tick = ticks.ticks().get(index);
		this.tables.row(false, true, () -> {
			if (labelled) {
				this.tables.cell(widths[0], index == 0 ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>",
						() -> this.text.paragraph("TableRowHeading", index == 0 ? ticks.label() : ""));
			}
			this.tables.cell(widths[widths.length - 2], () -> this.text.paragraph(Shape.of("TableText"), tick.words()));
			this.tables.cell(widths[widths.length - 1], () -> this.text.paragraph("TableText", tick.mark()));
		});
	}

}

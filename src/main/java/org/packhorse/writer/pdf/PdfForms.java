package org.packhorse.writer.pdf;

import java.util.ArrayList;
import java.util.List;

import org.openpdf.text.pdf.PdfName;
import org.packhorse.document.Block.FormTable;
import org.packhorse.document.Block.Table.Align;
import org.packhorse.document.Block.Ticks;
import org.packhorse.document.Inline;
import org.packhorse.writer.pdf.PdfTags.Scope;
import org.packhorse.writer.pdf.TableRow.Slot;

/// Lays out the tables of committee reports: labels with their values, and statements with ticks or answers.
final class PdfForms {

	private static final float[] ALONE = { 0.32f };

	private static final float[] PAIRED = { 0.2f, 0.54f, 0.74f };

	private static final float[] LABELLED = { 0.26f, 0.9f };

	private static final float[] UNLABELLED = { 0.85f };

	private final Desk desk;

	private final House house;

	private final PdfTables tables;

	PdfForms(Desk desk, PdfTables tables) {
		this.desk = desk;
		this.house = desk.house();
		this.tables = tables;
	}

	void form(FormTable form) {
		var edges = edges(form.isPaired() ? PAIRED : ALONE);
		body(form.caption(), form.rows().stream().<TableRowOf>map(fields -> () -> row(fields, edges)).toList());
	}

	/// Makes a row's tags where the row stands.
	private interface TableRowOf {

		TableRow row();

	}

	private void body(String caption, List<TableRowOf> rows) {
		var table = this.desk.tags().tag(PdfName.TABLE, () -> this.desk.tags().tag(PdfName.TBODY, () -> {
			for (int i = 0; i < rows.size(); i++) {
				this.desk.flow().add(rows.get(i).row(), i == 0 ? 12 : 0);
			}
		}));
		this.desk.tags().summary(table, caption);
		this.desk.flow().air(20);
	}

	private float[] edges(float[] shares) {
		float[] edges = new float[shares.length + 2];
		edges[0] = this.house.left() - TableRow.PADDING;
		for (int i = 0; i < shares.length; i++) {
			edges[i + 1] = this.house.left() + this.house.width() * shares[i];
		}
		edges[shares.length + 1] = this.house.right();
		return edges;
	}

	private TableRow row(List<FormTable.Field> fields, float[] edges) {
		var slots = new ArrayList<Slot>();
		int spare = edges.length - 1 - 2 * fields.size();
		this.desk.tags().tag(PdfTags.TR, () -> {
			for (int i = 0; i < fields.size(); i++) {
				int end = 2 * i + 2 + spare;
				slots.add(label(fields.get(i).label(), 1, edges[2 * i], edges[2 * i + 1]));
				var cell = this.desk.tags().child(PdfName.TD);
				if (spare > 0) {
					this.desk.tags().spanning(cell, 1 + spare);
				}
				slots.add(value(cell, fields.get(i).lines(), edges[2 * i + 1], edges[end]));
			}
		});
		return new TableRow(this.desk, TableRow.Kind.BODY, slots, null);
	}

	private Slot label(String words, int rows, float from, float to) {
		var bold = this.house.body().in(this.house.fonts().bold());
		var cell = this.desk.tags().child(PdfName.TH);
		this.desk.tags().heading(cell, Scope.ROW, rows);
		return this.tables.slot(cell, this.desk.type().cut(bold.style(), words), bold, from, to, Align.START);
	}

	private Slot value(Tag cell, List<List<Inline>> lines, float from, float to) {
		return this.tables.slot(cell, this.desk.type().stacked(lines, this.house.body().style()), this.house.body(), from, to, Align.START);
	}

	void ticks(Ticks ticks) {
		boolean labelled = !ticks.label().isBlank();
		var edges = edges(labelled ? LABELLED : UNLABELLED);
		var rows = new ArrayList<TableRowOf>();
		for (int i = 0; i < ticks.ticks().size(); i++) {
			int index = i;
			rows.add(() -> tick(ticks, index, edges, labelled && index == 0));
		}
		body(ticks.caption(), rows);
	}

	private TableRow tick(Ticks ticks, int index, float[] edges, boolean label) {
		var tick = ticks.ticks().get(index);
		var slots = new ArrayList<Slot>();
		int last = edges.length - 1;
		this.desk.tags().tag(PdfTags.TR, () -> {
			if (label) {
				slots.add(label(ticks.label(), ticks.ticks().size(), edges[0], edges[1]));
			}
			var statement = this.desk.tags().child(PdfName.TH);
			this.desk.tags().scope(statement, Scope.ROW);
			slots.add(value(statement, List.of(tick.words()), edges[last - 2], edges[last - 1]));
			slots.add(value(this.desk.tags().child(PdfName.TD), List.of(List.of(new Inline.Words(tick.mark()))), edges[last - 1], edges[last]));
		});
		return new TableRow(this.desk, TableRow.Kind.BODY, slots, null);
	}

}

package org.packhorse.writer.html;

import java.io.IOException;
import java.util.List;

import org.packhorse.document.Block.FormTable;
import org.packhorse.document.Block.Ticks;
import org.packhorse.document.Inline;

/// Writes the tables of committee reports: labels with their values, and statements with ticks or answers. Their captions are
/// for who cannot see the table.
final class HtmlForms {

	private final HtmlText html;

	private final Anchors anchors;

	private final HtmlInlines inlines;

	HtmlForms(HtmlText html, Anchors anchors, HtmlInlines inlines) {
		this.html = html;
		this.anchors = anchors;
		this.inlines = inlines;
	}

	void form(FormTable form) throws IOException {
		boolean paired = form.isPaired();
		table(paired ? "form paired" : "form", form.caption(), () -> {
			for (List<FormTable.Field> row : form.rows()) {
				this.html.tag("tr").around(() -> row(row, paired));
			}
		});
	}

	private void table(String kind, String caption, HtmlText.Body rows) throws IOException {
		var id = this.anchors.next("form");
		this.html.tag("table").with("class", kind).around(() -> {
			this.html.tag("caption").with("class", "unseen").with("id", id).around(caption);
			this.html.tag("tbody").around(rows);
		});
	}

	/// Where a row has two labels, each value names its own.
	private void row(List<FormTable.Field> fields, boolean paired) throws IOException {
		for (FormTable.Field field : fields) {
			var th = this.html.tag("th").with("scope", "row");
			var td = this.html.tag("td");
			if (paired) {
				var id = this.anchors.next("label");
				th.with("id", id);
				td.with("headers", id);
			}
			if (paired && fields.size() == 1) {
				td.with("colspan", "3");
			}
			th.around(field.label());
			td.around(() -> lines(field.lines()));
		}
	}

	private void lines(List<List<Inline>> lines) throws IOException {
		for (List<Inline> line : lines) {
			this.html.tag("p").around(() -> this.inlines.write(line));
		}
	}

	void ticks(Ticks ticks) throws IOException {
		table("form ticks", ticks.caption(), () -> {
			for (int i = 0; i < ticks.ticks().size(); i++) {
				int index = i;
				this.html.tag("tr").around(() -> tick(ticks, index));
			}
		});
	}

	private void tick(Ticks ticks, int index) throws IOException {
		var tick = ticks.ticks().get(index);
		if (index == 0 && !ticks.label().isBlank()) {
			this.html.tag("th").with("scope", "rowgroup").with("rowspan", String.valueOf(ticks.ticks().size())).around(ticks.label());
		}
		this.html.tag("th").with("scope", "row").with("class", "statement").around(() -> this.inlines.write(tick.words()));
		this.html.tag("td").with("class", "mark").around(tick.mark());
	}

}

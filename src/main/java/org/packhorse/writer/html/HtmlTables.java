package org.packhorse.writer.html;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;

import org.packhorse.document.Block.Table;
import org.packhorse.document.Cell;
import org.packhorse.document.Inline;
import org.packhorse.document.Value;

/// Writes tables of data.
final class HtmlTables {

	/// A column of words is not narrower than this many characters, if it has them; narrower ones make rows too tall on a phone.
	private static final int READABLE = 22;

	/// A word longer than this is broken rather than let make its column wider.
	private static final int LONG_WORD = 18;

	private final HtmlText html;

	private final Anchors anchors;

	private final HtmlInlines inlines;

	HtmlTables(HtmlText html, Anchors anchors, HtmlInlines inlines) {
		this.html = html;
		this.anchors = anchors;
		this.inlines = inlines;
	}

	void table(Table table) throws IOException {
		if (table.rows().isEmpty()) {
			this.html.tag("p").with("class", "caption").around(table.caption());
			this.html.tag("p").with("class", "empty").around(table.ifEmpty());
			return;
		}
		var caption = this.anchors.next("table");
		scrolling(caption, () -> this.html.tag("table").around(() -> {
			this.html.tag("caption").with("id", caption).around(table.caption());
			widths(table.columns());
			this.html.tag("thead").around(() -> this.html.tag("tr").around(() -> headings(table)));
			this.html.tag("tbody").around(() -> rows(table));
		}));
	}

	/// What is wider than a small screen scrolls by itself, by finger or, as it can have the focus, by the arrow keys.
	void scrolling(String caption, HtmlText.Body body) throws IOException {
		this.html.tag("div").with("class", "scroll").with("role", "group").with("aria-labelledby", caption).with("tabindex", "0").around(body);
	}

	private void widths(List<Table.Column> columns) throws IOException {
		var sum = new BigDecimal(columns.stream().mapToInt(Table.Column::weight).sum());
		this.html.tag("colgroup").around(() -> {
			for (Table.Column column : columns) {
				var share = new BigDecimal(100 * column.weight()).divide(sum, 1, RoundingMode.HALF_UP);
				this.html.tag("col").with("style", "width:" + share.toPlainString() + "%").alone();
			}
		});
	}

	private void headings(Table table) throws IOException {
		for (int i = 0; i < table.columns().size(); i++) {
			var column = table.columns().get(i);
			var th = this.html.tag("th").with("scope", "col").with("style", "--narrowest:" + narrowest(table, i));
			aligned(th, column, "end").around(column.heading());
		}
	}

	private void rows(Table table) throws IOException {
		for (Table.Row row : table.rows()) {
			this.html.tag("tr").around(() -> {
				for (int i = 0; i < row.cells().size(); i++) {
					cell(table.columns().get(i), row.cells().get(i));
				}
			});
		}
	}

	private void cell(Table.Column column, Cell cell) throws IOException {
		// An empty heading would be read out as a row without a name.
		boolean names = column.rowHeader() && !cell.plain().isBlank();
		var tag = names ? this.html.tag("th").with("scope", "row") : this.html.tag("td");
		aligned(tag, column, figure(cell.value()) ? "end figure" : "end").around(() -> this.inlines.write(cell.words()));
	}

	private static HtmlText.Tag aligned(HtmlText.Tag tag, Table.Column column, String end) {
		return switch (column.align()) {
			case START -> tag;
			case END -> tag.with("class", end);
		};
	}

	private static boolean figure(Value value) {
		return switch (value) {
			case Value.Number _, Value.Percent _, Value.Money _, Value.Day _ -> true;
			case Value.Text _, Value.None _ -> false;
		};
	}

	/// In characters: figures whole, ordinary words whole, and room for a few words beside each other.
	private static int narrowest(Table table, int column) {
		var heading = longestWord(table.columns().get(column).heading());
		var cells = table.rows().stream().map(row -> row.cells().get(column)).mapToInt(HtmlTables::narrowest).max().orElse(0);
		return Math.max(heading, cells) + 1;
	}

	private static int narrowest(Cell cell) {
		var words = cell.plain();
		if (figure(cell.value())) {
			return words.length();
		}
		// A badge is never broken, and its shape takes room beside its words.
		var badge = cell.words().stream().mapToInt(word -> word instanceof Inline.Badge it ? it.words().length() + 4 : 0).max().orElse(0);
		return IntStream.of(Math.min(words.length(), READABLE), longestWord(words), Math.min(badge, READABLE)).max().getAsInt();
	}

	private static int longestWord(String words) {
		int longest = 0;
		int start = 0;
		for (int i = 0; i <= words.length(); i++) {
			if (i == words.length() || isSpace(words.charAt(i))) {
				longest = Math.max(longest, i - start);
				start = i + 1;
			}
		}
		return Math.min(LONG_WORD, longest);
	}

	private static boolean isSpace(char letter) {
		return letter == ' ' || letter >= '\t' && letter <= '\r';
	}

}

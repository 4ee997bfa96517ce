package org.packhorse.tracker;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.packhorse.tracker.Findings.Place;

/// Understands one cell as its column's kind of value; what cannot be understood becomes a fault and a null.
final class CellReader {

	private static final Set<String> YES = Set.of("y", "yes", "1", "true");

	private static final Set<String> NO = Set.of("n", "no", "0", "false");

	private static final Set<String> SYMBOLS = Set.of("c", "x", "z", "k", "low", "u");

	/// Older marks for symbols.
	private static final Map<String, String> OLD_SYMBOLS = Map.of("-", "x", "–", "x", ":", "x", "~", "low");

	private static final Pattern AREA = Pattern.compile("[A-Z]\\d{8}");

	private final LocalDate today;

	private final Layout layout;

	private final Findings findings;

	CellReader(LocalDate today, Layout layout, Findings findings) {
		this.today = today;
		this.layout = layout;
		this.findings = findings;
	}

	/// Puts what the cell says into the row's values, under the columns that the database keeps it in.
	void read(RawRow row, Column column, Map<String, @Nullable Object> values) {
		var cell = this.layout.cell(row, column);
		var spot = new Spot(row, column);
		if (cell.isBlank()) {
			blank(spot, values);
		}
		else if (cell.form() == RawCell.Form.ERROR) {
			spot.problem("the cell shows the error %s".formatted(cell.text()), "Mend the formula, or write the value itself.");
		}
		else if (Characters.hasIllegal(cell.text())) {
			spot.problem("the cell holds a control character that is no text", "Retype the cell: %s.".formatted(column.accepts()));
		}
		else {
			if (cell.formula()) {
				spot.say("formula", "a formula is read by the value that the workbook last stored for it");
			}
			understand(cell, spot, values);
		}
	}

	private void blank(Spot spot, Map<String, @Nullable Object> values) {
		var column = spot.column();
		if (column.required() && this.layout.has(column)) {
			spot.problem("the cell is blank", "Fill it: %s; %s.".formatted(column.meaning(), column.accepts()));
		}
		else if (column.ifBlank() != null) {
			switch (column.kind()) {
				case Column.Kind.YesNo _ -> values.put(column.name(), false);
				case Column.Kind.Whole _ -> values.put(column.name(), Integer.valueOf(column.ifBlank()));
				case Column.Kind.OneOf _ -> values.put(column.name(), column.ifBlank());
				case Column.Kind.Day _ -> values.put(column.name(), values.get("period_end"));
				case Column.Kind.Text _, Column.Kind.Line _, Column.Kind.Address _, Column.Kind.Domains _, Column.Kind.SomeOf _, Column.Kind.Area _,
						Column.Kind.Areas _, Column.Kind.Due _, Column.Kind.Number _, Column.Kind.Reading _, Column.Kind.Counted _ -> throw new IllegalStateException(column.name());
			}
		}
	}

	private void understand(RawCell cell, Spot spot, Map<String, @Nullable Object> values) {
		var column = spot.column();
		switch (column.kind()) {
			case Column.Kind.Text(int max) -> values.put(column.name(), text(cell, max, spot));
			case Column.Kind.Line(int max) -> values.put(column.name(), line(cell, max, spot));
			case Column.Kind.Address _ -> values.put(column.name(), address(cell.text(), spot));
			case Column.Kind.Domains _ -> values.put(column.name(), domains(cell.text(), spot));
			case Column.Kind.SomeOf(List<String> words) -> values.put(column.name(), someOf(cell.text(), words, spot));
			case Column.Kind.Area(String letters) -> values.put(column.name(), area(cell.text(), letters, spot));
			case Column.Kind.Areas _ -> values.put(column.name(), areas(cell.text(), spot));
			case Column.Kind.Day(boolean past) -> values.put(column.name(), day(cell, past, spot));
			case Column.Kind.Due(String words) -> due(cell, words, spot, values);
			case Column.Kind.Number number -> values.put(column.name(), number(cell, number, spot));
			case Column.Kind.Whole whole -> values.put(column.name(), whole(cell, whole, spot));
			case Column.Kind.YesNo _ -> values.put(column.name(), yesNo(cell.text(), spot));
			case Column.Kind.OneOf(List<String> words) -> values.put(column.name(), oneOf(cell.text(), words, spot));
			case Column.Kind.Reading _ -> reading(cell, spot, values);
			case Column.Kind.Counted _ -> values.put(column.name(), counted(cell, spot));
		}
	}

	private @Nullable String text(RawCell cell, int max, Spot spot) {
		if (cell.form() == RawCell.Form.DATE && max <= 40) {
			spot.problem("the spreadsheet has made the text a date, %s".formatted(cell.text()),
					"Format the cell as text and write it again.");
			return null;
		}
		if (cell.form() == RawCell.Form.NUMBER && max <= 40 && cell.text().contains(".")) {
			spot.say("number as text", "the number %s is read as the text '%s'; final zeros are lost unless the cell is formatted as text"
				.formatted(cell.text(), cell.text()));
		}
		if (cell.text().length() > max) {
			spot.problem("the text has %,d characters".formatted(cell.text().length()), "At most %,d fit; shorten it.".formatted(max));
			return null;
		}
		return cell.text();
	}

	private @Nullable String line(RawCell cell, int max, Spot spot) {
		if (MailAddress.hasControls(cell.text())) {
			spot.problem("the cell holds a line break or another control character", "Write one line: it may come to stand in the head of a message.");
			return null;
		}
		// Names are compared: an accent is kept in one of the two ways in which it may be written.
		return text(cell.composed(), max, spot);
	}

	private @Nullable String address(String text, Spot spot) {
		var fault = MailAddress.fault(text);
		if (fault.isPresent()) {
			spot.problem("'%s' is no e-mail address: %s".formatted(Characters.shown(text), fault.get()),
					"Write one address without a name, such as %s.".formatted(spot.column().example()));
			return null;
		}
		return MailAddress.kept(text);
	}

	private @Nullable String domains(String text, Spot spot) {
		var domains = text.toLowerCase(Locale.ROOT).strip().split("[\\s,;]+");
		for (var domain : domains) {
			if (!MailAddress.isDomain(domain)) {
				spot.problem("'%s' is no domain".formatted(Characters.shown(domain)),
						"Write what stands behind the @ of the addresses, separated by spaces, such as %s.".formatted(spot.column().example()));
				return null;
			}
		}
		return String.join(" ", domains);
	}

	private @Nullable String someOf(String text, List<String> words, Spot spot) {
		var given = text.toLowerCase(Locale.ROOT).strip().split("[\\s,;]+");
		for (var word : given) {
			if (!words.contains(word)) {
				spot.problem("'%s' is not known here".formatted(Characters.shown(word)), "Write %s.".formatted(spot.column().accepts()));
				return null;
			}
		}
		return words.stream().filter(List.of(given)::contains).collect(Collectors.joining(" "));
	}

	private @Nullable String area(String text, String letters, Spot spot) {
		var code = text.toUpperCase(Locale.ROOT);
		if (AREA.matcher(code).matches() && letters.indexOf(code.charAt(0)) >= 0) {
			return code;
		}
		spot.problem("'%s' is not an ONS code".formatted(Characters.shown(text)),
				"Write its nine characters, such as %s: %s.".formatted(spot.column().example(), spot.column().accepts()));
		return null;
	}

	private @Nullable String areas(String text, Spot spot) {
		var codes = text.toUpperCase(Locale.ROOT).strip().split("[\\s,;]+");
		for (var code : codes) {
			if (!AREA.matcher(code).matches()) {
				spot.problem("'%s' is not an ONS code".formatted(Characters.shown(code)),
						"Write codes of nine characters, separated by spaces, such as %s.".formatted(spot.column().example()));
				return null;
			}
		}
		var joined = String.join(" ", codes);
		if (joined.length() > 1000) {
			spot.problem("there are %d codes".formatted(codes.length), "At most 100 fit.");
			return null;
		}
		return joined;
	}

	private @Nullable LocalDate day(RawCell cell, boolean past, Spot spot) {
		return switch (Dates.read(cell)) {
			case Dates.Day(LocalDate day, boolean plain) -> {
				if (!plain) {
					spot.say("date", "'%s' read as %s".formatted(cell.text(), Dates.words(day)));
				}
				if (past && day.isAfter(this.today)) {
					spot.problem("%s is in the future".formatted(day), "A period that has not ended has no reading yet; today is %s."
						.formatted(this.today));
				}
				yield day;
			}
			case Dates.Month _, Dates.NoDate _ -> {
				spot.problem("'%s' is not a full date".formatted(Characters.shown(cell.text())), Dates.ACCEPTED);
				yield null;
			}
			case Dates.Fault(String found) -> {
				spot.problem(found, Dates.ACCEPTED);
				yield null;
			}
		};
	}

	private void due(RawCell cell, @Nullable String wordsColumn, Spot spot, Map<String, @Nullable Object> values) {
		String words = null;
		switch (Dates.read(cell)) {
			case Dates.Day _ -> values.put(spot.column().name(), day(cell, false, spot));
			case Dates.Month(LocalDate last) -> {
				spot.say("month", "'%s' read as %s".formatted(Characters.shown(cell.text()), Dates.words(last)));
				values.put(spot.column().name(), last);
				words = cell.text();
			}
			case Dates.NoDate _ -> {
				spot.say("no date", "'%s' read as no date".formatted(cell.text()));
				words = cell.text();
			}
			case Dates.Fault(String found) -> spot.problem(found, Dates.ACCEPTED_DUE);
		}
		if (wordsColumn != null) {
			values.put(wordsColumn, words);
		}
	}

	private @Nullable BigDecimal number(RawCell cell, Column.Kind.Number kind, Spot spot) {
		var number = plainNumber(cell, kind.percent(), spot);
		if (number == null) {
			return null;
		}
		var tooLittle = kind.least() != null && number.compareTo(BigDecimal.valueOf(kind.least())) < 0;
		var tooMuch = kind.most() != null && number.compareTo(BigDecimal.valueOf(kind.most())) > 0;
		if (tooLittle || tooMuch) {
			spot.problem("%s is out of range".formatted(number.toPlainString()), "Write %s.".formatted(spot.column().accepts()));
			return null;
		}
		return number;
	}

	private @Nullable Integer whole(RawCell cell, Column.Kind.Whole kind, Spot spot) {
		var number = plainNumber(cell, false, spot);
		if (number == null) {
			return null;
		}
		if (number.stripTrailingZeros().scale() > 0 || number.compareTo(BigDecimal.valueOf(kind.least())) < 0
				|| number.compareTo(BigDecimal.valueOf(kind.most())) > 0) {
			spot.problem("%s is out of range".formatted(number.toPlainString()), "Write %s.".formatted(spot.column().accepts()));
			return null;
		}
		return number.intValueExact();
	}

	private @Nullable BigDecimal plainNumber(RawCell cell, boolean percentWelcome, Spot spot) {
		return switch (Numbers.read(cell, percentWelcome)) {
			case Numbers.Read(BigDecimal number, String said) -> {
				if (!said.isEmpty()) {
					spot.say(said, "'%s' read as %s".formatted(cell.percent() ? "a cell shown in percent" : cell.text(),
							number.toPlainString()));
				}
				yield number;
			}
			case Numbers.Fault(String found, String remedy) -> {
				spot.problem(found, remedy);
				yield null;
			}
		};
	}

	private void reading(RawCell cell, Spot spot, Map<String, @Nullable Object> values) {
		var symbol = symbol(cell);
		if (symbol == null) {
			var number = plainNumber(cell, true, spot);
			values.put(spot.column().name(), number);
			if (number != null && Numbers.isPercentage(cell) && values.get("kpi") instanceof String kpi) {
				this.findings.percentage(kpi, spot.place());
			}
			return;
		}
		if (!symbol.equals(cell.text())) {
			spot.say("symbol " + symbol, "'%s' kept as the symbol %s".formatted(cell.text(), symbol));
		}
		values.put("symbol", symbol);
	}

	private @Nullable BigDecimal counted(RawCell cell, Spot spot) {
		if (symbol(cell) != null) {
			spot.say("symbol left out", "the symbol '%s' read as blank".formatted(cell.text()));
			return null;
		}
		var number = plainNumber(cell, false, spot);
		if (number != null && number.signum() < 0) {
			spot.problem("%s is negative".formatted(number.toPlainString()), "A count is 0 or more.");
			return null;
		}
		return number;
	}

	private static @Nullable String symbol(RawCell cell) {
		var text = cell.text().toLowerCase(Locale.ROOT);
		return SYMBOLS.contains(text) ? text : OLD_SYMBOLS.get(text);
	}

	private @Nullable Boolean yesNo(String text, Spot spot) {
		var letter = text.replace('\u03a5', 'Y').replace('\u03c5', 'y').replace('\u0423', 'Y').replace('\u0443', 'y');
		if (!letter.equals(text)) {
			spot.say("foreign Y", "'%s' holds a letter that only looks like Y (%s); it is read as Y".formatted(text,
					Character.getName(text.codePointAt(0))));
		}
		var word = letter.toLowerCase(Locale.ROOT);
		if (YES.contains(word) || NO.contains(word)) {
			return YES.contains(word);
		}
		spot.problem("'%s' is neither yes nor no".formatted(Characters.shown(text)), "Write yes or no (Y, N, true, false, 1 and 0 do too).");
		return null;
	}

	private @Nullable String oneOf(String text, List<String> words, Spot spot) {
		var folded = Characters.folded(text).replace(",", "");
		for (var word : words) {
			if (Characters.folded(word).replace(",", "").equals(folded)) {
				return word;
			}
		}
		var suggestion = Characters.suggestion(text, words, "word");
		spot.problem("'%s' is not known here".formatted(Characters.shown(text)),
				suggestion.startsWith("Did") ? suggestion + " Accepted: " + String.join(", ", words) + "." : "Write " + spot.column().accepts() + ".");
		return null;
	}

	/// A cell's place, for what there is to say of it.
	private final class Spot {

		private final RawRow row;

		private final Column column;

		private Spot(RawRow row, Column column) {
			this.row = row;
			this.column = column;
		}

		private Column column() {
			return this.column;
		}

		private Place place() {
			return CellReader.this.layout.place(this.row.row(), this.row.line(), this.column.name());
		}

		private void problem(String found, String remedy) {
			CellReader.this.findings.problem(place(), found, remedy);
		}

		private void say(String topic, String words) {
			CellReader.this.findings.say(CellReader.this.layout.table() + this.column.name() + topic, place(), words);
		}

	}

}

package org.packhorse.writer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.CellReference;
import org.w3c.dom.Element;

import static org.packhorse.writer.OfficeFile.all;

/// What Excel asks of a workbook beyond the schema; where it finds otherwise it offers to repair the file.
final class WorkbookRules {

	private final OfficeFile file;

	private final List<String> faults = new ArrayList<>();

	private final List<String> strings;

	private final Map<String, String> sheets = new HashMap<>();

	private int uses;

	private WorkbookRules(OfficeFile file) {
		this.file = file;
		this.strings = file.below("xl/sharedStrings.xml").isEmpty() ? List.of()
				: all(file.root("xl/sharedStrings.xml"), "si").map(Element::getTextContent).toList();
	}

	static List<String> faults(OfficeFile file) {
		var rules = new WorkbookRules(file);
		rules.sheetNames();
		rules.sheets.forEach((name, part) -> rules.sheet(part));
		rules.sharedStrings();
		rules.tables();
		rules.definedNames();
		rules.charts();
		return rules.faults;
	}

	private void unless(boolean good, String place, String words) {
		if (!good) {
			this.faults.add(place + ": " + words);
		}
	}

	private void sheetNames() {
		var parts = this.file.related("xl/workbook.xml", "worksheet");
		var ids = new HashSet<String>();
		var lower = new HashSet<String>();
		all(this.file.root("xl/workbook.xml"), "sheet").forEach(sheet -> {
			var name = sheet.getAttribute("name");
			unless(!name.isBlank() && name.length() <= 31 && !name.matches(".*[\\[\\]:*?/\\\\].*") && !name.startsWith("'") && !name.endsWith("'")
					&& !name.equalsIgnoreCase("History"), name, "is no name for a sheet");
			unless(lower.add(name.toLowerCase(Locale.ROOT)), name, "two sheets have this name");
			unless(ids.add(sheet.getAttribute("sheetId")), name, "two sheets have its number");
			this.sheets.put(name, parts.get(OfficeFile.relation(sheet)));
		});
	}

	/// Rows and cells in order, words and styles that exist, links that lead somewhere.
	private void sheet(String part) {
		var root = this.file.root(part);
		int styles = (int) all(all(this.file.root("xl/styles.xml"), "cellXfs").findFirst().orElseThrow(), "xf").count();
		int lastRow = 0;
		for (Element row : all(root, "row").toList()) {
			int number = Integer.parseInt(row.getAttribute("r"));
			unless(number > lastRow, part, "row " + number + " is out of order");
			unless(row.getAttribute("ht").isEmpty() || Double.parseDouble(row.getAttribute("ht")) <= 409, part, "row " + number + " is too high");
			lastRow = number;
			int lastColumn = -1;
			for (Element cell : all(row, "c").toList()) {
				var at = new CellReference(cell.getAttribute("r"));
				unless(at.getRow() + 1 == number && at.getCol() > lastColumn, part, cell.getAttribute("r") + " is out of order");
				lastColumn = at.getCol();
				unless(cell.getAttribute("s").isEmpty() || Integer.parseInt(cell.getAttribute("s")) < styles, part, cell.getAttribute("r") + " has no style");
				if (cell.getAttribute("t").equals("s")) {
					this.uses++;
					unless(Integer.parseInt(cell.getTextContent()) < this.strings.size(), part, cell.getAttribute("r") + " has no words");
				}
				else {
					unless(cell.getTextContent().isEmpty() || cell.getTextContent().matches("-?\\d+(\\.\\d+)?([eE]-?\\d+)?"), part,
							cell.getAttribute("r") + " is no number");
				}
			}
		}
		all(root, "hyperlink").filter(link -> !link.getAttribute("location").isEmpty())
			.forEach(link -> reference(part, link.getAttribute("location")));
		all(root, "mergeCell").forEach(merged -> unless(false, part, "cells " + merged.getAttribute("ref") + " are merged"));
		all(root, "autoFilter").forEach(filter -> unless(false, part, "a sheet with a table has a filter of its own"));
	}

	/// A place in the workbook: a cell of a sheet or a defined name.
	private void reference(String from, String place) {
		int mark = place.lastIndexOf('!');
		var names = all(this.file.root("xl/workbook.xml"), "definedName").map(name -> name.getAttribute("name")).toList();
		var sheet = mark < 0 ? "" : place.substring(0, mark).replaceAll("^'|'$", "").replace("''", "'");
		unless(mark < 0 ? names.contains(place) : this.sheets.containsKey(sheet), from, "leads to " + place + ", which is not there");
		if (mark >= 0) {
			for (String corner : place.substring(mark + 1).split(":")) {
				unless(corner.replace("$", "").matches("[A-Z]{1,3}\\d{1,7}|\\d{1,7}|[A-Z]{1,3}"), from, place + " is no place");
			}
		}
	}

	private void sharedStrings() {
		if (this.strings.isEmpty()) {
			return;
		}
		var root = this.file.root("xl/sharedStrings.xml");
		unless(root.getAttribute("count").equals(String.valueOf(this.uses)), "shared strings", "used " + this.uses + " times, not " + root.getAttribute("count"));
		unless(root.getAttribute("uniqueCount").equals(String.valueOf(this.strings.size())), "shared strings", "are " + this.strings.size());
		this.strings.forEach(words -> unless(words.length() <= 32_767, "shared strings", words.length() + " characters in one cell"));
	}

	/// Tables: names and numbers of their own, columns named as their heading cells are, each name once.
	private void tables() {
		var names = new HashSet<String>();
		var ids = new HashSet<String>();
		all(this.file.root("xl/workbook.xml"), "definedName").forEach(name -> names.add(name.getAttribute("name").toLowerCase(Locale.ROOT)));
		this.sheets.forEach((sheet, part) -> {
			var tables = this.file.related(part, "table");
			unless(all(this.file.root(part), "tablePart").map(OfficeFile::relation).toList().equals(List.copyOf(tables.keySet())), sheet,
					"names other tables than it has");
			for (String name : tables.values()) {
				var table = this.file.root(name);
				unless(ids.add(table.getAttribute("id")), name, "has another table's number");
				unless(names.add(table.getAttribute("displayName").toLowerCase(Locale.ROOT)), name, "has another's name: " + table.getAttribute("displayName"));
				unless(table.getAttribute("displayName").matches("[\\p{L}_\\\\][\\p{L}\\p{N}\\p{M}_.\\\\]{0,254}")
						&& !table.getAttribute("displayName").matches("(?i)[a-z]{1,3}\\d{1,7}|r|c|r\\d*c\\d*"), name, "has no name for a table");
				columns(part, name, table);
			}
		});
	}

	private void columns(String part, String name, Element table) {
		var area = new AreaReference(table.getAttribute("ref"), SpreadsheetVersion.EXCEL2007);
		var columns = all(table, "tableColumn").map(column -> column.getAttribute("name")).toList();
		int width = area.getLastCell().getCol() - area.getFirstCell().getCol() + 1;
		unless(columns.size() == width, name, "has " + columns.size() + " columns over " + width);
		unless(columns.stream().map(column -> column.toLowerCase(Locale.ROOT)).distinct().count() == columns.size(), name, "names a column twice");
		unless(area.getLastCell().getRow() > area.getFirstCell().getRow(), name, "has no row");
		var cells = all(this.file.root(part), "c").collect(Collectors.toMap(cell -> cell.getAttribute("r"), Function.identity(), (first, _) -> first));
		var headings = new ArrayList<String>();
		for (int i = 0; i < width; i++) {
			headings.add(words(cells.get(new CellReference(area.getFirstCell().getRow(), area.getFirstCell().getCol() + i).formatAsString())));
		}
		unless(headings.equals(columns), name, "columns " + columns + " have the headings " + headings);
		all(table, "autoFilter").forEach(filter -> unless(filter.getAttribute("ref").equals(table.getAttribute("ref")), name, "filters another area"));
	}

	private String words(Element cell) {
		return cell == null ? "(no cell)" : cell.getAttribute("t").equals("s") ? this.strings.get(Integer.parseInt(cell.getTextContent())) : cell.getTextContent();
	}

	private void definedNames() {
		all(this.file.root("xl/workbook.xml"), "definedName").forEach(name -> {
			var words = name.getTextContent();
			for (String place : words.split(",(?=(?:[^']*'[^']*')*[^']*$)")) {
				reference("defined name " + name.getAttribute("name"), place);
			}
			var sheet = name.getAttribute("localSheetId");
			unless(sheet.isEmpty() || Integer.parseInt(sheet) < this.sheets.size(), "defined name " + name.getAttribute("name"), "is of no sheet");
		});
	}

	private void charts() {
		for (String chart : this.file.below("xl/charts/")) {
			all(this.file.root(chart), "f").forEach(formula -> reference(chart, formula.getTextContent()));
		}
	}

}

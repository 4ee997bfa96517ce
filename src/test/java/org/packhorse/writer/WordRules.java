package org.packhorse.writer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.w3c.dom.Element;

import static org.packhorse.writer.OfficeFile.all;

/// What Word asks of a document beyond the schema; where it finds otherwise it offers to repair the file, or shows less than is there.
final class WordRules {

	private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

	private final OfficeFile file;

	private final List<String> faults = new ArrayList<>();

	private WordRules(OfficeFile file) {
		this.file = file;
	}

	static List<String> faults(OfficeFile file) {
		var rules = new WordRules(file);
		rules.drawings();
		rules.bookmarks();
		rules.tables();
		rules.styles();
		rules.numbers();
		rules.links();
		return rules.faults;
	}

	private void unless(boolean good, String words) {
		if (!good) {
			this.faults.add(words);
		}
	}

	private Element body() {
		return this.file.root("word/document.xml");
	}

	private static String value(Element element, String name) {
		return element.getAttributeNS(W, name);
	}

	private void drawings() {
		var ids = new HashSet<String>();
		for (String part : this.file.below("word/")) {
			all(this.file.root(part), "docPr").forEach(drawing -> {
				unless(ids.add(drawing.getAttribute("id")), part + ": two drawings are number " + drawing.getAttribute("id"));
				unless(!drawing.getAttribute("descr").isBlank(), part + ": a drawing has no text alternative");
			});
		}
	}

	private void bookmarks() {
		var starts = all(body(), "bookmarkStart").toList();
		var ids = starts.stream().map(mark -> value(mark, "id")).toList();
		var names = starts.stream().map(mark -> value(mark, "name")).toList();
		unless(new HashSet<>(ids).size() == ids.size(), "two bookmarks have one number");
		unless(new HashSet<>(names).size() == names.size(), "two bookmarks have one name");
		names.forEach(name -> unless(name.matches("[\\p{L}_][\\p{L}\\p{N}_]{0,39}"), "'" + name + "' is no name for a bookmark"));
		unless(all(body(), "bookmarkEnd").map(mark -> value(mark, "id")).sorted().toList().equals(ids.stream().sorted().toList()), "a bookmark stays open");
	}

	/// The columns of a table fill its width, every row has a cell for each, and every cell ends in a paragraph.
	private void tables() {
		all(body(), "tbl").forEach(table -> {
			int width = all(table, "tblW").findFirst().map(each -> Integer.parseInt(value(each, "w"))).orElseThrow();
			var columns = all(table, "gridCol").map(column -> Integer.parseInt(value(column, "w"))).toList();
			unless(columns.stream().mapToInt(Integer::intValue).sum() == width, "columns of " + columns + " do not fill " + width);
			unless(columns.stream().allMatch(column -> column > 0), "a column has no width: " + columns);
			all(table, "tr").forEach(row -> unless(all(row, "tc").mapToInt(WordRules::columns).sum() == columns.size(),
					"a row has other cells than the table has columns"));
		});
		all(body(), "tc").forEach(cell -> unless(cell.getLastChild().getLocalName().equals("p"), "a cell does not end in a paragraph"));
	}

	private static int columns(Element cell) {
		return all(cell, "gridSpan").findFirst().map(span -> Integer.parseInt(value(span, "val"))).orElse(1);
	}

	/// Every style that is named is there, and every style that it leans on.
	private void styles() {
		var styles = this.file.root("word/styles.xml");
		var ids = all(styles, "style").map(style -> value(style, "styleId")).toList();
		unless(new HashSet<>(ids).size() == ids.size(), "two styles have one id");
		var named = new HashSet<String>();
		for (String part : this.file.below("word/")) {
			all(this.file.root(part)).filter(each -> Set.of("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link").contains(each.getLocalName()))
				.filter(each -> W.equals(each.getNamespaceURI()))
				.forEach(each -> named.add(value(each, "val")));
		}
		named.stream().filter(name -> !ids.contains(name)).forEach(name -> unless(false, "no style has the id " + name));
	}

	private void numbers() {
		var numbering = this.file.root("word/numbering.xml");
		var lists = all(numbering, "num").map(list -> value(list, "numId")).collect(Collectors.toSet());
		var shapes = all(numbering, "abstractNum").map(shape -> value(shape, "abstractNumId")).toList();
		all(numbering, "num").flatMap(list -> all(list, "abstractNumId"))
			.forEach(shape -> unless(shapes.contains(value(shape, "val")), "a list has no shape"));
		for (String part : List.of("word/document.xml", "word/styles.xml")) {
			all(this.file.root(part), "numId").map(list -> value(list, "val"))
				.forEach(list -> unless(list.equals("0") || lists.contains(list), part + ": there is no list " + list));
		}
	}

	private void links() {
		var names = all(body(), "bookmarkStart").map(mark -> value(mark, "name")).collect(Collectors.toSet());
		all(body(), "hyperlink").map(link -> value(link, "anchor")).filter(anchor -> !anchor.isEmpty())
			.forEach(anchor -> unless(names.contains(anchor), "a link leads to " + anchor + ", which is not there"));
	}

}

package org.packhorse.writer.excel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.packhorse.document.Block;
import org.packhorse.document.Block.Section;
import org.packhorse.document.Block.Table;
import org.packhorse.document.PackDocument;
import org.packhorse.document.Position;

/// Shares the tree out among sheets: the cover, the contents, then for each top-level section a sheet for its words and
/// one for each of its tables, and last the figures behind the charts.
final class BookLayout {

	static final String BACK = "Back to the contents";

	static final Goal.Place CONTENTS = new Goal.Place("Contents", 1);

	private final HouseStyles house;

	private final Unshown unshown;

	private final CellWords words;

	private final Names sheetNames = new Names();

	private final TableSheets tableSheets;

	private final ChartData chartData;

	private final List<Sheet> sheets = new ArrayList<>();

	private final Map<String, Goal.Place> sections = new HashMap<>();

	BookLayout(HouseStyles house, Unshown unshown) {
		this.house = house;
		this.unshown = unshown;
		this.words = new CellWords(unshown);
		var tableNames = new Names();
		tableNames.table(CONTENTS.sheet());
		this.chartData = new ChartData(house, this.words, tableNames);
		this.tableSheets = new TableSheets(house, this.words, tableNames, this.chartData, unshown);
	}

	/// All sheets in their order, and where each section of the pack is found.
	record Book(List<Sheet> sheets, Map<String, Goal.Place> sections) {
	}

	/// Lays the document out.
	Book lay(PackDocument document) {
		var front = new FrontSheets(this.house, this.words, document.cover());
		List.of(FrontSheets.COVER, CONTENTS.sheet(), ChartData.NAME).forEach(this.sheetNames::sheet);
		var loose = new ArrayList<Block>();
		for (Block block : document.blocks()) {
			if (block instanceof Section section) {
				loose(loose);
				section(section);
			}
			else {
				loose.add(block);
			}
		}
		loose(loose);
		if (!this.chartData.isEmpty()) {
			this.sheets.add(this.chartData.sheet());
		}
		this.sheets.addFirst(front.contents(this.sheets));
		this.sheets.addFirst(front.cover());
		return new Book(List.copyOf(this.sheets), Map.copyOf(this.sections));
	}

	/// A section's heading as it is printed: number, space, title.
	static String heading(Section section) {
		return section.number().isBlank() ? section.title() : section.number() + " " + section.title();
	}

	private void section(Section section) {
		var heading = heading(section);
		var sheet = needsWords(section) ? new WordsSheet(this, this.sheetNames.sheet(heading), heading) : null;
		fill(sheet, section.at(), () -> walk(sheet, section, 1));
	}

	// Blocks that stand outside of any section share a sheet.
	private void loose(List<Block> blocks) {
		if (blocks.isEmpty()) {
			return;
		}
		var heading = this.sheets.isEmpty() ? "Introduction" : "Further words";
		var sheet = blocks.stream().anyMatch(BookLayout::isWords) ? new WordsSheet(this, this.sheetNames.sheet(heading), heading) : null;
		fill(sheet, blocks.getFirst().at(), () -> blocks.forEach(block -> block(sheet, null, block, 1)));
		blocks.clear();
	}

	// The words' sheet comes before the sheets of its tables, though it is complete only after them.
	private void fill(@Nullable WordsSheet sheet, Position at, Runnable walk) {
		int place = this.sheets.size();
		if (sheet != null) {
			sheet.start(at);
		}
		walk.run();
		if (sheet != null) {
			this.sheets.add(place, sheet.sheet());
		}
	}

	private void walk(@Nullable WordsSheet sheet, Section section, int depth) {
		int firstTable = this.sheets.size();
		if (sheet != null) {
			this.sections.put(section.id(), new Goal.Place(sheet.name(), depth == 1 ? 1 : sheet.heading(section, depth)));
		}
		section.blocks().forEach(block -> block(sheet, section, block, depth));
		if (sheet == null) {
			this.sections.put(section.id(), new Goal.Place(this.sheets.get(firstTable).name(), 1));
		}
	}

	private void block(@Nullable WordsSheet sheet, @Nullable Section in, Block block, int depth) {
		switch (block) {
			case Section section -> walk(sheet, section, depth + 1);
			case Table table -> table(sheet, in, table);
			case Block.FormTable form -> table(sheet, in, PlainTables.of(form));
			case Block.Ticks ticks -> table(sheet, in, PlainTables.of(ticks));
			case Block.Scorecard scorecard -> {
				if (sheet != null) {
					sheet.scorecard(scorecard);
				}
				table(sheet, in, PlainTables.of(scorecard));
			}
			case Block.PageBreak pageBreak -> this.unshown.add(pageBreak.at(), "page break",
					"a workbook has sheets instead: every table and every section's words start on one of their own");
			case Block.Paragraph _, Block.Bullets _, Block.Numbered _, Block.Callout _, Block.Chart _, Block.Picture _ -> words(sheet, block);
		}
	}

	private static void words(@Nullable WordsSheet sheet, Block block) {
		if (sheet == null) {
			throw new IllegalStateException("a section with words has no sheet for them: " + block.at());
		}
		sheet.words(block);
	}

	private void table(@Nullable WordsSheet sheet, @Nullable Section in, Table table) {
		var name = this.sheetNames.sheet(table.caption());
		if (sheet != null) {
			sheet.pointer(table, name);
		}
		this.sheets.add(this.tableSheets.sheet(name, table, in, sheet != null));
	}

	// A section of nothing but tables needs no sheet of its own: its heading stands on each table's sheet.
	private static boolean needsWords(Section section) {
		return section.blocks().stream().allMatch(block -> block instanceof Block.PageBreak)
				|| section.blocks().stream().anyMatch(block -> isWords(block) || block instanceof Section inner && needsWords(inner));
	}

	private static boolean isWords(Block block) {
		return switch (block) {
			case Block.Paragraph _, Block.Bullets _, Block.Numbered _, Block.Callout _, Block.Chart _, Block.Picture _ -> true;
			case Section _, Table _, Block.FormTable _, Block.Ticks _, Block.Scorecard _, Block.PageBreak _ -> false;
		};
	}

	HouseStyles house() {
		return this.house;
	}

	CellWords words() {
		return this.words;
	}

	ChartData chartData() {
		return this.chartData;
	}

	Unshown unshown() {
		return this.unshown;
	}

}

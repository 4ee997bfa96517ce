/// The back room that writes Excel workbooks (xlsx).
///
/// [ExcelPackWriter] is the door. `BookLayout` shares the tree out among sheets of lines of entries (`WordsSheet`,
/// `TableSheets`, `ChartData`, `FrontSheets`); `Binding` then writes part by part, each by the class named after it
/// (`SheetXml`, `ChartXml`, …), into the zip that `Parts` is. `HouseStyles` says how things look, `StyleSheet` numbers the
/// looks. No library writes.
///
/// [ExcelPackReader] is the door for reading back, with POI: `BookReading` goes through the sheets, `BookShown` says what a workbook
/// shows of a pack and where.
@NullMarked
package org.packhorse.writer.excel;

import org.jspecify.annotations.NullMarked;

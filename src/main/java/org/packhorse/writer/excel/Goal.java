package org.packhorse.writer.excel;

import org.packhorse.document.Position;

/// Where a cell's link leads.
sealed interface Goal {

	/// A page on the web or a mail address.
	record Web(String address) implements Goal {
	}

	/// A section of this pack, found once all sheets are laid out.
	record ToSection(Position from, String id) implements Goal {
	}

	/// A cell of this workbook.
	record Place(String sheet, int row) implements Goal {

		/// The place as a formula would name it.
		String reference() {
			return References.sheet(this.sheet) + "!A" + this.row;
		}

	}

}

package org.packhorse.writer.excel;

import java.util.List;

/// Words of one cell, in runs of one strength each.
record Rich(List<Run> runs) {

	/// Words of one strength.
	record Run(String text, boolean bold, boolean italic) {

		boolean plain() {
			return !this.bold && !this.italic;
		}

	}

	/// Words without any stress.
	static Rich plain(String text) {
		return new Rich(List.of(new Run(text, false, false)));
	}

	/// Whether all words are of the cell's own strength.
	boolean isPlain() {
		return this.runs.size() == 1 && this.runs.getFirst().plain();
	}

}

package org.packhorse.writer;

import org.packhorse.document.Position;

/// Something of the tree that a format could not show, for the run log.
///
/// @param at where it was written
/// @param format the format that could not show it
/// @param what what it is, such as "page break"
/// @param why the reason, in words for the reader of a run log
public record NotRendered(Position at, PackFormat format, String what, String why) {

	/// The same in words, with the place where one is known.
	public String words() {
		return "%s cannot show %s%s: %s".formatted(this.format.title(), this.what, this.at.file().isEmpty() ? "" : " (" + this.at + ")", this.why);
	}

}

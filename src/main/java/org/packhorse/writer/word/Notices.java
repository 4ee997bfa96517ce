package org.packhorse.writer.word;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.packhorse.document.Position;
import org.packhorse.writer.NotRendered;
import org.packhorse.writer.PackFormat;

/// What a Word file could not show, each thing once, with the block that is being written as its place.
final class Notices {

	private final Set<NotRendered> notices = new LinkedHashSet<>();

	private Position at = Position.NONE;

	/// From now on, this is the place.
	void at(Position at) {
		this.at = at;
	}

	/// Something at this place is not shown as it was meant.
	void add(String what, String why) {
		this.notices.add(new NotRendered(this.at, PackFormat.DOCX, what, why));
	}

	List<NotRendered> list() {
		return List.copyOf(this.notices);
	}

}

package org.packhorse.writer.excel;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.packhorse.document.Position;
import org.packhorse.writer.NotRendered;
import org.packhorse.writer.PackFormat;

/// Collects what Excel cannot show; the same thing at the same place is said once.
final class Unshown {

	private final Set<NotRendered> found = new LinkedHashSet<>();

	void add(Position at, String what, String why) {
		this.found.add(new NotRendered(at, PackFormat.XLSX, what, why));
	}

	List<NotRendered> all() {
		return List.copyOf(this.found);
	}

}

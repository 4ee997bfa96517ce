package org.packhorse.writer.html;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.packhorse.document.Block;
import org.packhorse.document.Block.Section;

/// The ids of the page: the sections' own, and those that captions and headings need. The page's own start with an underscore,
/// so that a section may have any id without meeting one of them.
final class Anchors {

	private final Map<Section, String> sections = new IdentityHashMap<>();

	private final Map<String, String> targets = new HashMap<>();

	private final Set<String> taken = new HashSet<>();

	private int made;

	Anchors(List<Block> blocks) {
		gather(blocks);
	}

	private void gather(List<Block> blocks) {
		for (Block block : blocks) {
			if (block instanceof Section section) {
				var id = free(section.id().strip().replaceAll("\\s+", "-").replaceFirst("^_", "-"));
				this.sections.put(section, id);
				this.targets.putIfAbsent(section.id(), id);
				gather(section.blocks());
			}
		}
	}

	private String free(String wanted) {
		var id = wanted;
		for (int n = 2; !this.taken.add(id); n++) {
			id = wanted + "-" + n;
		}
		return id;
	}

	/// The id of a section on the page.
	String of(Section section) {
		return this.sections.get(section);
	}

	/// Where a link to this section id goes, or null when no section has it.
	@Nullable String target(String sectionId) {
		return this.targets.get(sectionId);
	}

	/// A new id for something of the page's own.
	String next(String what) {
		return "_" + what + "-" + ++this.made;
	}

}

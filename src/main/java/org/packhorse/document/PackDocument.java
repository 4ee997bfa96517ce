package org.packhorse.document;

import java.util.List;

/// A whole pack, as every writer reads it.
public record PackDocument(Cover cover, List<Block> blocks) {

	public PackDocument {
		blocks = List.copyOf(blocks);
	}

}

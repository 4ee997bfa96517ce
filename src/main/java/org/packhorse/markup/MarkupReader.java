package org.packhorse.markup;

import java.io.Reader;

/// Reads pack markup into the tree.
public final class MarkupReader {

	/// Reads the whole markup; `file` is what positions say where an element has no `at` of its own.
	public MarkupResult read(String file, Reader markup, PictureSource pictures) {
		throw new UnsupportedOperationException();
	}

}

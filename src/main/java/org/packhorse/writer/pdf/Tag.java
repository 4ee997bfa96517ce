package org.packhorse.writer.pdf;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.PdfName;

/// One tag of the structure tree: its role, what it says of itself, and what stands in it in reading order.
final class Tag implements Kid {

	private final int object;

	private final @Nullable Tag parent;

	private final PdfName role;

	private final List<Kid> kids = new ArrayList<>(1);

	private String attributes = "";

	/// A tag that is written as the object of this number.
	Tag(int object, @Nullable Tag parent, PdfName role) {
		this.object = object;
		this.parent = parent;
		this.role = role;
		if (parent != null) {
			parent.kids.add(this);
		}
	}

	int object() {
		return this.object;
	}

	@Nullable Tag parent() {
		return this.parent;
	}

	PdfName role() {
		return this.role;
	}

	List<Kid> kids() {
		return this.kids;
	}

	/// Entries of its dictionary beside role, parent and kids, as PDF syntax.
	String attributes() {
		return this.attributes;
	}

	void add(Kid kid) {
		this.kids.add(kid);
	}

	void say(String attributes) {
		this.attributes += attributes;
	}

}

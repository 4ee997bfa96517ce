package org.packhorse.writer.pdf;

/// What stands in a tag: another tag, content on a page, or the area of a link.
sealed interface Kid permits Tag, Kid.Marked, Kid.Linked {

	/// Marked content of a page, by the page's number from 1 and the content's number on it.
	record Marked(int page, int number) implements Kid {
	}

	/// The area of a link on a page, by the number of its annotation's object.
	record Linked(int annotation, int page) implements Kid {
	}

}

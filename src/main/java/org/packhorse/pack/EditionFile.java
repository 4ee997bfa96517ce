package org.packhorse.pack;

/// A file of a published edition as somebody gets it: as it was published, or not at all.
public sealed interface EditionFile {

	/// The file as it was published.
	record Whole(String name, String mediaType, byte[] bytes) implements EditionFile {
	}

	/// Why it is not handed out, in a sentence for whoever asked.
	record Refused(String why) implements EditionFile {
	}

}

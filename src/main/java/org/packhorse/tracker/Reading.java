package org.packhorse.tracker;

import java.io.IOException;
import java.nio.file.Path;

/// How files are read: by this process, which is quickest, or each by a process of its own, which a hostile file may kill.
public abstract sealed class Reading permits ReadingHere, ReadingApart {

	/// By this process: for files of those who can start it.
	public static Reading here() {
		return new ReadingHere();
	}

	/// By processes of their own, within limits: for files that somebody sent.
	///
	/// @param work a folder for what those processes put down while they read; nothing of it stays
	public static Reading apart(ReadingLimits limits, Path work) {
		return new ReadingApart(limits, work);
	}

	/// Opens a file; the sheets follow one by one.
	abstract RawFile open(ImportFile file, RawFile.Unusual unusual) throws IOException, UnreadableFile;

}

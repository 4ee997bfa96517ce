package org.packhorse.tracker;

import java.io.IOException;

/// Reads files in this process.
final class ReadingHere extends Reading {

	@Override
	RawFile open(ImportFile file, RawFile.Unusual unusual) throws IOException, UnreadableFile {
		return OpenedFile.open(file, PackageScan.MOST_UNPACKED, unusual);
	}

}

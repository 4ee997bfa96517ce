package org.packhorse.tracker;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/// The sheets of one file, read one after the other.
interface RawFile extends AutoCloseable {

	/// The next sheet, or null after the last. The one before it is done with.
	@Nullable RawSheet next() throws IOException, UnreadableFile;

	@Override
	void close() throws IOException;

	/// Hears what is unusual about a file as a whole.
	@FunctionalInterface
	interface Unusual {

		void say(String topic, String words);

	}

}

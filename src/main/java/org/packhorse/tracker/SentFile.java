package org.packhorse.tracker;

import java.io.IOException;
import java.io.InputStream;

/// A file that comes with a request.
///
/// @param name what the sender calls it; never taken as a path
public record SentFile(String name, Bytes bytes) {

	/// Where its bytes come from.
	@FunctionalInterface
	public interface Bytes {

		/// The bytes from their beginning.
		InputStream open() throws IOException;

	}

}

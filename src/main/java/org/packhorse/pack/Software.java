package org.packhorse.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/// What made an edition: the same snapshot under the same software gives the same bytes.
public final class Software {

	private static final String NAME = name();

	private Software() {
	}

	/// Version and build of Packhorse and the Java that ran it, such as "Packhorse 0.1.0 (3f2a…), Java 25.0.3+9".
	public static String current() {
		return NAME;
	}

	private static String name() {
		var build = new Properties();
		try (var in = Software.class.getResourceAsStream("/packhorse-build.properties")) {
			build.load(in);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return "Packhorse %s (%s), Java %s".formatted(build.getProperty("version"), build.getProperty("build"), Runtime.version());
	}

}

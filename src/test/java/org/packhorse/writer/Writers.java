package org.packhorse.writer;

import java.util.EnumMap;
import java.util.Map;

import org.packhorse.OneScanAtATime;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/// The writers as the application wires them, one a format, for all tests.
public final class Writers {

	private static final Map<PackFormat, PackWriter> ALL = OneScanAtATime.locked(Writers::found);

	private Writers() {
	}

	public static Map<PackFormat, PackWriter> all() {
		return ALL;
	}

	/// The writer of a format.
	public static PackWriter of(PackFormat format) {
		return ALL.get(format);
	}

	private static Map<PackFormat, PackWriter> found() {
		var writers = new EnumMap<PackFormat, PackWriter>(PackFormat.class);
		try (var rooms = new AnnotationConfigApplicationContext("org.packhorse.writer")) {
			rooms.getBeansOfType(PackWriter.class).values().forEach(writer -> writers.put(writer.format(), writer));
		}
		return writers;
	}

}

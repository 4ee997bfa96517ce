package org.packhorse.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The CPU time of this process: of all its threads, those that have ended among them, and of the JVM's own threads apart.
/// Templates are filled in a thread of their own, which is gone when they are filled, so the time of the work is what is
/// left when the compilers' and the collector's threads are taken away. Java's own reading goes in steps of ten milliseconds.
public final class ProcessClock {

	/// CLOCK_PROCESS_CPUTIME_ID.
	private static final int PROCESS = System.getProperty("os.name").startsWith("Mac") ? 12 : 2;

	private final MethodHandle read = Linker.nativeLinker()
		.downcallHandle(Linker.nativeLinker().defaultLookup().findOrThrow("clock_gettime"),
				FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));

	private final MemorySegment time = Arena.global().allocate(ValueLayout.JAVA_LONG, 2);

	private final List<Integer> compilers = threads("C1 Compiler", "C2 Compiler");

	private final List<Integer> collectors = threads("VM Thread", "GC Thread", "G1 ");

	/// CPU time so far in nanoseconds: of all threads, and of it what the compilers and the collector took.
	public record Reading(long all, long compiling, long collecting) {
	}

	/// Whether the JVM's own threads can be told apart; that needs /proc.
	boolean tellsThreadsApart() {
		return !this.compilers.isEmpty() && !this.collectors.isEmpty();
	}

	public Reading reading() {
		return new Reading(nanoseconds(PROCESS), this.compilers.stream().mapToLong(this::nanoseconds).sum(),
				this.collectors.stream().mapToLong(this::nanoseconds).sum());
	}

	/// The clocks of the threads with such names; Linux makes a thread's clock out of its number.
	private static List<Integer> threads(String... names) {
		var tasks = Path.of("/proc/self/task");
		if (!Files.isDirectory(tasks)) {
			return List.of();
		}
		try (var all = Files.list(tasks)) {
			return all.filter(task -> List.of(names).stream().anyMatch(name(task)::startsWith))
				.map(task -> ~Integer.parseInt(task.getFileName().toString()) << 3 | 6)
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String name(Path task) {
		try {
			return Files.readString(task.resolve("comm"));
		}
		catch (IOException _) {
			// The thread has ended meanwhile.
			return "";
		}
	}

	private long nanoseconds(int clock) {
		try {
			int failed = (int) this.read.invokeExact(clock, this.time);
			if (failed != 0) {
				throw new IllegalStateException("this system has no clock of a process's or a thread's CPU time");
			}
		}
		catch (RuntimeException | Error ex) {
			throw ex;
		}
		catch (Throwable ex) {
			throw new IllegalStateException(ex);
		}
		return this.time.getAtIndex(ValueLayout.JAVA_LONG, 0) * 1_000_000_000 + this.time.getAtIndex(ValueLayout.JAVA_LONG, 1);
	}

}

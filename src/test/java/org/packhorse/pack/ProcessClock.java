package org.packhorse.pack;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// The CPU time of all threads of this process, those that have ended among them. Java's own reading of it goes in steps
/// of ten milliseconds; templates are filled in a thread of their own, so one thread's time is not enough.
final class ProcessClock {

	/// CLOCK_PROCESS_CPUTIME_ID.
	private static final int ID = System.getProperty("os.name").startsWith("Mac") ? 12 : 2;

	private final MethodHandle read = Linker.nativeLinker()
		.downcallHandle(Linker.nativeLinker().defaultLookup().findOrThrow("clock_gettime"),
				FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));

	private final MemorySegment time = Arena.global().allocate(ValueLayout.JAVA_LONG, 2);

	long nanoseconds() {
		try {
			int failed = (int) this.read.invokeExact(ID, this.time);
			if (failed != 0) {
				throw new IllegalStateException("this system has no clock of a process's CPU time");
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

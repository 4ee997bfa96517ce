package org.packhorse.national;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;

import com.sun.management.OperatingSystemMXBean;

/// What a stretch of work costs: clock, CPU of the whole process (compiling and collecting among it) and the heap's peak.
final class Spent {

	private static final OperatingSystemMXBean PROCESS = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

	private final long clock = System.nanoTime();

	private final long cpu = PROCESS.getProcessCpuTime();

	Spent() {
		ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
	}

	/// The packs made since then.
	void print(int packs) {
		double seconds = (System.nanoTime() - this.clock) / 1e9;
		System.out.printf("%d packs in %.1f s: %.1f packs a minute, %.2f CPU seconds a pack, %d MB of heap at most%n", packs, seconds, packs * 60 / seconds,
				(PROCESS.getProcessCpuTime() - this.cpu) / 1e9 / packs, heapPeak() >> 20);
	}

	/// Something that is done once.
	void print(String what) {
		System.out.printf("%s: %.1f s, %.1f CPU seconds, %d MB of heap at most%n", what, (System.nanoTime() - this.clock) / 1e9,
				(PROCESS.getProcessCpuTime() - this.cpu) / 1e9, heapPeak() >> 20);
	}

	private static long heapPeak() {
		return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP)
			.mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
	}

}

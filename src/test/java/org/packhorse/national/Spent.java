package org.packhorse.national;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;

import org.packhorse.pack.ProcessClock;

/// What a stretch of work costs: clock, CPU of the whole process, what of it the JVM's compilers and its collector took, and the heap's peak.
final class Spent {

	private static final ProcessClock PROCESS = new ProcessClock();

	private final long clock = System.nanoTime();

	private final ProcessClock.Reading cpu = PROCESS.reading();

	Spent() {
		ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
	}

	/// The packs made since then.
	void print(int packs) {
		var now = PROCESS.reading();
		double seconds = seconds();
		System.out.printf("%d packs in %.1f s: %.1f packs a minute, %.3f CPU seconds a pack (%.3f working, %.3f compiling, %.3f collecting), %d MB of heap at most%n", packs,
				seconds, packs * 60 / seconds, cpu(now) / packs, cpu(now) / packs - (compiling(now) + collecting(now)) / packs, compiling(now) / packs,
				collecting(now) / packs, heapPeak() >> 20);
	}

	/// Something that is done once.
	void print(String what) {
		System.out.printf("%s: %.1f s, %.1f CPU seconds, %d MB of heap at most%n", what, seconds(), cpu(PROCESS.reading()), heapPeak() >> 20);
	}

	private double seconds() {
		return (System.nanoTime() - this.clock) / 1e9;
	}

	private double cpu(ProcessClock.Reading now) {
		return (now.all() - this.cpu.all()) / 1e9;
	}

	private double compiling(ProcessClock.Reading now) {
		return (now.compiling() - this.cpu.compiling()) / 1e9;
	}

	private double collecting(ProcessClock.Reading now) {
		return (now.collecting() - this.cpu.collecting()) / 1e9;
	}

	private static long heapPeak() {
		return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP)
			.mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
	}

}

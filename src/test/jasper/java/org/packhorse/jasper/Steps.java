package org.packhorse.jasper;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;

/// The CPU time of each step, of the threads that make packs.
final class Steps {

	private final Map<String, Long> spent = new ConcurrentSkipListMap<>();

	<T> T measure(String step, Callable<T> work) throws Exception {
		var threads = ManagementFactory.getThreadMXBean();
		long before = threads.getCurrentThreadCpuTime();
		var made = work.call();
		this.spent.merge(step, threads.getCurrentThreadCpuTime() - before, Long::sum);
		return made;
	}

	void print(int packs) {
		this.spent.forEach((step, time) -> System.out.printf("  %-14s %6.0f ms CPU a pack%n", step, time / 1e6 / packs));
	}

}

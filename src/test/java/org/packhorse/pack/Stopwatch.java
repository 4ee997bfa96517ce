package org.packhorse.pack;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import com.sun.management.ThreadMXBean;

/// Measures tasks against each other: they take turns, so that whatever else the machine does meets them all alike.
final class Stopwatch {

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private final ProcessClock clock = new ProcessClock();

	private final Map<String, Callable<byte[]>> tasks = new LinkedHashMap<>();

	/// What one task costs: the median of its rounds, over all threads.
	record Cost(double cpuMilliseconds, double megabytesAllocated, int bytesMade) {
	}

	/// Adds a task that makes bytes.
	void add(String name, Callable<byte[]> task) {
		this.tasks.put(name, task);
	}

	/// Leaves all other tasks out.
	void keep(String name) {
		if (!this.tasks.keySet().retainAll(List.of(name)) || this.tasks.isEmpty()) {
			throw new IllegalArgumentException("there is no step " + name);
		}
	}

	/// Makes everything for so many rounds unmeasured, then measures so many rounds.
	Map<String, Cost> measure(int warm, int measured) throws Exception {
		var samples = new LinkedHashMap<String, List<Cost>>();
		this.tasks.keySet().forEach(name -> samples.put(name, new ArrayList<>()));
		for (int round = -warm; round < measured; round++) {
			for (var task : this.tasks.entrySet()) {
				var cost = once(task.getValue());
				if (round >= 0) {
					samples.get(task.getKey()).add(cost);
				}
			}
		}
		var costs = new LinkedHashMap<String, Cost>();
		samples.forEach((name, rounds) -> costs.put(name, median(rounds)));
		return costs;
	}

	private Cost once(Callable<byte[]> task) throws Exception {
		long allocated = THREADS.getTotalThreadAllocatedBytes();
		long start = this.clock.nanoseconds();
		int made = task.call().length;
		double cpu = (this.clock.nanoseconds() - start) / 1e6;
		return new Cost(cpu, (THREADS.getTotalThreadAllocatedBytes() - allocated) / 1e6, made);
	}

	private static Cost median(List<Cost> rounds) {
		return new Cost(rounds.stream().mapToDouble(Cost::cpuMilliseconds).sorted().skip(rounds.size() / 2).findFirst().orElseThrow(),
				rounds.stream().mapToDouble(Cost::megabytesAllocated).sorted().skip(rounds.size() / 2).findFirst().orElseThrow(),
				rounds.getLast().bytesMade());
	}

}

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

	private final Map<String, Callable<byte[]>> tasks = new LinkedHashMap<>();

	/// What one task costs: the median of its rounds, on its own thread.
	record Cost(double cpuMilliseconds, double megabytesAllocated, int bytesMade) {
	}

	/// Adds a task that makes bytes.
	void add(String name, Callable<byte[]> task) {
		this.tasks.put(name, task);
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

	private static Cost once(Callable<byte[]> task) throws Exception {
		long cpu = THREADS.getCurrentThreadCpuTime();
		long allocated = THREADS.getCurrentThreadAllocatedBytes();
		int made = task.call().length;
		return new Cost((THREADS.getCurrentThreadCpuTime() - cpu) / 1e6, (THREADS.getCurrentThreadAllocatedBytes() - allocated) / 1e6, made);
	}

	private static Cost median(List<Cost> rounds) {
		return new Cost(rounds.stream().mapToDouble(Cost::cpuMilliseconds).sorted().skip(rounds.size() / 2).findFirst().orElseThrow(),
				rounds.stream().mapToDouble(Cost::megabytesAllocated).sorted().skip(rounds.size() / 2).findFirst().orElseThrow(),
				rounds.getLast().bytesMade());
	}

}

package org.packhorse.pack;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;

import com.sun.management.ThreadMXBean;

/// Measures tasks against each other: they take turns, so that whatever else the machine does meets them all alike.
final class Stopwatch {

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private final ProcessClock clock = new ProcessClock();

	private final Map<String, Callable<byte[]>> tasks = new LinkedHashMap<>();

	/// What one task costs in milliseconds of CPU time: its own threads (the median of its rounds), collecting (the mean, since
	/// it comes in few rounds and then at once), and the whole process with its compilers (the median).
	record Cost(double working, double collecting, double process, double megabytesAllocated, int bytesMade) {

		/// What counts: the work with its share of collecting.
		double cpu() {
			return this.working + this.collecting;
		}

	}

	/// Whether the work can be told from the compilers' threads; otherwise they count as work.
	boolean tellsThreadsApart() {
		return this.clock.tellsThreadsApart();
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
				var cost = once(() -> task.getValue().call().length);
				if (round >= 0) {
					samples.get(task.getKey()).add(cost);
				}
			}
		}
		var costs = new LinkedHashMap<String, Cost>();
		samples.forEach((name, rounds) -> costs.put(name, typical(rounds)));
		return costs;
	}

	/// What doing it once costs; the task says how many bytes it made.
	Cost once(Callable<Integer> task) throws Exception {
		long allocated = THREADS.getTotalThreadAllocatedBytes();
		var start = this.clock.reading();
		int made = task.call();
		var end = this.clock.reading();
		double process = (end.all() - start.all()) / 1e6;
		double collecting = (end.collecting() - start.collecting()) / 1e6;
		double working = process - collecting - (end.compiling() - start.compiling()) / 1e6;
		return new Cost(working, collecting, process, (THREADS.getTotalThreadAllocatedBytes() - allocated) / 1e6, made);
	}

	/// What several rounds cost for the most part.
	static Cost typical(List<Cost> rounds) {
		return new Cost(median(rounds, Cost::working), rounds.stream().mapToDouble(Cost::collecting).average().orElseThrow(),
				median(rounds, Cost::process), median(rounds, Cost::megabytesAllocated), rounds.getLast().bytesMade());
	}

	private static double median(List<Cost> rounds, ToDoubleFunction<Cost> of) {
		return rounds.stream().mapToDouble(of).sorted().skip(rounds.size() / 2).findFirst().orElseThrow();
	}

}

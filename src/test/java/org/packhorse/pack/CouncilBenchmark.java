package org.packhorse.pack;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.packhorse.document.PackDocument;
import org.packhorse.national.NationalPacks;
import org.packhorse.pack.Stopwatch.Cost;
import org.packhorse.writer.PackFormat;

/// What rendering costs for different councils that come round and round, as in a night's run: `DATA HOME COUNCILS WARM-ROUNDS
/// MEASURED-ROUNDS`. The yardstick's WarmPacks does the same with the same councils; docs/performance.md compares the two.
public final class CouncilBenchmark {

	private final List<PackSteps> councils = new ArrayList<>();

	private final List<PackDocument> documents = new ArrayList<>();

	private final Map<String, List<Cost>> costs = new LinkedHashMap<>();

	private final Stopwatch stopwatch = new Stopwatch();

	private boolean measures;

	private CouncilBenchmark() {
	}

	public static void main(String[] words) throws Exception {
		var benchmark = new CouncilBenchmark();
		NationalPacks.prepared(Path.of(words[0]), Path.of(words[1]), "benchmark", 1, (application, requests) -> {
			var freezing = application.getBean(Freezing.class);
			requests.stream().limit(Integer.parseInt(words[2])).forEach(request -> benchmark.add(freezing.of(request, 1, Long.MAX_VALUE)));
		});
		benchmark.rounds(Integer.parseInt(words[3]));
		benchmark.measures = true;
		benchmark.rounds(Integer.parseInt(words[4]));
		benchmark.print(Integer.parseInt(words[4]));
	}

	private void add(Snapshot snapshot) {
		var steps = new PackSteps(snapshot);
		this.councils.add(steps);
		this.documents.add(steps.compose());
	}

	private void rounds(int rounds) throws Exception {
		for (int round = 0; round < rounds; round++) {
			for (int i = 0; i < this.councils.size(); i++) {
				once(this.councils.get(i), this.documents.get(i));
			}
		}
	}

	private void once(PackSteps steps, PackDocument document) throws Exception {
		var spent = new ArrayList<Cost>();
		spent.add(step("rate", () -> steps.rate().hashCode() & 1));
		spent.add(step("compose", () -> steps.compose().blocks().size()));
		for (PackFormat format : PackFormat.values()) {
			spent.add(step(format.ending(), () -> {
				var file = new ByteArrayOutputStream();
				steps.write(format, document, file);
				return file.size();
			}));
		}
		keep("all but rate", sum(spent.subList(1, spent.size())));
		keep("four formats", sum(spent.subList(2, spent.size())));
	}

	private Cost step(String name, Callable<Integer> work) throws Exception {
		var cost = this.stopwatch.once(work);
		keep(name, cost);
		return cost;
	}

	private void keep(String name, Cost cost) {
		if (this.measures) {
			this.costs.computeIfAbsent(name, _ -> new ArrayList<>()).add(cost);
		}
	}

	private static Cost sum(List<Cost> costs) {
		return costs.stream().reduce((one, other) -> new Cost(one.working() + other.working(), one.collecting() + other.collecting(),
				one.process() + other.process(), one.megabytesAllocated() + other.megabytesAllocated(), one.bytesMade() + other.bytesMade())).orElseThrow();
	}

	private void print(int rounds) {
		System.out.printf("Packhorse, warm: %d councils, %d rounds, CPU ms a pack (median of the work; mean of collecting)%n", this.councils.size(), rounds);
		this.costs.forEach((name, rows) -> {
			var cost = Stopwatch.typical(rows);
			System.out.printf("  %-14s %8.2f %8.2f %6.1f MB%n", name, cost.working(), cost.collecting(), cost.megabytesAllocated());
		});
	}

}

package org.packhorse.pack;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.packhorse.document.Block;
import org.packhorse.document.PackDocument;
import org.packhorse.pack.Stopwatch.Cost;
import org.packhorse.template.FaultyTemplate;
import org.packhorse.writer.PackFormat;

/// Whether a pack of a hundred times the actions costs a hundred times as much, step by step, and whether it fits into
/// memory. A step that fails is reported with its cause, and the others go on. docs/performance.md says how to start it.
public final class PackGrowth {

	private static final int SMALL_ROUNDS = 15;

	private final PrintStream out;

	private final Stopwatch stopwatch = new Stopwatch();

	private final HeapWatch heap = new HeapWatch();

	private final List<String> notes = new ArrayList<>();

	private PackGrowth(PrintStream out) {
		this.out = out;
	}

	/// `[SMALL LARGE [WARM-ROUNDS MEASURED-ROUNDS]]`: numbers of actions, and rounds of the large pack; the small one is
	/// made more often.
	public static void main(String[] words) throws InterruptedException {
		int small = words.length > 1 ? Integer.parseInt(words[0]) : 150;
		int large = words.length > 1 ? Integer.parseInt(words[1]) : 15_000;
		int warm = words.length > 3 ? Integer.parseInt(words[2]) : 1;
		int measured = words.length > 3 ? Integer.parseInt(words[3]) : 3;
		var growth = new PackGrowth(System.out);
		growth.out.printf("%d and %d actions, at most %d MB of heap; %d rounds to warm up, %d measured%n%n", small, large,
				Runtime.getRuntime().maxMemory() >> 20, warm, measured);
		growth.run(small, large, warm, measured);
	}

	/// One step at one size: what its rounds cost, or why it failed.
	private static final class Step {

		private final Callable<Integer> work;

		private final List<Cost> costs = new ArrayList<>();

		private final List<long[]> times = new ArrayList<>();

		private String fault = "";

		private Step(Callable<Integer> work) {
			this.work = work;
		}

	}

	private void run(int small, int large, int warm, int measured) throws InterruptedException {
		var few = steps(MeasuredPack.of("benchmark", small), null);
		var document = few.document();
		for (int round = 0; round < warm * 6 * SMALL_ROUNDS; round++) {
			few.steps().values().forEach(step -> make(step, false));
		}
		var many = steps(MeasuredPack.of("benchmark", large), enlarged(document, large / small));
		for (int round = -warm; round < measured; round++) {
			for (String name : few.steps().keySet()) {
				for (int i = 0; i < SMALL_ROUNDS; i++) {
					make(few.steps().get(name), round >= 0);
				}
				// What the step before has left is not this one's.
				System.gc();
				make(many.steps().get(name), round >= 0);
			}
		}
		Thread.sleep(500);
		print(few.steps(), many.steps());
	}

	private record Sized(PackDocument document, Map<String, Step> steps) {
	}

	/// The steps for one size; when composing fails, the writers get the other document instead.
	private Sized steps(Snapshot snapshot, PackDocument otherwise) {
		var steps = new LinkedHashMap<String, Step>();
		var pack = new PackSteps(snapshot);
		steps.put("rate", new Step(() -> pack.rate() == null ? 0 : 1));
		steps.put("compose", new Step(() -> pack.compose().blocks().size()));
		var document = document(pack, otherwise);
		for (PackFormat format : PackFormat.values()) {
			steps.put(format.ending(), new Step(() -> write(pack, format, document)));
		}
		return new Sized(document, steps);
	}

	private PackDocument document(PackSteps pack, PackDocument otherwise) {
		try {
			return pack.compose();
		}
		catch (RuntimeException | OutOfMemoryError ex) {
			if (otherwise == null) {
				throw ex;
			}
			this.notes.add("Composing the large pack failed, so the writers get the small one with its rows repeated.");
			return otherwise;
		}
	}

	private static PackDocument enlarged(PackDocument small, int times) {
		return new PackDocument(small.cover(), small.blocks().stream().map(block -> enlarged(block, times)).toList());
	}

	private static Block enlarged(Block block, int times) {
		if (!(block instanceof Block.Section section)) {
			return block;
		}
		var blocks = section.blocks().stream().map(inside -> inside instanceof Block.Table table && table.caption().startsWith("Actions")
				? new Block.Table(table.at(), table.caption(), table.columns(), repeated(table.rows(), times), table.ifEmpty())
				: enlarged(inside, times)).toList();
		return new Block.Section(section.at(), section.id(), section.number(), section.title(), blocks);
	}

	private static <T> List<T> repeated(List<T> rows, int times) {
		var all = new ArrayList<T>(rows.size() * times);
		for (int i = 0; i < times; i++) {
			all.addAll(rows);
		}
		return all;
	}

	private static int write(PackSteps pack, PackFormat format, PackDocument document) throws IOException {
		var counted = new OutputStream() {

			private int bytes;

			@Override
			public void write(int one) {
				this.bytes++;
			}

			@Override
			public void write(byte[] some, int from, int length) {
				this.bytes += length;
			}

		};
		pack.write(format, document, counted);
		return counted.bytes;
	}

	private void make(Step step, boolean measured) {
		if (!step.fault.isEmpty()) {
			return;
		}
		long start = this.heap.now();
		try {
			var cost = this.stopwatch.once(step.work);
			if (measured) {
				step.costs.add(cost);
				step.times.add(new long[] { start, this.heap.now() });
			}
		}
		catch (FaultyTemplate ex) {
			step.fault = ex.problems().getFirst().fault();
		}
		catch (Exception | OutOfMemoryError | StackOverflowError ex) {
			step.fault = ex.toString();
		}
	}

	private void print(Map<String, Step> few, Map<String, Step> many) {
		this.notes.forEach(this.out::println);
		this.out.printf("%-10s %12s %12s %8s %14s %18s %14s%n", "", "CPU ms few", "CPU ms many", "ratio", "of it GC", "most heap, MB", "bytes");
		many.forEach((name, step) -> {
			if (!step.fault.isEmpty()) {
				this.out.printf("%-10s failed: %s%n", name, step.fault);
				return;
			}
			var small = Stopwatch.typical(few.get(name).costs);
			var large = Stopwatch.typical(step.costs);
			this.out.printf("%-10s %12.1f %12.0f %8.0f %14.0f %18s %14d%n", name, small.cpu(), large.cpu(), large.cpu() / small.cpu(),
					large.collecting(), most(step), large.bytesMade());
		});
	}

	private String most(Step step) {
		var most = step.times.stream().map(time -> this.heap.most(time[0], time[1])).flatMapToLong(java.util.OptionalLong::stream).max();
		return most.isPresent() ? String.valueOf(most.getAsLong() / 1_000_000) : "no collection";
	}

}

package org.packhorse.pack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

import javax.xml.transform.TransformerFactory;

import org.packhorse.document.PackDocument;
import org.packhorse.pack.Stopwatch.Cost;
import org.packhorse.writer.PackFormat;

/// What making a pack costs, step by step, beside what a programmer's own use of the plain libraries needs for the same
/// content, and for its tables alone. docs/performance.md says how to start it and what came out.
public final class PackBenchmark {

	private static final List<PackFormat> PLAIN = List.of(PackFormat.DOCX, PackFormat.XLSX, PackFormat.PDF);

	private static final Path FILES = Path.of("target/benchmark");

	private final PrintStream out;

	private final Stopwatch stopwatch = new Stopwatch();

	private PackBenchmark(PrintStream out) {
		this.out = out;
	}

	/// Measures the benchmark's own pack, or one of report-templates/: `[PACK [WARM-ROUNDS MEASURED-ROUNDS [STEP]]]`.
	/// With a step named, only that one is made: that is for profiling.
	public static void main(String[] words) throws Exception {
		var pack = words.length > 0 ? words[0] : "benchmark";
		int warm = words.length > 1 ? Integer.parseInt(words[1]) : 200;
		int measured = words.length > 2 ? Integer.parseInt(words[2]) : 61;
		var benchmark = new PackBenchmark(System.out);
		benchmark.prepare(pack);
		if (words.length > 3) {
			benchmark.stopwatch.keep(words[3]);
		}
		benchmark.out.printf("%s: %d rounds to warm up, %d measured%n%n", pack, warm, measured);
		benchmark.print(benchmark.stopwatch.measure(warm, measured));
	}

	private void prepare(String pack) throws Exception {
		var snapshot = MeasuredPack.of(pack);
		var steps = new PackSteps(snapshot);
		var document = steps.compose();
		var workbook = steps.composeWorkbook();
		this.stopwatch.add("rate", () -> nothing(steps.rate()));
		this.stopwatch.add("read templates", () -> nothing(steps.readTemplates()));
		this.stopwatch.add("compose", () -> nothing(steps.compose()));
		if (!workbook.equals(document)) {
			this.stopwatch.add("compose workbook", () -> nothing(steps.composeWorkbook()));
		}
		Files.createDirectories(FILES);
		for (PackFormat format : PackFormat.values()) {
			addFormat(format, steps, format == PackFormat.XLSX ? workbook : document);
		}
		this.stopwatch.add("pack.json", steps::packJson);
		addPlain(document, workbook, steps);
		this.out.printf("%s actions; %s%n", snapshot.plans().stream().flatMap(plan -> plan.sections().stream())
			.mapToInt(section -> section.actions().size()).sum(), new SameContent(document).counts());
		this.out.printf("XML is transformed by %s; files lie in %s%n", TransformerFactory.newInstance().getClass().getName(), FILES);
	}

	private void addFormat(PackFormat format, PackSteps steps, PackDocument document) throws Exception {
		Callable<byte[]> write = () -> {
			var file = new ByteArrayOutputStream();
			steps.write(format, document, file);
			return file.toByteArray();
		};
		var contents = Deflated.contents(format, keep(format.ending(), write));
		this.stopwatch.add(format.ending(), write);
		this.stopwatch.add("deflate " + format.ending(), () -> Deflated.deflate(contents));
	}

	private void addPlain(PackDocument document, PackDocument workbook, PackSteps steps) throws Exception {
		var look = steps.look();
		Map<PackFormat, Callable<byte[]>> plain = Map.of(PackFormat.DOCX, () -> PlainWord.write(document, look), PackFormat.XLSX,
				() -> PlainExcel.write(workbook, look), PackFormat.PDF, () -> PlainPdf.write(document, look));
		PLAIN.forEach(format -> this.stopwatch.add("plain " + format.ending(), plain.get(format)));
		new SameContent(document).word(keep("plain.docx", plain.get(PackFormat.DOCX)));
		new SameContent(workbook).excel(keep("plain.xlsx", plain.get(PackFormat.XLSX)));
		new SameContent(document).pdf(keep("plain.pdf", plain.get(PackFormat.PDF)));
		this.stopwatch.add("tables docx", new TablesAlone(document)::word);
		this.stopwatch.add("tables xlsx", new TablesAlone(workbook)::excel);
		this.stopwatch.add("tables pdf", new TablesAlone(document)::pdf);
	}

	/// What is measured can be looked at afterwards.
	private static byte[] keep(String name, Callable<byte[]> write) throws Exception {
		var file = write.call();
		Files.write(FILES.resolve(name.contains(".") ? name : "packhorse." + name), file);
		return file;
	}

	/// Whatever is made is looked at, so that the making cannot be left out.
	private static byte[] nothing(Object made) {
		return new byte[made.equals("") ? 1 : 0];
	}

	private void print(Map<String, Cost> costs) throws IOException {
		this.out.printf("%-18s %10s %10s %10s %10s %12s%n", "CPU ms", "working", "collecting", "process", "MB made", "file bytes");
		costs.forEach((name, cost) -> this.out.printf("%-18s %10.2f %10.2f %10.2f %10.1f %12d%n", name, cost.working(), cost.collecting(),
				cost.process(), cost.megabytesAllocated(), cost.bytesMade()));
		if (!costs.keySet().containsAll(List.of("compose", "plain pdf"))) {
			return;
		}
		this.out.printf("%nAgainst the plain libraries, by working and collecting (in brackets: by the whole process)%n");
		if (!this.stopwatch.tellsThreadsApart()) {
			this.out.println("This system does not tell the compilers' threads apart: both are the whole process.");
		}
		var composing = List.of("compose", "compose workbook");
		var formats = Arrays.stream(PackFormat.values()).map(PackFormat::ending).toList();
		for (String yardstick : List.of("plain", "tables")) {
			var three = PLAIN.stream().map(format -> yardstick + " " + format.ending()).toList();
			this.out.printf("%n%s: %s%n", yardstick.equals("plain") ? "the same content" : "its tables alone", milliseconds(costs, three));
			ratio(costs, "composing and four formats", Stream.concat(composing.stream(), formats.stream()).toList(), three);
			ratio(costs, "four formats", formats, three);
			PLAIN.forEach(format -> ratio(costs, format.ending(), List.of(format.ending()), List.of(yardstick + " " + format.ending())));
		}
		deflatings(costs, composing, formats);
	}

	/// Each format against the packing of its own content at level 6, which no writer can do without; composing stands apart.
	private void deflatings(Map<String, Cost> costs, List<String> composing, List<String> formats) {
		this.out.printf("%nAgainst deflating the same bytes at level 6%n");
		formats.forEach(format -> ratio(costs, format, List.of(format), List.of("deflate " + format)));
		ratio(costs, "four formats", formats, formats.stream().map(format -> "deflate " + format).toList());
		this.out.printf("  %-46s %s%n", "composing, apart", milliseconds(costs, composing));
	}

	private static String milliseconds(Map<String, Cost> costs, List<String> names) {
		return "%.1f ms (%.1f)".formatted(sum(costs, names, Cost::cpu), sum(costs, names, Cost::process));
	}

	private void ratio(Map<String, Cost> costs, String what, List<String> ours, List<String> theirs) {
		this.out.printf("  %-46s %-20s %5.2f (%.2f)%n", what, milliseconds(costs, ours), sum(costs, ours, Cost::cpu) / sum(costs, theirs, Cost::cpu),
				sum(costs, ours, Cost::process) / sum(costs, theirs, Cost::process));
	}

	private static double sum(Map<String, Cost> costs, List<String> names, ToDoubleFunction<Cost> of) {
		return names.stream().filter(costs::containsKey).map(costs::get).mapToDouble(of).sum();
	}

}

package org.packhorse.pack;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

import org.packhorse.document.Bytes;
import org.packhorse.document.PackDocument;
import org.packhorse.pack.Stopwatch.Cost;
import org.packhorse.template.FrozenTemplates;
import org.packhorse.template.PackTemplate;
import org.packhorse.writer.PackFormat;
import org.packhorse.writer.PackWriter;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/// What making a pack costs, step by step, beside what the plain libraries need for its tables alone.
/// docs/performance.md says how to start it and what came out.
public final class PackBenchmark {

	private static final List<PackFormat> PLAIN = List.of(PackFormat.DOCX, PackFormat.XLSX, PackFormat.PDF);

	private final PrintStream out;

	private int unseen;

	private final Stopwatch stopwatch = new Stopwatch();

	private PackBenchmark(PrintStream out) {
		this.out = out;
	}

	/// Measures the benchmark's own pack, or one of report-templates/: `[PACK [WARM-ROUNDS MEASURED-ROUNDS [STEP]]]`.
	/// With a step named, only that one is made: that is for profiling.
	public static void main(String[] words) throws Exception {
		var pack = words.length > 0 ? words[0] : "benchmark";
		int warm = words.length > 1 ? Integer.parseInt(words[1]) : 60;
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
		var policy = Rules.of(snapshot.templates()).policy();
		var assessments = new Assessor(snapshot, policy).all();
		var model = new Composition(snapshot, assessments).model();
		var template = PackTemplate.of(snapshot.templates());
		var document = template.document(model);
		var workbook = template.workbook(model);
		this.stopwatch.add("rate", () -> nothing(new Composition(snapshot, new Assessor(snapshot, policy).all()).model()));
		this.stopwatch.add("read templates", () -> nothing(PackTemplate.of(unseen(snapshot.templates()))));
		this.stopwatch.add("compose", () -> nothing(PackTemplate.of(snapshot.templates()).document(model)));
		if (!workbook.equals(document)) {
			this.stopwatch.add("compose workbook", () -> nothing(template.workbook(model)));
		}
		try (var rooms = new AnnotationConfigApplicationContext("org.packhorse.writer")) {
			for (PackWriter writer : rooms.getBeansOfType(PackWriter.class).values()) {
				addFormat(writer, writer.format() == PackFormat.XLSX ? workbook : document, template);
			}
		}
		this.stopwatch.add("pack.json",
				() -> SnapshotJson.pretty(new PackJson(snapshot, assessments).data(template.settings().audience(), model.movement())));
		var plain = new PlainLibraries(document);
		this.stopwatch.add("plain docx", plain::word);
		this.stopwatch.add("plain xlsx", plain::excel);
		this.stopwatch.add("plain pdf", plain::pdf);
		this.out.printf("The tables have %d cells.%n", plain.cells());
	}

	private void addFormat(PackWriter writer, PackDocument document, PackTemplate template) throws Exception {
		Callable<byte[]> write = () -> {
			var file = new ByteArrayOutputStream();
			writer.write(document, template.house().look(), file);
			return file.toByteArray();
		};
		var contents = Deflated.contents(writer.format(), write.call());
		this.stopwatch.add(writer.format().ending(), write);
		this.stopwatch.add("deflate " + writer.format().ending(), () -> Deflated.deflate(contents));
	}

	/// The same templates with one shared file more, so that they have not been read before.
	private FrozenTemplates unseen(FrozenTemplates templates) {
		var files = new TreeMap<>(templates.files());
		files.put("_shared/unseen.txt", Bytes.of(String.valueOf(this.unseen++).getBytes(StandardCharsets.UTF_8)));
		return new FrozenTemplates(templates.pack(), templates.house(), files);
	}

	/// Whatever is made is looked at, so that the making cannot be left out.
	private static byte[] nothing(Object made) {
		return new byte[made.equals("") ? 1 : 0];
	}

	private void print(Map<String, Cost> costs) {
		this.out.printf("%-18s %12s %12s %12s%n", "", "CPU ms", "MB allocated", "bytes made");
		costs.forEach((name, cost) -> this.out.printf("%-18s %12.2f %12.1f %12d%n", name, cost.cpuMilliseconds(), cost.megabytesAllocated(),
				cost.bytesMade()));
		double plain = sum(costs, PLAIN.stream().map(format -> "plain " + format.ending()).toList());
		double composing = sum(costs, List.of("compose", "compose workbook"));
		double formats = sum(costs, Arrays.stream(PackFormat.values()).map(PackFormat::ending).toList());
		double deflating = sum(costs, Arrays.stream(PackFormat.values()).map(format -> "deflate " + format.ending()).toList());
		this.out.printf("%nplain, all three            %8.2f  (1)%n", plain);
		this.out.printf("composing and four formats  %8.2f  %.2f of plain%n", composing + formats, (composing + formats) / plain);
		this.out.printf("four formats                %8.2f  %.2f of plain, %.1f times deflating alone%n", formats, formats / plain,
				formats / deflating);
		var each = new EnumMap<PackFormat, Double>(PackFormat.class);
		PLAIN.forEach(format -> each.put(format, sum(costs, List.of(format.ending())) / sum(costs, List.of("plain " + format.ending()))));
		each.forEach((format, ratio) -> this.out.printf("%-27s %8s  %.2f of plain%n", format.ending(), "", ratio));
	}

	private static double sum(Map<String, Cost> costs, List<String> names) {
		return names.stream().filter(costs::containsKey).mapToDouble(name -> costs.get(name).cpuMilliseconds()).sum();
	}

}

package org.packhorse.jasper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Makes the packs of a folder's councils with JasperReports: `DATA OUT COUNCILS [THREADS [untagged]]`, where DATA was written by
/// NationalData. docs/performance.md says what is compared.
public final class JasperPacks {

	private static final LocalDate AS_AT = LocalDate.of(2026, 3, 31);

	private final Report report;

	private final Path out;

	private final Steps steps = new Steps();

	private JasperPacks(Report report, Path out) {
		this.report = report;
		this.out = out;
	}

	public static void main(String[] words) throws Exception {
		var setUp = new Spent();
		int threads = words.length > 3 ? Integer.parseInt(words[3]) : 1;
		boolean tagged = words.length < 5 || !words[4].equals("untagged");
		var councils = ImportFolder.read(Path.of(words[0]), Integer.parseInt(words[2]));
		var packs = new JasperPacks(new Report(tagged), Files.createDirectories(Path.of(words[1])));
		setUp.print("starting, compiling the reports and reading the files");
		var making = new Spent();
		packs.make(councils, threads);
		System.out.printf("JasperReports, %s PDF, %d threads: ", tagged ? "tagged" : "untagged", threads);
		making.print(councils.size());
		packs.steps.print(councils.size());
	}

	private void make(List<Council> councils, int threads) throws InterruptedException, ExecutionException {
		try (var pool = Executors.newFixedThreadPool(threads)) {
			var made = new ArrayList<Future<?>>();
			councils.forEach(council -> made.add(pool.submit(() -> make(council))));
			for (Future<?> one : made) {
				one.get();
			}
		}
	}

	private Void make(Council council) throws Exception {
		var print = this.steps.measure("fill", () -> this.report.fill(council, AS_AT, true));
		keep(council, "docx", this.steps.measure("docx", () -> this.report.word(print)));
		keep(council, "pdf", this.steps.measure("pdf", () -> this.report.pdf(print)));
		var sheet = this.steps.measure("fill for xlsx", () -> this.report.fill(council, AS_AT, false));
		keep(council, "xlsx", this.steps.measure("xlsx", () -> this.report.excel(sheet)));
		return null;
	}

	private void keep(Council council, String ending, byte[] file) throws IOException {
		Files.write(this.out.resolve(council.code + "." + ending), file);
	}

}

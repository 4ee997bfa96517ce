package org.packhorse.jasper;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import com.sun.management.OperatingSystemMXBean;

/// What a pack costs JasperReports once everything is compiled: `DATA COUNCILS WARM-ROUNDS MEASURED-ROUNDS`. The same councils
/// come round and round in one thread, nothing is written to disk, and each step's median is printed.
public final class WarmPacks {

	private static final LocalDate AS_AT = LocalDate.of(2026, 3, 31);

	private static final OperatingSystemMXBean PROCESS = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

	private final Report report = new Report(true);

	private final Map<String, List<Double>> spent = new LinkedHashMap<>();

	private boolean measures;

	private WarmPacks() throws Exception {
	}

	public static void main(String[] words) throws Exception {
		var councils = ImportFolder.read(Path.of(words[0]), Integer.parseInt(words[1]));
		int warm = Integer.parseInt(words[2]);
		int measured = Integer.parseInt(words[3]);
		var packs = new WarmPacks();
		packs.rounds(councils, warm);
		packs.measures = true;
		long before = PROCESS.getProcessCpuTime();
		long collecting = collecting();
		packs.rounds(councils, measured);
		int made = councils.size() * measured;
		packs.print(councils.size(), measured, (double) (collecting() - collecting) / made, (PROCESS.getProcessCpuTime() - before) / 1e6 / made);
	}

	private void rounds(List<Council> councils, int rounds) throws Exception {
		for (int round = 0; round < rounds; round++) {
			for (Council council : councils) {
				once(council);
			}
		}
	}

	private void once(Council council) throws Exception {
		double before = sum();
		var print = step("fill", () -> this.report.fill(council, AS_AT, true));
		step("docx", () -> this.report.word(print));
		step("pdf, tagged", () -> this.report.pdf(print));
		var sheet = step("fill for xlsx", () -> this.report.fill(council, AS_AT, false));
		step("xlsx", () -> this.report.excel(sheet));
		keep("all", sum() - before);
	}

	private <T> T step(String name, Callable<T> work) throws Exception {
		double before = sum();
		var made = work.call();
		keep(name, sum() - before);
		return made;
	}

	private void keep(String name, double milliseconds) {
		if (this.measures) {
			this.spent.computeIfAbsent(name, _ -> new ArrayList<>()).add(milliseconds);
		}
	}

	/// JasperReports fills and exports in the thread that asks it to, but for the report inside a report, which is left out.
	private static double sum() {
		return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e6;
	}

	/// The milliseconds of the clock in which the one collector was at work and nothing else.
	private static long collecting() {
		return ManagementFactory.getGarbageCollectorMXBeans().stream().mapToLong(GarbageCollectorMXBean::getCollectionTime).sum();
	}

	private void print(int councils, int rounds, double collecting, double process) {
		System.out.printf("JasperReports, warm: %d councils, %d rounds, median CPU ms a pack%n", councils, rounds);
		this.spent.forEach((name, times) -> System.out.printf("  %-14s %8.2f%n", name, times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow()));
		System.out.printf("  %-14s %8.2f (mean, by the clock)%n", "collecting", collecting);
		System.out.printf("  %-14s %8.2f (mean; compiling and collecting among it)%n", "whole process", process);
	}

}

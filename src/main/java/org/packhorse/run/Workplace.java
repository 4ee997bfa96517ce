package org.packhorse.run;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.packhorse.pack.Home;
import org.packhorse.pack.PackProblem;
import org.packhorse.pack.Sha256;
import org.packhorse.template.FaultyTemplate;
import org.packhorse.template.TemplateFolder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Where the packs of runs are made: by threads of this process, or by workers that take them from a broker.
@Component
class Workplace {

	private static final String THREADS = "packhorse.threads";

	/// Connections that stay free for what watches over runs: its looks, the sign of life and a lock.
	private static final int OTHER_CONNECTIONS = 4;

	private final String workers;

	private final int threads;

	private final DataSource database;

	private final Home home;

	Workplace(@Value("${packhorse.workers:local}") String workers, @Value("${" + THREADS + ":0}") int threads, DataSource database, Home home) {
		this.workers = workers;
		this.threads = threads;
		this.database = database;
		this.home = home;
	}

	/// Whether runs of commands go to workers.
	boolean isRemote() {
		return switch (this.workers) {
			case "local" -> false;
			case "remote" -> true;
			default -> throw new PackProblem(PackProblem.Kind.USAGE, "packhorse.workers is '%s'; it may be local or remote.".formatted(this.workers));
		};
	}

	/// Refuses a run that was begun for workers where this process sends nothing to workers: its own threads are no stand-in for them.
	void demandCanMake(PackRun run) {
		if (run.remote() && !isRemote()) {
			throw new PackProblem(PackProblem.Kind.BUSY, "Run %d was begun for workers, and here packhorse.workers is '%s'. ./packhorse recover goes on with it where packhorse.workers is 'remote'."
				.formatted(run.number(), this.workers));
		}
	}

	/// Refuses a setting that asks for more at once than there are connections to the database.
	void demandThreads() {
		if (this.threads < 0 || this.threads > mostThreads()) {
			throw new PackProblem(PackProblem.Kind.USAGE, "%s is %d; with %d connections to the database it may be 1 to %d, or 0 for as many as there are processors. spring.datasource.hikari.maximum-pool-size allows more."
				.formatted(THREADS, this.threads, connections(), mostThreads()));
		}
	}

	/// How many packs this process makes at once: as many as it has processors, unless a setting says otherwise.
	int threads() {
		demandThreads();
		return this.threads > 0 ? this.threads : Math.clamp(Runtime.getRuntime().availableProcessors(), 1, mostThreads());
	}

	private int mostThreads() {
		return connections() - OTHER_CONNECTIONS;
	}

	private int connections() {
		return this.database instanceof HikariDataSource pool ? pool.getMaximumPoolSize() : Integer.MAX_VALUE;
	}

	/// What the templates of packs are now, in every house, as one hash: workers hold their own against it. Faults are told by the packs.
	String templates(List<String> packs) {
		var folder = TemplateFolder.open(this.home.templates());
		return Sha256.of(packs.stream()
			.distinct()
			.sorted()
			.flatMap(pack -> folder.houses().stream().map(house -> sha256(folder, pack, house)))
			.collect(Collectors.joining(" "))
			.getBytes(StandardCharsets.UTF_8));
	}

	private static String sha256(TemplateFolder folder, String pack, String house) {
		try {
			return folder.frozen(pack, house).sha256();
		}
		catch (FaultyTemplate | IllegalArgumentException ex) {
			return String.valueOf(ex.getMessage());
		}
	}

}

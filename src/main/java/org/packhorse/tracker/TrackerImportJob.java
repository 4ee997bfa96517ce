package org.packhorse.tracker;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.packhorse.access.Actors;
import org.packhorse.access.AuditTrail;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// The job of one load: read the files into staging, settle what may go in and merge it, clear staging.
///
/// A job is built for each load around its files. It is never restarted: a load that died is begun afresh, and its staged
/// rows are removed by the next one.
@Component
class TrackerImportJob {

	static final String NAME = "tracker-import";

	private static final int CHUNK = 1_000;

	private static final ZoneId LONDON = ZoneId.of("Europe/London");

	private final JobRepository repository;

	private final PlatformTransactionManager transactions;

	private final JdbcTemplate sql;

	private final LoadLog log;

	private final AuditTrail audit;

	private final Actors actors;

	private final Clock clock;

	TrackerImportJob(JobRepository repository, PlatformTransactionManager transactions, JdbcTemplate sql, LoadLog log,
			AuditTrail audit, Actors actors, Clock clock) {
		this.repository = repository;
		this.transactions = transactions;
		this.sql = sql;
		this.log = log;
		this.audit = audit;
		this.actors = actors;
		this.clock = clock;
	}

	/// One load's files and wishes.
	record Load(long id, List<TrackerFile> files, boolean dryRun, Progress progress, Terms terms) {
	}

	/// The job for a load; the reader is the caller's to close.
	Job of(Load load, TrackerReader reader) {
		return new JobBuilder(NAME, this.repository).preventRestart()
			.start(read(load, reader))
			.next(settle(load))
			.next(clear(load))
			.build();
	}

	TrackerReader reader(Load load) {
		return new TrackerReader(load.files(), load.terms(), LocalDate.now(this.clock.withZone(LONDON)), load.progress());
	}

	private Step read(Load load, TrackerReader reader) {
		return new StepBuilder("read", this.repository).<TrackerRow, TrackerRow>chunk(CHUNK)
			.transactionManager(this.transactions)
			.reader(reader)
			.writer(new Staging(this.sql, load.id()))
			.build();
	}

	private Step settle(Load load) {
		return new StepBuilder("settle", this.repository).tasklet((_, _) -> {
			load.progress().settling();
			takingTurns(() -> settled(load));
			return RepeatStatus.FINISHED;
		}, this.transactions).build();
	}

	private Step clear(Load load) {
		return new StepBuilder("clear", this.repository).tasklet((_, _) -> {
			// Each portion in a transaction of its own: one of a million rows would keep them all in mind.
			return RepeatStatus.continueIf(new Staging(this.sql, load.id()).clear());
		}, this.transactions).build();
	}

	/// Checks and merges under one lock and in one transaction: what is checked against cannot change before the merge.
	private void settled(Load load) {
		var transaction = new TransactionTemplate(this.transactions);
		transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
		transaction.executeWithoutResult((status) -> {
			this.sql.queryForObject("SELECT id FROM load_turn WHERE id = 1 FOR UPDATE", Integer.class);
			load.files().forEach((file) -> assureComplete(load, file));
			new Checks(this.sql, load.id(), load.files()).run();
			var sound = sound(load);
			new Merge(this.sql, load.id(), this.log.now()).run(sound);
			this.log.write(load.id(), sound);
			record(load.id(), sound);
			// A dry run does everything and takes it back, so its faults and counts are those of the real one.
			if (load.dryRun()) {
				status.setRollbackOnly();
			}
		});
	}

	/// The files that go in.
	private static List<TrackerFile> sound(Load load) {
		var sound = load.files().stream().filter((file) -> !file.findings().faulty()).toList();
		// A dry run counts what each would bring, so that one that is mended later finds the others counted.
		return load.terms().together() && !load.dryRun() && sound.size() < load.files().size() ? List.of() : sound;
	}

	/// Last of all, for it lets nobody else record anything until the transaction ends.
	private void record(long load, List<TrackerFile> files) {
		if (!files.isEmpty()) {
			var tables = new TreeMap<String, Map<String, Long>>();
			files.stream().flatMap(file -> file.outcome().tables().stream()).forEach(table -> tables.merge(table.name(),
					Map.of("added", table.added(), "changed", table.changed()), TrackerImportJob::sum));
			this.audit.record(this.actors.current(), "loaded", "load " + load, Map.of("files", files.size(), "tables", tables));
		}
	}

	private static Map<String, Long> sum(Map<String, Long> one, Map<String, Long> other) {
		return Map.of("added", one.get("added") + other.get("added"), "changed", one.get("changed") + other.get("changed"));
	}

	private void assureComplete(Load load, TrackerFile file) {
		for (var table : file.tables()) {
			var staged = Objects.requireNonNull(this.sql.queryForObject(
					"SELECT COUNT(*) FROM %s WHERE load_id = ? AND file_no = ?".formatted(Staging.name(table)), Long.class, load.id(),
					file.number()));
			if (staged != file.tally(table).read()) {
				throw new IllegalStateException("%s: %d rows were read but %d are staged; nothing went in. Load it again."
					.formatted(file.source().name(), file.tally(table).read(), staged));
			}
		}
	}

	/// Waits for another load's merge, as long as one may take.
	private void takingTurns(Runnable work) {
		var patience = this.clock.instant().plus(Duration.ofMinutes(15));
		while (true) {
			try {
				work.run();
				return;
			}
			catch (PessimisticLockingFailureException busy) {
				if (this.clock.instant().isAfter(patience)) {
					throw busy;
				}
			}
		}
	}

}

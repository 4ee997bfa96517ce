package org.packhorse.tracker;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.packhorse.access.Actors;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.stereotype.Component;

/// Loads import files into the tables, each whole or not at all.
@Component
public class TrackerImport {

	private final LoadLog log;

	private final TrackerImportJob job;

	private final JobRepository repository;

	private final Actors actors;

	TrackerImport(LoadLog log, TrackerImportJob job, JobRepository repository, Actors actors) {
		this.actors = actors;
		this.log = log;
		this.job = job;
		this.repository = repository;
	}

	/// Loads files that may name each other's rows, in any order.
	///
	/// @param dryRun tells the same faults and counts but stores nothing
	/// @return what became of each file, in the order of the arguments
	/// @throws LoadFailed when the database or the disk fails; nothing has gone in then
	public List<LoadedFile> load(List<Path> files, boolean dryRun, Progress progress) {
		return load(files.stream().map(ImportFile::new).toList(), dryRun, progress, Terms.OF_THE_COMMAND_LINE);
	}

	/// The same for files that somebody sent.
	///
	/// @param terms how the files are read, and what of them may go in
	public List<LoadedFile> load(List<ImportFile> files, boolean dryRun, Progress progress, Terms terms) {
		this.log.tidy();
		try (var line = this.log.begin(dryRun, this.actors.current())) {
			var tracked = new ArrayList<TrackerFile>();
			files.forEach((file) -> tracked.add(new TrackerFile(file, tracked.size() + 1)));
			run(new TrackerImportJob.Load(line.load(), tracked, dryRun, progress, terms));
			line.end("done");
			return tracked.stream().map(TrackerFile::outcome).toList();
		}
		catch (SQLException | IOException | JobInterruptedException ex) {
			throw new LoadFailed(ex);
		}
		finally {
			// A load that failed left its line open: its staged rows go now, not with the next load.
			this.log.tidy();
		}
	}

	private void run(TrackerImportJob.Load load) throws IOException, JobInterruptedException {
		try (var reader = this.job.reader(load)) {
			var parameters = new JobParametersBuilder().addLong("load", load.id()).toJobParameters();
			var instance = this.repository.createJobInstance(TrackerImportJob.NAME, parameters);
			var execution = this.repository.createJobExecution(instance, parameters, new ExecutionContext());
			// Not through the job operator, which may hand jobs to other threads: whoever loads waits for the outcome.
			this.job.of(load, reader).execute(execution);
			if (execution.getStatus() != BatchStatus.COMPLETED) {
				throw new LoadFailed(execution.getAllFailureExceptions().stream().findFirst().orElse(null));
			}
		}
	}

}

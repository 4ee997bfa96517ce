package org.packhorse.run;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.packhorse.pack.Edition;
import org.packhorse.pack.Editions;
import org.packhorse.pack.PackMaker;
import org.packhorse.pack.PackRequest;
import org.packhorse.pack.Progress;
import org.packhorse.pack.SignOffs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.stereotype.Component;

/// Starts the job of one edition, or takes up one that was interrupted.
@Component
class EditionJob {

	private static final Logger LOG = LoggerFactory.getLogger(EditionJob.class);

	private final JobOperator operator;

	private final JobRepository repository;

	private final Job makeEdition;

	private final Editions editions;

	private final SignOffs signOffs;

	private final PackMaker maker;

	EditionJob(JobOperator operator, JobRepository repository, Job makeEdition, Editions editions, SignOffs signOffs, PackMaker maker) {
		this.operator = operator;
		this.repository = repository;
		this.makeEdition = makeEdition;
		this.editions = editions;
		this.signOffs = signOffs;
		this.maker = maker;
	}

	/// Makes a newly reserved edition.
	PackRuns.Made start(Edition edition, Consumer<String> progress) {
		progress.accept("snapshot, assess, render, publish as " + edition.name());
		try {
			return made(edition, this.operator.start(this.makeEdition, parameters(edition)));
		}
		catch (JobExecutionException ex) {
			throw new IllegalStateException("the job of " + edition.name() + " cannot start", ex);
		}
	}

	/// Goes on with an edition that another run left unfinished, when it would still say the same; else gives its number back.
	Optional<PackRuns.Made> takeUp(Edition edition, PackRequest request, Consumer<String> progress) {
		var last = this.repository.getLastJobExecution(this.makeEdition.getName(), parameters(edition));
		if (last == null || !this.maker.isCurrent(edition, request)) {
			progress.accept(edition.name() + " was left unfinished and its facts have changed since: it is begun afresh");
			this.maker.abandon(edition);
			return Optional.empty();
		}
		progress.accept("going on with " + edition.name() + ", which was left unfinished");
		return Optional.of(restarted(edition, last));
	}

	/// Goes on with the final of a cleared draft, whatever has changed since: it is made of what its posts have seen.
	PackRuns.Made goOn(Edition edition, Consumer<String> progress) {
		var last = this.repository.getLastJobExecution(this.makeEdition.getName(), parameters(edition));
		if (last == null) {
			return start(edition, progress);
		}
		progress.accept("going on with " + edition.name() + ", which was left unfinished");
		return restarted(edition, last);
	}

	private PackRuns.Made restarted(Edition edition, JobExecution last) {
		try {
			return made(edition, this.operator.restart(this.operator.recover(last)));
		}
		catch (JobExecutionException ex) {
			throw new IllegalStateException("the job of " + edition.name() + " cannot go on", ex);
		}
	}

	private PackRuns.Made made(Edition edition, JobExecution execution) {
		if (execution.getStatus() == BatchStatus.COMPLETED) {
			var toLookAt = this.maker.toLookAt(edition);
			toLookAt.forEach(finding -> LOG.warn("{}: look again: {}", edition.name(), finding));
			return new PackRuns.Made(this.editions.find(edition.number()), true, this.editions.notices(edition), toLookAt,
					this.maker.notes(edition), this.signOffs.of(edition).map(Progress::waitsFor).orElse(List.of()));
		}
		this.maker.abandon(edition);
		throw execution.getAllFailureExceptions()
			.stream()
			.findFirst()
			.map(fault -> fault instanceof RuntimeException known ? known : new IllegalStateException(fault))
			.orElseGet(() -> new IllegalStateException("the job of " + edition.name() + " ended as " + execution.getExitStatus()));
	}

	private static JobParameters parameters(Edition edition) {
		return new JobParametersBuilder().addLong(PackRunJob.EDITION, edition.number()).toJobParameters();
	}

}

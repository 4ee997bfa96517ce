package org.packhorse.run;

import java.util.function.Consumer;

import org.packhorse.pack.Assessed;
import org.packhorse.pack.Assessor;
import org.packhorse.pack.Edition;
import org.packhorse.pack.Editions;
import org.packhorse.pack.PackMaker;
import org.packhorse.pack.Ratings;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/// The job that makes one edition: snapshot → assess → render → publish, each but the first for what the audience may see alone.
///
/// Its one parameter is the edition's number; who asked, and for what, stands in the editions table. Each step can be
/// started again: the snapshot is stored whole, ratings are written in chunks that restart where they stopped, rendering
/// begins its folder afresh, and publishing recognises a folder that already stands.
@Configuration
class PackRunJob {

	static final String EDITION = "edition";

	private static final int CHUNK = 50;

	private final JobRepository repository;

	private final PlatformTransactionManager transactions;

	private final Editions editions;

	private final PackMaker maker;

	PackRunJob(JobRepository repository, PlatformTransactionManager transactions, Editions editions, PackMaker maker) {
		this.repository = repository;
		this.transactions = transactions;
		this.editions = editions;
		this.maker = maker;
	}

	@Bean
	Job makeEdition(@Qualifier("assess") Step assess) {
		return new JobBuilder("makeEdition", this.repository).start(step("snapshot", this.maker::snapshot))
			.next(assess)
			.next(step("render", this::render))
			.next(step("publish", edition -> this.maker.publish(edition, this.maker.disclosed(edition))))
			.build();
	}

	@Bean
	Step assess(SnapshotReader reader, RatingsWriter writer) {
		return new StepBuilder("assess", this.repository).<Assessor.Fact, Assessed>chunk(CHUNK)
			.transactionManager(this.transactions)
			.reader(reader)
			.processor(reader::assess)
			.writer(writer)
			.build();
	}

	@Bean
	@StepScope
	SnapshotReader snapshotReader(@Value("#{jobParameters['edition']}") Long number) {
		return new SnapshotReader(this.maker.assessor(this.maker.disclosed(this.editions.find(number))));
	}

	@Bean
	@StepScope
	RatingsWriter ratingsWriter(Ratings ratings, @Value("#{jobParameters['edition']}") Long number) {
		return new RatingsWriter(ratings, number);
	}

	private void render(Edition edition) {
		var disclosed = this.maker.disclosed(edition);
		this.maker.tryLetters(disclosed);
		this.editions.note(edition, this.maker.render(edition, disclosed, this.maker.assess(disclosed)));
	}

	private Step step(String name, Consumer<Edition> work) {
		return new StepBuilder(name, this.repository).tasklet((_, context) -> {
			work.accept(this.editions.find((Long) context.getStepContext().getJobParameters().get(EDITION)));
			return RepeatStatus.FINISHED;
		}, this.transactions).build();
	}

}

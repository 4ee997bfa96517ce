package org.packhorse.console;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import org.packhorse.access.Account;
import org.packhorse.access.Actors;
import org.packhorse.pack.PackProblem;
import org.packhorse.run.PackRun;
import org.packhorse.run.PackRuns;
import org.packhorse.run.Recovery;
import org.packhorse.run.RunLog;
import org.packhorse.run.RunQuestion;
import org.packhorse.run.RunWatch;
import org.packhorse.run.Runs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/// Begins runs for pages and scripts, which do not wait until they end.
@Component
@ConditionalOnWebApplication
class RunDesk {

	private static final Logger LOG = LoggerFactory.getLogger(RunDesk.class);

	private static final int AT_ONCE = 6;

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final PackRuns questions;

	private final Runs runs;

	private final RunLog log;

	private final Recovery recovery;

	private final Actors actors;

	private final Semaphore hands = new Semaphore(AT_ONCE);

	RunDesk(PackRuns questions, Runs runs, RunLog log, Recovery recovery, Actors actors) {
		this.questions = questions;
		this.runs = runs;
		this.log = log;
		this.recovery = recovery;
		this.actors = actors;
	}

	/// What is wrong with posts that somebody names for a council, or for `all`.
	List<String> faultsOfPosts(List<String> posts, String authority) {
		return this.questions.faultsOfPosts(posts, authority);
	}

	/// Begins a run for somebody and gives its number; throws what is wrong with the question.
	long begin(Account account, RunQuestion question) {
		var requests = this.questions.requests(question);
		return begun(account, watch -> this.runs.make(requests, watch));
	}

	/// Makes what is missing of a run that has ended.
	void again(Account account, PackRun run) {
		begun(account, watch -> this.recovery.again(run, watch));
	}

	/// Tells a run to end with what is in the making.
	void stop(PackRun run) {
		if (!this.runs.stop(run.number())) {
			throw new PackProblem(PackProblem.Kind.DECISION, "Run %d is not at work, or a schedule or a sign-off began it and sees to it.".formatted(run.number()));
		}
	}

	private long begun(Account account, Function<RunWatch, PackRun> work) {
		if (!this.hands.tryAcquire()) {
			throw new PackProblem(PackProblem.Kind.BUSY, "%d runs that people began are at work. Wait until one of them has ended.".formatted(AT_ONCE));
		}
		var number = new CompletableFuture<Long>();
		Thread.ofPlatform().daemon().name("run-of-the-console").start(() -> make(account, work, number));
		return awaited(number);
	}

	private void make(Account account, Function<RunWatch, PackRun> work, CompletableFuture<Long> number) {
		try {
			// A run that needed no more than its end never begins.
			number.complete(this.actors.as(account.actor(), () -> work.apply(new Beginning(number))).number());
		}
		catch (RuntimeException | Error ex) {
			if (number.completeExceptionally(ex)) {
				LOG.warn("a run that {} asked for was not begun: {}", account.name(), ex.getMessage());
			}
			else {
				LOG.error("a run that the console began ended badly", ex);
			}
		}
		finally {
			this.hands.release();
		}
	}

	private static long awaited(CompletableFuture<Long> number) {
		try {
			return number.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
		}
		catch (TimeoutException ex) {
			throw new PackProblem(PackProblem.Kind.BUSY, "The run has not begun yet, and may still begin. Look at the list of runs in a while: where it is not there, the log of this installation says why.");
		}
		catch (ExecutionException ex) {
			throw ex.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new PackProblem(PackProblem.Kind.BUSY, "This process is being stopped.");
		}
	}

	/// The runs as pages ask for them.
	RunLog log() {
		return this.log;
	}

	/// Whether nobody watches over a run that is not at its end.
	boolean isLost(PackRun run) {
		return this.recovery.isLost(run);
	}

	private record Beginning(CompletableFuture<Long> number) implements RunWatch {

		@Override
		public void begun(PackRun run) {
			this.number.complete(run.number());
		}

	}

}

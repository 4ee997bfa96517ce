package org.packhorse.run;

import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.packhorse.pack.PackProblem;
import org.packhorse.pack.Processes;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Makes packs of runs that other processes watch over, for as long as it lives. Told to stop, it finishes the packs in its hands and gives
/// the rest of its partitions back.
@Component
public class PackWorker implements SmartLifecycle {

	private final WayToWorkers way;

	private final PartitionWork work;

	private final Workplace workplace;

	private final Crew crew;

	private final Processes processes;

	private final Leaving leaving;

	private final CountDownLatch stopped = new CountDownLatch(1);

	private volatile Consumer<String> news = _ -> {
	};

	private volatile @Nullable AutoCloseable inbox;

	private volatile @Nullable PackProblem problem;

	PackWorker(WayToWorkers way, PartitionWork work, Workplace workplace, Crew crew, Processes processes, Leaving leaving) {
		this.way = way;
		this.work = work;
		this.workplace = workplace;
		this.crew = crew;
		this.processes = processes;
		this.leaving = leaving;
	}

	/// Starts, and tells what happens line by line; throws [PackProblem] where it cannot.
	public void start(Consumer<String> news) {
		this.news = news;
		start();
	}

	@Override
	public void start() {
		var settings = this.way.demandBroker();
		this.crew.demandNoOtherRun();
		this.processes.register(Crew.WORKER);
		int threads = this.workplace.threads();
		var opened = new PartitionInbox(settings, threads, this.work, this::cannotWork);
		this.inbox = opened;
		opened.open();
		this.news.accept("at work on %d at once, as %s".formatted(threads, this.processes.words()));
	}

	private void cannotWork(PackProblem found) {
		this.problem = found;
		this.stopped.countDown();
	}

	@Override
	public void stop() {
		var open = this.inbox;
		if (open != null) {
			this.leaving.ask();
			this.news.accept("stopping when the packs in hand are done");
			try {
				open.close();
			}
			catch (Exception ex) {
				this.news.accept("stopped with a fault: " + ex.getMessage());
			}
			this.inbox = null;
			this.news.accept("stopped");
			this.stopped.countDown();
		}
	}

	/// Waits until somebody stops it; throws [PackProblem] where it cannot make what is asked of it.
	public void awaitStop() throws InterruptedException {
		this.stopped.await();
		var found = this.problem;
		if (found != null) {
			throw found;
		}
	}

	@Override
	public boolean isRunning() {
		return this.inbox != null;
	}

	/// The command starts it; no other command takes packs from a broker.
	@Override
	public boolean isAutoStartup() {
		return false;
	}

}

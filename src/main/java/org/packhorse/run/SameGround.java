package org.packhorse.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.packhorse.pack.EditionStore;
import org.packhorse.pack.PackProblem;
import org.springframework.stereotype.Component;

/// Sees to it that workers stand on the same ground as the run that they make packs of: the same templates, and the same folder of
/// editions, which a machine without its share would otherwise fill for itself.
@Component
class SameGround {

	private final RunLog log;

	private final Workplace workplace;

	private final EditionStore store;

	SameGround(RunLog log, Workplace workplace, EditionStore store) {
		this.log = log;
		this.workplace = workplace;
		this.store = store;
	}

	/// A mark that stands in the folders of a run while it is made.
	interface Marked extends AutoCloseable {

		@Override
		void close();

	}

	/// Marks the folders that a run publishes in and writes down its templates, for this execution of its job.
	Marked mark(long run, long execution) {
		this.log.templates(run, templates(run));
		var folders = this.log.stores(run);
		try {
			for (Path folder : folders) {
				this.store.mark(folder, run, Long.toString(execution));
			}
		}
		catch (IOException ex) {
			throw new PackProblem(PackProblem.Kind.FAILED, "No mark for workers can be left in %s: %s".formatted(folders, ex.getMessage()));
		}
		return () -> unmark(run, folders);
	}

	private void unmark(long run, List<Path> folders) {
		for (Path folder : folders) {
			try {
				this.store.unmark(folder, run);
			}
			catch (IOException ex) {
				// It lies beside what is being made and means nothing to any later run.
			}
		}
	}

	/// Throws where this process is not on the ground of the run.
	void demand(long number, long execution) {
		if (!templates(number).equals(this.log.templates(number))) {
			throw new PackProblem(PackProblem.Kind.INPUT, "report-templates/ of this worker is not what run %d was begun with. Copy the folder from where the run was begun, then start the worker again."
				.formatted(number));
		}
		for (Path folder : this.log.stores(number)) {
			if (!sees(folder, number, execution)) {
				throw new PackProblem(PackProblem.Kind.INPUT, "This worker does not see the folder %s that run %d publishes in. Mount the same folder under the same path here, then start the worker again."
					.formatted(folder, number));
			}
		}
	}

	private String templates(long run) {
		return this.workplace.templates(this.log.packs(run));
	}

	private boolean sees(Path folder, long run, long execution) {
		try {
			return this.store.sees(folder, run, Long.toString(execution));
		}
		catch (IOException ex) {
			throw new PackProblem(PackProblem.Kind.INPUT, "This worker cannot read the folder %s that run %d publishes in: %s".formatted(folder, run, ex.getMessage()));
		}
	}

}

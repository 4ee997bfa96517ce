package org.packhorse.pack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// The store as a process uses it that stands still at a moment: then something else goes on, and then it wakes and knows nothing of that.
final class StoppingStore implements EditionStore {

	/// When.
	enum Moment {

		BEFORE_STAGING, IN_RENDERING, BETWEEN_CHECK_AND_RENAME, BETWEEN_RENAME_AND_RECORD

	}

	private final EditionStore store;

	private final Map<Moment, Runnable> meanwhile = new EnumMap<>(Moment.class);

	StoppingStore(EditionStore store) {
		this.store = store;
	}

	/// What goes on while the process stands still, once.
	void stopAt(Moment moment, Runnable goesOn) {
		this.meanwhile.put(moment, goesOn);
	}

	private void at(Moment moment) {
		var goesOn = this.meanwhile.remove(moment);
		if (goesOn != null) {
			goesOn.run();
		}
	}

	@Override
	public void clear(PackRequest request, long fence) throws IOException {
		this.store.clear(request, fence);
	}

	@Override
	public Path stage(Edition edition, long fence) throws IOException {
		at(Moment.BEFORE_STAGING);
		var folder = this.store.stage(edition, fence);
		at(Moment.IN_RENDERING);
		return folder;
	}

	@Override
	public Optional<Path> staged(Edition edition, long fence) {
		return this.store.staged(edition, fence);
	}

	@Override
	public void publish(Edition edition, long fence) throws IOException {
		at(Moment.BETWEEN_CHECK_AND_RENAME);
		this.store.publish(edition, fence);
		at(Moment.BETWEEN_RENAME_AND_RECORD);
	}

	@Override
	public void discard(Edition edition, long fence) throws IOException {
		this.store.discard(edition, fence);
	}

	@Override
	public boolean isPublished(Edition edition) {
		return this.store.isPublished(edition);
	}

	@Override
	public boolean isTaken(Path store, String name) {
		return this.store.isTaken(store, name);
	}

	@Override
	public byte[] read(Edition edition, String file) throws IOException {
		return this.store.read(edition, file);
	}

	@Override
	public void mark(Path store, long run, String token) throws IOException {
		this.store.mark(store, run, token);
	}

	@Override
	public boolean sees(Path store, long run, String token) throws IOException {
		return this.store.sees(store, run, token);
	}

	@Override
	public void unmark(Path store, long run) throws IOException {
		this.store.unmark(store, run);
	}

}

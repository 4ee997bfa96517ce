package org.packhorse.tracker;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.packhorse.access.Actor;

/// One upload while it is worked on.
final class UploadInHand {

	private final Actor owner;

	private Permission permission;

	private final UploadFolder folder;

	private Upload upload;

	private boolean gone;

	UploadInHand(Actor owner, Permission permission, UploadFolder folder, Upload upload) {
		this.owner = owner;
		this.permission = permission;
		this.folder = folder;
		this.upload = upload;
	}

	Actor owner() {
		return this.owner;
	}

	boolean isOf(Actor somebody) {
		return this.owner.equals(somebody);
	}

	synchronized Permission permission() {
		return this.permission;
	}

	synchronized void permit(Permission now) {
		this.permission = now;
	}

	UploadFolder folder() {
		return this.folder;
	}

	synchronized Upload seen() {
		return this.upload;
	}

	/// The files with the very bytes that came.
	List<ImportFile> checked() {
		var files = seen().files();
		return IntStream.range(0, files.size()).mapToObj(i -> this.folder.file(i + 1, files.get(i))).toList();
	}

	synchronized boolean begin(Upload.State state) {
		if (this.gone || this.upload.state() != Upload.State.CHECKED) {
			return false;
		}
		become(state, this.upload.outcomes(), false);
		return true;
	}

	/// Takes it out of everybody's hands, unless something is under way; from then on nothing is begun with it.
	synchronized boolean leave() {
		this.gone = this.gone || !this.upload.state().isUnderWay();
		return this.gone;
	}

	synchronized boolean isGone() {
		return this.gone;
	}

	synchronized void end(Upload.State state, List<LoadedFile> outcomes) {
		become(state, outcomes, false);
		notifyAll();
	}

	synchronized void fail() {
		become(Upload.State.CHECKED, List.of(), true);
		notifyAll();
	}

	private void become(Upload.State state, List<LoadedFile> outcomes, boolean failed) {
		this.upload = new Upload(this.upload.id(), state, this.upload.sentAt(), this.upload.until(), this.upload.files(), outcomes, failed);
	}

	/// How it stands when what is under way has ended, or after a while.
	synchronized Upload after(Duration patience) {
		var end = System.nanoTime() + patience.toNanos();
		try {
			for (var left = patience.toNanos(); this.upload.state().isUnderWay() && left > 0; left = end - System.nanoTime()) {
				TimeUnit.NANOSECONDS.timedWait(this, left);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		return this.upload;
	}

}

package org.packhorse.tracker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.packhorse.access.Actor;
import org.packhorse.access.Actors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Files that people send: checked first, and loaded when their owner says so. They wait in this process alone, for an hour at most.
@Component
public class Uploads implements AutoCloseable {

	private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);

	private static final int RANDOM_BYTES = 20;

	private final TrackerImport tracker;

	private final Actors actors;

	private final Clock clock;

	private final UploadSettings settings;

	private final UploadPlace place;

	private final Map<String, UploadInHand> inHand = new ConcurrentHashMap<>();

	private final Semaphore turns;

	private final SecureRandom random = new SecureRandom();

	private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());

	private final ExecutorService work = Executors.newVirtualThreadPerTaskExecutor();

	Uploads(TrackerImport tracker, Actors actors, Clock clock, UploadSettings settings) {
		this.tracker = tracker;
		this.actors = actors;
		this.clock = clock;
		this.settings = settings;
		this.place = new UploadPlace(settings.place());
		this.turns = new Semaphore(settings.together());
	}

	/// Forgets what processes before this one left behind.
	public void begin() {
		this.place.begin();
	}

	/// The largest file that is taken, in bytes.
	public long largest() {
		return this.settings.size().toBytes();
	}

	/// Takes files in and has them checked. Waits for the outcome a little; a check that takes longer goes on.
	///
	/// @throws UploadRefused when nothing is taken in
	public Upload send(Actor owner, Permission permission, List<SentFile> files) {
		forgetOld();
		demand(owner, files);
		if (!this.turns.tryAcquire()) {
			throw busy();
		}
		var begun = false;
		try {
			var upload = keep(owner, permission, files);
			begun = begin(upload, true);
			return upload.after(this.settings.patience());
		}
		finally {
			if (!begun) {
				this.turns.release();
			}
		}
	}

	/// An upload of this owner; nobody finds another's.
	public Optional<Upload> find(Actor owner, String id) {
		return hand(owner, id).map(UploadInHand::seen);
	}

	/// What of this owner's waits, newest first.
	public List<Upload> of(Actor owner) {
		forgetOld();
		return this.inHand.values()
			.stream()
			.filter(upload -> upload.isOf(owner))
			.map(UploadInHand::seen)
			.sorted(Comparator.comparing(Upload::sentAt).reversed())
			.toList();
	}

	/// Loads the very bytes that were checked, for their owner, all of them or none; what cannot be loaded, or is being loaded, stays as
	/// it is.
	///
	/// @param permission what the owner may load now
	/// @throws UploadRefused when others are at work
	public Optional<Upload> load(Actor owner, Permission permission, String id) {
		var upload = hand(owner, id);
		upload.filter(found -> found.seen().isLoadable()).ifPresent(found -> {
			if (!this.turns.tryAcquire()) {
				throw busy();
			}
			found.permit(permission);
			if (!begin(found, false)) {
				this.turns.release();
			}
		});
		return upload.filter(found -> !found.isGone()).map(found -> found.after(this.settings.patience()));
	}

	/// Forgets an upload that is not being worked on.
	public boolean discard(Actor owner, String id) {
		var upload = hand(owner, id).filter(UploadInHand::leave);
		upload.ifPresent(this::forget);
		return upload.isPresent();
	}

	private Optional<UploadInHand> hand(Actor owner, String id) {
		forgetOld();
		return Optional.ofNullable(this.inHand.get(id)).filter(upload -> upload.isOf(owner));
	}

	private void demand(Actor owner, List<SentFile> files) {
		if (files.isEmpty() || files.size() > this.settings.files()) {
			throw new UploadRefused(UploadRefused.Why.FILES,
					files.isEmpty() ? "Choose at least one file." : "Choose at most %d files at once.".formatted(this.settings.files()));
		}
		if (this.inHand.values().stream().filter(upload -> upload.isOf(owner) && upload.seen().state() != Upload.State.LOADED).count() >= this.settings.waiting()) {
			throw new UploadRefused(UploadRefused.Why.WAITING, "%d uploads of yours wait already. Load or discard one of them first.".formatted(this.settings.waiting()));
		}
	}

	private static UploadRefused busy() {
		return new UploadRefused(UploadRefused.Why.BUSY, "Other files are being checked. Try again in a minute.");
	}

	private UploadInHand keep(Actor owner, Permission permission, List<SentFile> files) {
		var bytes = new byte[RANDOM_BYTES];
		this.random.nextBytes(bytes);
		var id = HexFormat.of().formatHex(bytes);
		UploadFolder folder = null;
		var kept = new ArrayList<Upload.Sent>();
		try {
			folder = UploadFolder.create(this.place.of(id));
			for (var file : files) {
				kept.add(folder.keep(kept.size() + 1, file, this.settings.size().toBytes()));
			}
		}
		catch (IOException | RuntimeException ex) {
			if (folder != null) {
				folder.delete();
			}
			throw ex instanceof IOException io ? new UncheckedIOException(io) : (RuntimeException) ex;
		}
		var now = this.clock.instant();
		var upload = new UploadInHand(owner, permission, folder, new Upload(id, Upload.State.CHECKED, now, now.plus(this.settings.kept()), kept, List.of(), false));
		this.inHand.put(id, upload);
		this.timer.schedule(this::forgetOld, this.settings.kept().plusSeconds(1).toMillis(), TimeUnit.MILLISECONDS);
		return upload;
	}

	/// Checks or loads beside the request that asked; false when somebody else has begun meanwhile.
	private boolean begin(UploadInHand upload, boolean dryRun) {
		if (!upload.begin(dryRun ? Upload.State.CHECKING : Upload.State.LOADING)) {
			return false;
		}
		this.work.execute(() -> {
			try {
				work(upload, dryRun);
			}
			finally {
				this.turns.release();
			}
		});
		return true;
	}

	private void work(UploadInHand upload, boolean dryRun) {
		try {
			var terms = new Terms(Reading.apart(this.settings.limits(), upload.folder().work()), upload.permission(), true);
			var outcomes = this.actors.as(upload.owner(), () -> this.tracker.load(upload.checked(), dryRun, Progress.NONE, terms));
			var in = !dryRun && outcomes.stream().allMatch(LoadedFile::in);
			if (in) {
				loaded(upload, outcomes);
			}
			else {
				upload.end(Upload.State.CHECKED, outcomes);
			}
		}
		catch (Throwable ex) {
			LOG.error("an upload could not be {}", dryRun ? "checked" : "loaded", ex);
			upload.fail();
		}
	}

	/// What has been loaded is loaded, whatever becomes of its bytes here.
	private static void loaded(UploadInHand upload, List<LoadedFile> outcomes) {
		try {
			upload.folder().delete();
		}
		catch (RuntimeException ex) {
			LOG.warn("the bytes of a loaded upload were not removed", ex);
		}
		finally {
			upload.end(Upload.State.LOADED, outcomes);
		}
	}

	private void forgetOld() {
		var now = this.clock.instant();
		this.inHand.values().stream().filter(upload -> upload.seen().until().isBefore(now) && upload.leave()).forEach(this::forget);
	}

	private void forget(UploadInHand upload) {
		this.inHand.remove(upload.seen().id());
		upload.folder().delete();
	}

	/// Lets what is under way end, for a while, and forgets everything.
	@Override
	public void close() throws InterruptedException, IOException {
		this.timer.shutdownNow();
		this.work.shutdown();
		this.work.awaitTermination(20, TimeUnit.SECONDS);
		this.inHand.values().forEach(this::forget);
		this.place.close();
	}

}

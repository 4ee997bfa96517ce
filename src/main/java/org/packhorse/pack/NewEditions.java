package org.packhorse.pack;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.packhorse.access.Actor;
import org.packhorse.access.Actors;
import org.packhorse.access.AuditTrail;
import org.packhorse.writer.NotRendered;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/// Begins editions and puts them on record, each step with its entry in the audit trail: both are kept or neither.
@Component
public class NewEditions {

	private final Editions editions;

	private final SignOffs signOffs;

	private final Ratings ratings;

	private final TemplateAuthors authors;

	private final AuditTrail audit;

	private final Actors actors;

	private final Publishing publishing;

	NewEditions(Editions editions, SignOffs signOffs, Ratings ratings, TemplateAuthors authors, AuditTrail audit, Actors actors, Publishing publishing) {
		this.editions = editions;
		this.signOffs = signOffs;
		this.ratings = ratings;
		this.authors = authors;
		this.audit = audit;
		this.actors = actors;
		this.publishing = publishing;
	}

	/// Takes the next version number for a request, with what is to become of it. The caller holds the lock of [Publishing].
	public Edition begin(PackRequest request) {
		return this.publishing.held(request).hold(() -> {
			var edition = this.editions.reserve(request);
			this.signOffs.open(edition, request.signOff());
			this.audit.record(asker(edition), "run", edition.name(), Map.of("state", state(edition), "waitsFor", request.signOff().posts()));
			return edition;
		});
	}

	/// Lets a draft that stands wait for posts, where it was made for nobody to clear; where it waits for them already, its final goes
	/// to the lists of whoever asks now as well.
	public void demandPosts(Edition draft, SignOff signOff, String requestedBy) {
		if (draft.request().draft() && !signOff.posts().isEmpty()) {
			this.publishing.held(draft.request()).holdWhile(() -> demand(draft, signOff, requestedBy));
		}
	}

	private void demand(Edition draft, SignOff signOff, String requestedBy) {
		if (this.signOffs.of(draft).isEmpty()) {
			this.signOffs.open(draft, signOff);
			this.signOffs.authors(draft, this.authors.of(draft, SnapshotJson.read(this.editions.frozen(draft))));
			this.audit.record(this.actors.named(requestedBy), "asked to clear", draft.name(), Map.of("waitsFor", signOff.posts()));
		}
		else if (this.signOffs.addLists(draft, signOff.lists())) {
			this.audit.record(this.actors.named(requestedBy), "lists added", draft.name(), Map.of("lists", signOff.lists()));
		}
	}

	/// Takes the next version number for the final of a draft that its posts have cleared. The caller holds the lock of [Publishing].
	/// A draft has one final, also where a lock was lost: the database sees to it.
	public Edition beginFinal(Edition draft, @Nullable String erratum) {
		try {
			return this.publishing.held(draft.request()).hold(() -> {
				var edition = this.editions.reserveFinal(draft, erratum);
				this.audit.record(asker(edition), "run", edition.name(), Map.of("state", state(edition), "fromDraft", draft.name()));
				return edition;
			});
		}
		catch (DuplicateKeyException ex) {
			throw new PackProblem(PackProblem.Kind.BUSY, "Another process is making the final of %s; ./packhorse editions shows it once it stands.".formatted(draft.name()));
		}
	}

	/// Keeps what an edition is made of and, where posts have to clear it, who changed its templates.
	void freeze(Edition edition, String fingerprint, byte[] json, @Nullable List<String> authors) {
		this.publishing.held(edition.request()).holdWhile(() -> {
			if (authors != null) {
				this.signOffs.authors(edition, authors);
			}
			this.editions.freeze(edition, fingerprint, Sha256.of(json), json);
		});
	}

	/// Puts an edition that has been made on record, unless another process has taken over: how everything was rated, and what the
	/// formats could not show; a making that was interrupted may have kept some of it.
	///
	/// @param audience whom it is for, as its manifest says
	void publish(Edition edition, String audience, String manifestSha256, Assessments assessments, List<NotRendered> notRendered) {
		this.publishing.held(edition.request()).holdWhile(() -> {
			this.ratings.replace(edition.number(), assessments.results());
			this.editions.note(edition, notRendered);
			record(edition, audience, manifestSha256);
		});
	}

	/// Puts an edition on record of which everything else is there already; making files again that had gone is no news.
	void publish(Edition edition, String audience, String manifestSha256) {
		this.publishing.held(edition.request()).holdWhile(() -> record(edition, audience, manifestSha256));
	}

	private void record(Edition edition, String audience, String manifestSha256) {
		this.editions.publish(edition, Software.current(), audience, manifestSha256);
		if (!edition.published()) {
			this.audit.record(asker(edition), "published", edition.name(), Map.of("state", state(edition), "manifestSha256", manifestSha256));
		}
	}

	/// Who asked for it. A final has been asked for by whoever cleared its draft last, whichever thread or process makes it, and whenever.
	private Actor asker(Edition edition) {
		var draft = edition.fromDraft();
		return draft == null ? this.actors.named(edition.request().requestedBy())
				: this.signOffs.of(this.editions.find(draft)).flatMap(Progress::lastCleared).map(Actor::recorded).orElseGet(this.actors::current);
	}

	private static String state(Edition edition) {
		return edition.request().draft() ? "draft" : "final";
	}

	/// Takes an edition that will not be finished off the record, unless another process has taken over and is at work on it.
	void drop(Edition edition) {
		this.publishing.held(edition.request()).holdWhile(() -> this.editions.drop(edition));
	}

}

package org.packhorse.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.packhorse.template.FaultyTemplate;
import org.packhorse.template.PackTemplate;
import org.packhorse.template.TemplateFolder;
import org.packhorse.template.TemplateProblem;
import org.packhorse.writer.NotRendered;
import org.packhorse.writer.PackFormat;
import org.packhorse.writer.ReadBack;
import org.springframework.stereotype.Component;

/// Makes packs: snapshot → disclose → assess → compose → render → publish.
///
/// The snapshot is whole; from `disclose` on, nothing knows more than the pack's readers may, but for the search of the finished files.
@Component
public class PackMaker {

	static final String RESULTS = "pack.json";

	private static final ZoneId LONDON = ZoneId.of("Europe/London");

	private final Freezing freezing;

	private final Editions editions;

	private final LeakGuard guard;

	private final NewEditions newEditions;

	private final SignOffs signOffs;

	private final TemplateAuthors authors;

	private final Home home;

	private final Correspondence correspondence;

	private final Rendering rendering;

	private final Publishing publishing;

	private final EditionStore store;

	PackMaker(Freezing freezing, Editions editions, LeakGuard guard, NewEditions newEditions, SignOffs signOffs, TemplateAuthors authors,
			Home home, Correspondence correspondence, Rendering rendering, Publishing publishing, EditionStore store) {
		this.freezing = freezing;
		this.editions = editions;
		this.guard = guard;
		this.newEditions = newEditions;
		this.signOffs = signOffs;
		this.authors = authors;
		this.home = home;
		this.correspondence = correspondence;
		this.rendering = rendering;
		this.publishing = publishing;
		this.store = store;
	}

	/// Makes and publishes an edition that was begun; the caller holds the lock of [Publishing], and gives the edition up where this throws.
	public Made make(Edition edition) {
		return make(edition, snapshot(edition));
	}

	/// Makes and publishes an edition of what was frozen for it, whatever has changed since and however far another making came.
	public Made goOn(Edition edition) {
		return make(edition, frozen(edition));
	}

	private Made make(Edition edition, Snapshot snapshot) {
		var disclosed = disclose(snapshot);
		var composed = compose(disclosed, assess(disclosed));
		tryLetters(composed);
		var notRendered = render(edition, composed);
		var manifest = filed(edition, () -> inPlace(edition, composed));
		this.newEditions.publish(edition, audience(composed.template()), manifest, composed.assessments(), notRendered);
		return made(this.editions.find(edition.number()), composed, notRendered);
	}

	/// What stands already, with its files made again where they have gone.
	public Made standing(Edition edition) {
		var disclosed = disclosed(edition);
		var composed = compose(disclosed, assess(disclosed));
		return made(restored(edition, composed), composed, this.editions.notices(edition));
	}

	private Made made(Edition edition, Composed composed, List<NotRendered> notRendered) {
		var part2 = composed.disclosed().leavesOutExempt() ? this.freezing.part2(edition.request()) : Optional.<PackRequest>empty();
		return new Made(edition, notRendered, toLookAt(composed, part2), notes(composed), part2);
	}

	/// Whether the facts of an edition that is being made are frozen, so that it can be gone on with.
	public boolean isFrozen(Edition edition) {
		return this.editions.isFrozen(edition);
	}

	/// Freezes what the edition is made of: facts as at its date, templates, house and rules. The final of a draft takes those of the
	/// draft, which its posts have seen.
	public Snapshot snapshot(Edition edition) {
		var draft = edition.fromDraft();
		var snapshot = (draft == null ? this.freezing.of(edition.request(), edition.version(), edition.number())
				: frozen(this.editions.find(draft)).asFinal(edition.version()))
			.correcting(erratum(edition));
		Rules.of(snapshot.templates());
		ReportCheck.demand(snapshot);
		var authors = edition.request().draft() && this.signOffs.of(edition).isPresent() ? this.authors.of(edition, snapshot) : null;
		var text = SnapshotText.of(snapshot);
		this.newEditions.freeze(edition, text.fingerprint(), text.json(), authors);
		return snapshot;
	}

	/// Which final the edition takes the place of, and what is said of that.
	private Snapshot.@Nullable Erratum erratum(Edition edition) {
		return edition.request().draft() ? null : this.editions.standing(edition)
			.map(standing -> new Snapshot.Erratum(standing.version(), Objects.requireNonNullElse(edition.request().erratum(), "")))
			.orElse(null);
	}

	/// The snapshot that was frozen for an edition.
	public Snapshot frozen(Edition edition) {
		return SnapshotJson.read(this.editions.frozen(edition));
	}

	/// What the readers of an edition get of the snapshot that was frozen for it.
	public Disclosed disclosed(Edition edition) {
		return disclose(frozen(edition));
	}

	/// Leaves out what the audience of a snapshot's pack must not see: small numbers with all that would tell them, exempt words.
	public Disclosed disclose(Snapshot snapshot) {
		return Disclosed.of(snapshot);
	}

	/// Whether the edition says what a new one for the request would say, in every format that is asked for; then there is
	/// nothing to make. A final that was cleared as a draft says what that draft said.
	public boolean isCurrent(Edition edition, PackRequest request) {
		var draft = edition.fromDraft() == null ? edition : this.editions.find(edition.fromDraft());
		var said = request.draft() && !request.signOff().posts().isEmpty() ? draft : edition;
		var now = this.freezing.of(request, edition.version(), draft.number());
		return SnapshotText.of(now).fingerprint().equals(said.fingerprint()) && frozen(edition).formats().containsAll(now.formats());
	}

	/// What a person should look at before anybody reads an edition that is not for named posts alone, a sentence each.
	private static List<String> toLookAt(Composed composed, Optional<PackRequest> part2) {
		if (!composed.disclosed().isOpen()) {
			return List.of();
		}
		var toLookAt = new ArrayList<>(FreeText.toLookAt(composed.model()));
		if (composed.disclosed().leavesOutExempt() && part2.isEmpty()) {
			toLookAt.add("Exempt paragraphs are left out, and no pack holds them: write part-2-of: %s into the pack.yml of one for restricted readers"
				.formatted(composed.facts().templates().pack()));
		}
		return toLookAt;
	}

	/// Makes a published edition's files again where its folder is gone.
	private Edition restored(Edition edition, Composed composed) {
		if (this.store.isPublished(edition)) {
			return edition;
		}
		render(edition, composed);
		return publish(edition, composed);
	}

	/// Gives up an edition that cannot be finished: its version number and the files that were written aside for it. Where another process
	/// has taken over, the edition is that one's to finish or to give up.
	public void abandon(Edition edition) {
		try {
			this.store.discard(edition, this.publishing.held(edition.request()).fence());
		}
		catch (IOException ex) {
			// What is left aside is no edition, and the next making of this one begins by emptying it.
		}
		this.newEditions.drop(edition);
	}

	/// Rates everything that an audience gets.
	public Assessments assess(Disclosed disclosed) {
		return Assessments.of(disclosed);
	}

	private static Composed compose(Disclosed disclosed, Assessments assessments) {
		return Composed.of(disclosed, assessments);
	}

	/// Writes the edition's files aside, in each of its formats, with what they could not show.
	public List<NotRendered> render(Edition edition, Disclosed disclosed, Assessments assessments) {
		return render(edition, compose(disclosed, assessments));
	}

	private List<NotRendered> render(Edition edition, Composed composed) {
		return filed(edition, () -> render(this.store.stage(edition, this.publishing.held(edition.request()).fence()), composed));
	}

	/// Puts the edition's files and their manifest in place, whole or not at all; files that show what is withheld are refused.
	public Edition publish(Edition edition, Disclosed disclosed) {
		return publish(edition, compose(disclosed, assess(disclosed)));
	}

	private Edition publish(Edition edition, Composed composed) {
		this.newEditions.publish(edition, audience(composed.template()), filed(edition, () -> inPlace(edition, composed)));
		return this.editions.find(edition.number());
	}

	/// The SHA-256 of the manifest that stands in the end.
	private String inPlace(Edition edition, Composed composed) throws IOException {
		var lock = this.publishing.held(edition.request());
		if (!this.store.isPublished(edition)) {
			var folder = staged(edition, composed, lock.fence());
			Files.deleteIfExists(folder.resolve(EditionFolder.MANIFEST));
			Files.write(folder.resolve(EditionFolder.MANIFEST), SnapshotJson.pretty(manifest(edition, composed.disclosed(), folder)));
			this.guard.demandClean(folder, composed);
			lock.demandHeld();
			this.store.publish(edition, lock.fence());
		}
		else if (!isOwn(edition, composed.disclosed())) {
			throw new PackProblem(PackProblem.Kind.FAILED, "The folder %s stands already and is another edition's; nothing was changed. Move it away, or publish elsewhere with --out."
				.formatted(edition.path()));
		}
		this.store.discard(edition, lock.fence());
		return Sha256.of(this.store.read(edition, EditionFolder.MANIFEST));
	}

	/// What was rendered under another fence, before its process died, is not used: it is rendered again.
	private Path staged(Edition edition, Composed composed, long fence) {
		return this.store.staged(edition, fence).orElseGet(() -> {
			render(edition, composed);
			return this.store.staged(edition, fence).orElseThrow();
		});
	}

	/// Work with an edition's files.
	private interface Filing<T> {

		T done() throws IOException;

	}

	/// Says of files that cannot be written what is wrong there, unless another process has taken over and cleared them away.
	private <T> T filed(Edition edition, Filing<T> work) {
		try {
			return work.done();
		}
		catch (PackProblem | FaultyTemplate ex) {
			throw ex;
		}
		catch (IOException | RuntimeException ex) {
			var fault = StoreProblem.within(ex).orElseThrow(() -> (RuntimeException) ex);
			this.publishing.held(edition.request()).demandHeld();
			throw StoreProblem.of(edition.request().store(), fault);
		}
	}

	/// Whether the folder that stands was put there by this edition's making, which was then interrupted before its record.
	private boolean isOwn(Edition edition, Disclosed disclosed) throws IOException {
		var manifest = SnapshotJson.manifest(this.store.read(edition, EditionFolder.MANIFEST));
		return manifest.snapshotSha256().equals(sha256(edition, disclosed)) && manifest.requestedAt().equals(edition.requestedAt());
	}

	/// Writes every file of an edition into a folder.
	List<NotRendered> render(Path folder, Disclosed disclosed, Assessments assessments) throws IOException {
		return render(folder, compose(disclosed, assessments));
	}

	private List<NotRendered> render(Path folder, Composed composed) throws IOException {
		var notRendered = this.rendering.write(folder, composed, composed.facts().formats());
		Files.write(folder.resolve(RESULTS), results(composed));
		return notRendered;
	}

	/// What is to be read in each format of an edition, by the trees that it is written from.
	Map<PackFormat, ReadBack> said(Disclosed disclosed, Assessments assessments) {
		return Rendering.said(compose(disclosed, assessments));
	}

	/// Whether a snapshot's Excel file says something else than its other formats.
	boolean hasOwnWorkbook(Snapshot snapshot) {
		return PackTemplate.of(snapshot.templates()).hasWorkbook();
	}

	/// What pack.json says of an edition.
	byte[] results(Disclosed disclosed, Assessments assessments) {
		return results(compose(disclosed, assessments));
	}

	private static byte[] results(Composed composed) {
		return SnapshotJson.pretty(new PackJson(composed.disclosed(), composed.assessments()).data(composed.template().settings().audience(), composed.model().movement()));
	}

	/// What the makers of an edition's committee report must know: its deadlines, and what is missing or wrong in it. Packs
	/// without a form have nothing to say.
	private static List<String> notes(Composed composed) {
		if (composed.template().form() == null) {
			return List.of();
		}
		return Stream.of(new Readiness(composed.disclosed(), composed.assessments()).report(), ReportDeadlines.days(composed.facts())).flatMap(List::stream).toList();
	}

	/// The e-mail that goes with an edition whose readers get all files attached; without `headlines` it says no more than what the
	/// files are and how to open them, for what travels unprotected.
	public Letter letter(Edition edition, boolean headlines) {
		return letters(edition).of(headlines);
	}

	/// The letters of an edition, for many readers or for files that travel in another way.
	public Letters letters(Edition edition) {
		return this.correspondence.of(edition);
	}

	/// Makes an edition's letters before it is published: what cannot be sent had better not stand as final.
	private void tryLetters(Composed composed) {
		if (composed.template().hasLetter()) {
			this.correspondence.of(composed).tryAll();
		}
	}

	/// What is wrong in the rules of any house.
	public static List<TemplateProblem> checkRules(TemplateFolder folder) {
		var problems = new ArrayList<TemplateProblem>();
		for (String house : folder.packs().isEmpty() ? List.<String>of() : folder.houses()) {
			try {
				Rules.of(folder.frozen(folder.packs().getFirst(), house));
			}
			catch (FaultyTemplate ex) {
				problems.addAll(ex.problems());
			}
		}
		return problems.stream().sorted().distinct().toList();
	}

	/// What is wrong with a pack's or a house's name, in words; empty when both exist.
	public List<String> faults(String pack, @Nullable String house) {
		var folder = TemplateFolder.open(this.home.templates());
		var faults = new ArrayList<String>();
		if (!folder.packs().contains(pack)) {
			faults.add("There is no pack '%s'; the packs are %s.".formatted(pack, String.join(", ", folder.packs())));
		}
		if (house != null && !folder.houses().contains(house)) {
			faults.add("There is no house '%s'; the houses are %s.".formatted(house, String.join(", ", folder.houses())));
		}
		return faults;
	}

	/// The posts that cleared the draft that an edition is the final of; who held them is on record alone.
	private List<Manifest.Cleared> clearances(Edition edition) {
		return edition.fromDraft() == null ? List.of() : this.signOffs.of(this.editions.find(edition.fromDraft())).stream()
			.flatMap(progress -> progress.posts().stream())
			.map(post -> new Manifest.Cleared(post.name(), LocalDate.ofInstant(Objects.requireNonNull(post.at()), LONDON)))
			.toList();
	}

	/// The hash of the snapshot as far as readers get it: one over withheld figures would let guesses of them be tried.
	private String sha256(Edition edition, Disclosed disclosed) {
		return disclosed.facts().equals(disclosed.snapshot()) ? this.editions.frozenSha256(edition) : Sha256.of(SnapshotJson.of(disclosed.facts()));
	}

	private Manifest manifest(Edition edition, Disclosed disclosed, Path folder) throws IOException {
		var snapshot = disclosed.facts();
		var files = new ArrayList<Manifest.Entry>();
		for (Path file : EditionFolder.files(folder)) {
			var name = file.getFileName().toString();
			files.add(new Manifest.Entry(name, mediaType(name), Files.size(file), Sha256.of(file)));
		}
		var template = PackTemplate.of(snapshot.templates());
		return new Manifest(snapshot.authority().code(), snapshot.templates().pack(), snapshot.asAt(), snapshot.version(), files,
				sha256(edition, disclosed), snapshot.templates().sha256(), Rules.of(snapshot.templates()).sha256(), Software.current(),
				template.marking(), audience(template),
				snapshot.draft() ? "draft" : "final", edition.request().requestedBy(), edition.requestedAt(), clearances(edition));
	}

	private static String audience(PackTemplate template) {
		return template.settings().audience().name().toLowerCase(Locale.ROOT);
	}

	private static String mediaType(String name) {
		for (PackFormat format : PackFormat.values()) {
			if (name.endsWith("." + format.ending())) {
				return format.mediaType();
			}
		}
		return "application/json";
	}

}

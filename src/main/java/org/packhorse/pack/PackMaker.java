package org.packhorse.pack;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
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
import org.packhorse.writer.Look;
import org.packhorse.writer.NotRendered;
import org.packhorse.writer.PackFormat;
import org.packhorse.writer.PackWriter;
import org.packhorse.writer.Projection;
import org.packhorse.writer.ReadBack;
import org.springframework.stereotype.Component;

/// Makes packs: snapshot → disclose → assess → render → publish. The steps of a run call these same methods.
///
/// The snapshot is whole; from `disclose` on, nothing knows more than the pack's readers may, but for the search of the finished files.
@Component
public class PackMaker {

	static final String RESULTS = "pack.json";

	private static final ZoneId LONDON = ZoneId.of("Europe/London");

	private final Freezing freezing;

	private final Editions editions;

	private final Ratings ratings;

	private final LeakGuard guard;

	private final NewEditions newEditions;

	private final SignOffs signOffs;

	private final TemplateAuthors authors;

	private final Home home;

	private final Correspondence correspondence;

	private final Publishing publishing;

	private final EditionStore store;

	private final Map<PackFormat, PackWriter> writers = new EnumMap<>(PackFormat.class);

	PackMaker(Freezing freezing, Editions editions, Ratings ratings, LeakGuard guard, NewEditions newEditions, SignOffs signOffs, TemplateAuthors authors,
			Home home, Correspondence correspondence, Publishing publishing, EditionStore store, List<PackWriter> writers) {
		this.freezing = freezing;
		this.editions = editions;
		this.ratings = ratings;
		this.guard = guard;
		this.newEditions = newEditions;
		this.signOffs = signOffs;
		this.authors = authors;
		this.home = home;
		this.correspondence = correspondence;
		this.publishing = publishing;
		this.store = store;
		writers.forEach(writer -> this.writers.put(writer.format(), writer));
	}

	/// Makes and publishes one edition; the caller holds the lock of [Publishing].
	public Edition make(PackRequest request) {
		var edition = this.newEditions.begin(request);
		var disclosed = disclose(snapshot(edition));
		var assessments = assess(disclosed);
		this.publishing.held(request).holdWhile(() -> this.ratings.store(edition.number(), assessments.results()));
		render(edition, disclosed, assessments);
		return publish(edition, disclosed);
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
		var json = SnapshotJson.of(snapshot);
		this.publishing.held(edition.request()).holdWhile(() -> {
			if (edition.request().draft() && this.signOffs.of(edition).isPresent()) {
				this.signOffs.authors(edition, this.authors.of(edition, snapshot));
			}
			this.editions.freeze(edition, fingerprint(snapshot), Sha256.of(json), json);
		});
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
		return fingerprint(now).equals(said.fingerprint()) && frozen(edition).formats().containsAll(now.formats());
	}

	/// What a person should look at before anybody reads an edition that is not for named posts alone, a sentence each.
	public List<String> toLookAt(Edition edition) {
		var disclosed = disclosed(edition);
		if (!disclosed.isOpen()) {
			return List.of();
		}
		var toLookAt = new ArrayList<>(FreeText.toLookAt(new Composition(disclosed, assess(disclosed)).model()));
		if (disclosed.leavesOutExempt() && this.freezing.part2(edition.request()).isEmpty()) {
			toLookAt.add("Exempt paragraphs are left out, and no pack holds them: write part-2-of: %s into the pack.yml of one for restricted readers"
				.formatted(edition.request().pack()));
		}
		return toLookAt;
	}

	/// The request for Part 2 of an edition's report, where words are exempt and a pack holds them.
	public Optional<PackRequest> part2(Edition edition) {
		return disclosed(edition).leavesOutExempt() ? this.freezing.part2(edition.request()) : Optional.empty();
	}

	/// Makes a published edition's files again where its folder is gone.
	public Edition restore(Edition edition) {
		if (this.store.isPublished(edition)) {
			return edition;
		}
		var disclosed = disclosed(edition);
		render(edition, disclosed, assess(disclosed));
		return publish(edition, disclosed);
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
		return assessor(disclosed).all();
	}

	/// Rates the facts that an audience gets one by one.
	public Assessor assessor(Disclosed disclosed) {
		return new Assessor(disclosed, Rules.of(disclosed.facts().templates()).policy());
	}

	/// Writes the edition's files aside, in each of its formats, with what they could not show.
	public List<NotRendered> render(Edition edition, Disclosed disclosed, Assessments assessments) {
		return filed(edition, () -> render(this.store.stage(edition, this.publishing.held(edition.request()).fence()), disclosed, assessments));
	}

	/// Puts the edition's files and their manifest in place, whole or not at all; files that show what is withheld are refused.
	public Edition publish(Edition edition, Disclosed disclosed) {
		this.newEditions.publish(edition, filed(edition, () -> inPlace(edition, disclosed)));
		return this.editions.find(edition.number());
	}

	/// The SHA-256 of the manifest that stands in the end.
	private String inPlace(Edition edition, Disclosed disclosed) throws IOException {
		var lock = this.publishing.held(edition.request());
		if (!this.store.isPublished(edition)) {
			manifest(edition, disclosed, staged(edition, disclosed, lock.fence()));
			lock.demandHeld();
			this.store.publish(edition, lock.fence());
		}
		else if (!isOwn(edition, disclosed.facts())) {
			throw new PackProblem(PackProblem.Kind.FAILED, "The folder %s stands already and is another edition's; nothing was changed. Move it away, or publish elsewhere with --out."
				.formatted(edition.path()));
		}
		this.store.discard(edition, lock.fence());
		return Sha256.of(this.store.read(edition, EditionFolder.MANIFEST));
	}

	/// What was rendered under another fence, before its process died, is not used: it is rendered again.
	private Path staged(Edition edition, Disclosed disclosed, long fence) {
		return this.store.staged(edition, fence).orElseGet(() -> {
			render(edition, disclosed, assess(disclosed));
			return this.store.staged(edition, fence).orElseThrow();
		});
	}

	private void manifest(Edition edition, Disclosed disclosed, Path folder) throws IOException {
		Files.deleteIfExists(folder.resolve(EditionFolder.MANIFEST));
		Files.write(folder.resolve(EditionFolder.MANIFEST), SnapshotJson.pretty(manifest(edition, disclosed.facts(), folder, clearances(edition))));
		this.guard.demandClean(folder, disclosed, assess(disclosed));
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
	private boolean isOwn(Edition edition, Snapshot facts) throws IOException {
		var manifest = SnapshotJson.manifest(this.store.read(edition, EditionFolder.MANIFEST));
		return manifest.snapshotSha256().equals(Sha256.of(SnapshotJson.of(facts))) && manifest.requestedAt().equals(edition.requestedAt());
	}

	/// Writes every file of an edition into a folder.
	List<NotRendered> render(Path folder, Disclosed disclosed, Assessments assessments) throws IOException {
		var snapshot = disclosed.facts();
		var template = PackTemplate.of(snapshot.templates());
		var model = new Composition(disclosed, assessments).model();
		var documents = new Documents(template, model, snapshot.formats(), snapshot.erratum());
		var notRendered = write(folder, snapshot, snapshot.formats(), documents, template.house().look());
		Files.write(folder.resolve(RESULTS),
				SnapshotJson.pretty(new PackJson(disclosed, assessments).data(template.settings().audience(), model.movement())));
		return notRendered;
	}

	/// What is to be read in each format of an edition, by the trees that it is written from.
	Map<PackFormat, ReadBack> said(Disclosed disclosed, Assessments assessments) {
		var snapshot = disclosed.facts();
		var template = PackTemplate.of(snapshot.templates());
		var documents = new Documents(template, new Composition(disclosed, assessments).model(), snapshot.formats(), snapshot.erratum());
		var said = new EnumMap<PackFormat, ReadBack>(PackFormat.class);
		snapshot.formats().forEach(format -> said.put(format, Projection.of(documents.of(format), template.house().look())));
		return said;
	}

	/// Whether a snapshot's Excel file says something else than its other formats.
	boolean hasOwnWorkbook(Snapshot snapshot) {
		return PackTemplate.of(snapshot.templates()).hasWorkbook();
	}

	/// What pack.json says of an edition.
	byte[] results(Disclosed disclosed, Assessments assessments) {
		var audience = PackTemplate.of(disclosed.facts().templates()).settings().audience();
		return SnapshotJson.pretty(new PackJson(disclosed, assessments).data(audience, new Composition(disclosed, assessments).model().movement()));
	}

	/// What the makers of an edition's committee report must know: its deadlines, and what is missing or wrong in it. Packs
	/// without a form have nothing to say.
	public List<String> notes(Edition edition) {
		var disclosed = disclosed(edition);
		if (PackTemplate.of(disclosed.facts().templates()).form() == null) {
			return List.of();
		}
		return Stream.of(new Readiness(disclosed, assess(disclosed)).report(), ReportDeadlines.days(disclosed.facts())).flatMap(List::stream).toList();
	}

	/// Everything that is wrong with the committee report that a request would make, also what a run only warns of.
	public List<ReportProblem> reportProblems(PackRequest request) {
		return ReportCheck.problems(this.freezing.preview(request));
	}

	/// Writes formats of a pack without an edition, a version number or a trace in the store; what its readers must not see is left
	/// out and looked for as in an edition.
	public Map<PackFormat, byte[]> preview(PackRequest request, List<PackFormat> formats) {
		var snapshot = this.freezing.preview(request);
		ReportCheck.demand(snapshot);
		var disclosed = disclose(snapshot);
		var assessments = assess(disclosed);
		var template = PackTemplate.of(disclosed.facts().templates());
		var documents = new Documents(template, new Composition(disclosed, assessments).model(), formats, null);
		try (var aside = new Aside("packhorse-preview")) {
			write(aside.path(), disclosed.facts(), formats, documents, template.house().look());
			this.guard.demandClean(aside.path(), disclosed, assessments);
			var files = new EnumMap<PackFormat, byte[]>(PackFormat.class);
			for (PackFormat format : formats) {
				files.put(format, Files.readAllBytes(aside.path().resolve(fileName(disclosed.facts(), format))));
			}
			return files;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// Writes one file for each format, with what they could not show; the faults of all formats are told together.
	private List<NotRendered> write(Path folder, Snapshot snapshot, List<PackFormat> formats, Documents documents, Look look) throws IOException {
		var notRendered = new ArrayList<NotRendered>();
		var faults = new LinkedHashSet<TemplateProblem>();
		for (PackFormat format : formats) {
			try (var out = new BufferedOutputStream(Files.newOutputStream(folder.resolve(fileName(snapshot, format))))) {
				notRendered.addAll(writer(format).write(documents.of(format), look, out));
			}
			catch (FaultyTemplate ex) {
				faults.addAll(ex.problems());
			}
		}
		if (!faults.isEmpty()) {
			throw new FaultyTemplate(List.copyOf(faults));
		}
		return notRendered;
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
	public void tryLetters(Disclosed disclosed) {
		if (PackTemplate.of(disclosed.facts().templates()).hasLetter()) {
			this.correspondence.of(disclosed).tryAll();
		}
	}

	/// What a pack's letters would be, without an edition.
	public Letters previewLetters(PackRequest request) {
		return this.correspondence.preview(request);
	}

	/// What the pack should have and somebody can still write, report or mend, as the pack would say it, without making it.
	public Gaps gaps(PackRequest request) {
		var disclosed = disclose(this.freezing.preview(request));
		return new Readiness(disclosed, assess(disclosed)).gaps();
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

	private static String fingerprint(Snapshot snapshot) {
		return Sha256.of((Sha256.of(SnapshotJson.of(snapshot.essence())) + Software.current()).getBytes(StandardCharsets.UTF_8));
	}

	/// The posts that cleared the draft that an edition is the final of; who held them is on record alone.
	private List<Manifest.Cleared> clearances(Edition edition) {
		return edition.fromDraft() == null ? List.of() : this.signOffs.of(this.editions.find(edition.fromDraft())).stream()
			.flatMap(progress -> progress.posts().stream())
			.map(post -> new Manifest.Cleared(post.name(), LocalDate.ofInstant(Objects.requireNonNull(post.at()), LONDON)))
			.toList();
	}

	/// Its hash is of what the readers get: one over withheld figures would let guesses of them be tried.
	private static Manifest manifest(Edition edition, Snapshot snapshot, Path folder, List<Manifest.Cleared> clearances) throws IOException {
		var files = new ArrayList<Manifest.Entry>();
		for (Path file : EditionFolder.files(folder)) {
			var name = file.getFileName().toString();
			files.add(new Manifest.Entry(name, mediaType(name), Files.size(file), Sha256.of(file)));
		}
		var template = PackTemplate.of(snapshot.templates());
		return new Manifest(snapshot.authority().code(), snapshot.templates().pack(), snapshot.asAt(), snapshot.version(), files,
				Sha256.of(SnapshotJson.of(snapshot)), snapshot.templates().sha256(), Rules.of(snapshot.templates()).sha256(), Software.current(),
				template.marking(), template.settings().audience().name().toLowerCase(Locale.ROOT),
				snapshot.draft() ? "draft" : "final", edition.request().requestedBy(), edition.requestedAt(), clearances);
	}

	private static String mediaType(String name) {
		for (PackFormat format : PackFormat.values()) {
			if (name.endsWith("." + format.ending())) {
				return format.mediaType();
			}
		}
		return "application/json";
	}

	static String fileName(Snapshot snapshot, PackFormat format) {
		return "%s-%s-%s.%s".formatted(snapshot.authority().slug(), snapshot.templates().pack(), snapshot.asAt(), format.ending());
	}

	private PackWriter writer(PackFormat format) {
		var writer = this.writers.get(format);
		if (writer == null) {
			throw new PackProblem(PackProblem.Kind.FAILED, "There is no writer for " + format.title() + ".");
		}
		return writer;
	}

}

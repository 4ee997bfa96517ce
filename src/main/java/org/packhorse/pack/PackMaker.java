package org.packhorse.pack;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.packhorse.authority.Authority;
import org.packhorse.document.PackDocument;
import org.packhorse.template.FaultyTemplate;
import org.packhorse.template.FrozenTemplates;
import org.packhorse.template.PackTemplate;
import org.packhorse.template.TemplateFolder;
import org.packhorse.template.TemplateProblem;
import org.packhorse.writer.NotRendered;
import org.packhorse.writer.PackFormat;
import org.packhorse.writer.PackWriter;
import org.springframework.stereotype.Component;

/// Makes packs: snapshot → assess → render → publish. The steps of a run call these same methods.
@Component
public class PackMaker {

	private static final String RESULTS = "pack.json";

	private final Facts facts;

	private final Editions editions;

	private final Ratings ratings;

	private final Home home;

	private final Map<PackFormat, PackWriter> writers = new EnumMap<>(PackFormat.class);

	public PackMaker(Facts facts, Editions editions, Ratings ratings, Home home, List<PackWriter> writers) {
		this.facts = facts;
		this.editions = editions;
		this.ratings = ratings;
		this.home = home;
		writers.forEach(writer -> this.writers.put(writer.format(), writer));
	}

	/// Makes and publishes one edition; the caller holds the lock of [Publishing].
	public Edition make(PackRequest request) {
		var edition = this.editions.reserve(request);
		var snapshot = snapshot(edition);
		var assessments = assess(snapshot);
		this.ratings.store(edition.number(), assessments.results());
		render(edition, snapshot, assessments);
		return publish(edition, snapshot);
	}

	/// Freezes what the edition is made of: facts as at its date, templates, house and rules.
	public Snapshot snapshot(Edition edition) {
		var snapshot = snapshot(edition.request(), edition.version());
		Rules.of(snapshot.templates());
		var json = SnapshotJson.of(snapshot);
		this.editions.freeze(edition, fingerprint(snapshot), Sha256.of(json), json);
		return snapshot;
	}

	/// The snapshot that was frozen for an edition.
	public Snapshot frozen(Edition edition) {
		return SnapshotJson.read(this.editions.frozen(edition));
	}

	/// Whether the edition says what a new one for the request would say, in every format that is asked for; then there is
	/// nothing to make.
	public boolean isCurrent(Edition edition, PackRequest request) {
		var now = snapshot(request, edition.version());
		return fingerprint(now).equals(edition.fingerprint()) && frozen(edition).formats().containsAll(now.formats());
	}

	/// Makes a published edition's files again where its folder is gone.
	public Edition restore(Edition edition) {
		if (new EditionFolder(edition).isPublished()) {
			return edition;
		}
		var snapshot = frozen(edition);
		render(edition, snapshot, assess(snapshot));
		return publish(edition, snapshot);
	}

	/// Gives up an edition that cannot be finished: its version number and the files that were written aside for it.
	public void abandon(Edition edition) {
		this.editions.drop(edition);
		try {
			new EditionFolder(edition).discard();
		}
		catch (UncheckedIOException ex) {
			// What is left aside is no edition, and the next making of this one begins by emptying it.
		}
	}

	/// Rates everything in a snapshot.
	public Assessments assess(Snapshot snapshot) {
		return assessor(snapshot).all();
	}

	/// Rates the facts of a snapshot one by one.
	public Assessor assessor(Snapshot snapshot) {
		return new Assessor(snapshot, Rules.of(snapshot.templates()).policy());
	}

	/// Writes the edition's files aside, in each of its formats, with what they could not show.
	public List<NotRendered> render(Edition edition, Snapshot snapshot, Assessments assessments) {
		try {
			return render(new EditionFolder(edition).stage(), snapshot, assessments);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// Puts the edition's files and their manifest in place, whole or not at all.
	public Edition publish(Edition edition, Snapshot snapshot) {
		var folder = new EditionFolder(edition);
		try {
			if (!folder.isPublished()) {
				folder.publish(SnapshotJson.pretty(manifest(edition, snapshot, folder.staged())));
			}
			else if (!isOwn(folder, edition, snapshot)) {
				throw new PackProblem(PackProblem.Kind.FAILED, "The folder %s stands already and is another edition's; nothing was changed. Move it away, or publish elsewhere with --out."
					.formatted(folder.place()));
			}
			folder.discard();
			this.editions.publish(edition, Software.current(), Sha256.of(folder.place().resolve(EditionFolder.MANIFEST)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return this.editions.find(edition.number());
	}

	/// Whether the folder that stands was put there by this edition's making, which was then interrupted before its record.
	private static boolean isOwn(EditionFolder folder, Edition edition, Snapshot snapshot) throws IOException {
		var manifest = SnapshotJson.manifest(Files.readAllBytes(folder.place().resolve(EditionFolder.MANIFEST)));
		return manifest.snapshotSha256().equals(Sha256.of(SnapshotJson.of(snapshot))) && manifest.requestedAt().equals(edition.requestedAt());
	}

	/// Writes every file of a snapshot's edition into a folder.
	List<NotRendered> render(Path folder, Snapshot snapshot, Assessments assessments) throws IOException {
		var template = PackTemplate.of(snapshot.templates());
		var model = new Composition(snapshot, assessments).model();
		var documents = new Documents(template, model, snapshot.formats());
		var notRendered = new ArrayList<NotRendered>();
		for (PackFormat format : snapshot.formats()) {
			try (var out = new BufferedOutputStream(Files.newOutputStream(folder.resolve(fileName(snapshot, format))))) {
				notRendered.addAll(writer(format).write(documents.of(format), template.house().look(), out));
			}
		}
		Files.write(folder.resolve(RESULTS),
				SnapshotJson.pretty(new PackJson(snapshot, assessments).data(template.settings().audience(), model.movement())));
		return notRendered;
	}

	/// Writes one format of a pack without an edition, a version number or a trace in the store.
	public void preview(PackRequest request, PackFormat format, OutputStream out) {
		var snapshot = snapshot(request, 1);
		var template = PackTemplate.of(snapshot.templates());
		var model = new Composition(snapshot, assess(snapshot)).model();
		try {
			writer(format).write(new Documents(template, model, List.of(format)).of(format), template.house().look(), out);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// What the pack should have and does not, as its `readiness` would say, without making it.
	public List<String> gaps(PackRequest request) {
		return new Readiness(snapshot(request, 1)).sentences();
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

	private Snapshot snapshot(PackRequest request, int version) {
		var folder = TemplateFolder.open(this.home.templates());
		return this.facts.of(request, version, authority -> folder.frozen(request.pack(), house(folder, request, authority)));
	}

	/// The house that was asked for, else the pack's own, else the council's, else `default`.
	private static String house(TemplateFolder folder, PackRequest request, Authority authority) {
		if (request.house() != null) {
			return request.house();
		}
		var own = folder.settings(request.pack()).house();
		if (!own.isEmpty()) {
			return own;
		}
		if (authority.house().isEmpty()) {
			return FrozenTemplates.DEFAULT_HOUSE;
		}
		if (!folder.houses().contains(authority.house())) {
			throw new PackProblem(PackProblem.Kind.INPUT, "The council %s takes the house '%s', which report-templates/houses does not have; mend authorities.house, or name a house with --house: %s."
				.formatted(authority.code(), authority.house(), String.join(", ", folder.houses())));
		}
		return authority.house();
	}

	private static String fingerprint(Snapshot snapshot) {
		return Sha256.of((Sha256.of(SnapshotJson.of(snapshot.essence())) + Software.current()).getBytes(StandardCharsets.UTF_8));
	}

	private static Manifest manifest(Edition edition, Snapshot snapshot, Path folder) throws IOException {
		var files = new ArrayList<Manifest.Entry>();
		for (Path file : EditionFolder.files(folder)) {
			var name = file.getFileName().toString();
			files.add(new Manifest.Entry(name, mediaType(name), Files.size(file), Sha256.of(file)));
		}
		var template = PackTemplate.of(snapshot.templates());
		return new Manifest(snapshot.authority().code(), snapshot.templates().pack(), snapshot.asAt(), snapshot.version(), files,
				Sha256.of(SnapshotJson.of(snapshot)), snapshot.templates().sha256(), Rules.of(snapshot.templates()).sha256(), Software.current(),
				template.marking(), template.settings().audience().name().toLowerCase(Locale.ROOT),
				snapshot.draft() ? "draft" : "final", edition.request().requestedBy(), edition.requestedAt());
	}

	private static String mediaType(String name) {
		for (PackFormat format : PackFormat.values()) {
			if (name.endsWith("." + format.ending())) {
				return format.mediaType();
			}
		}
		return "application/json";
	}

	private static String fileName(Snapshot snapshot, PackFormat format) {
		return "%s-%s-%s.%s".formatted(snapshot.authority().slug(), snapshot.templates().pack(), snapshot.asAt(), format.ending());
	}

	private PackWriter writer(PackFormat format) {
		var writer = this.writers.get(format);
		if (writer == null) {
			throw new PackProblem(PackProblem.Kind.FAILED, "There is no writer for " + format.title() + ".");
		}
		return writer;
	}

	/// The pack's document and workbook, as far as its formats need them; a pack without a workbook of its own has one tree for
	/// all formats. Both are composed before anything is written, so that the faults of both are named at once.
	private static final class Documents {

		private final List<TemplateProblem> problems = new ArrayList<>();

		private final @Nullable PackDocument document;

		private final @Nullable PackDocument workbook;

		Documents(PackTemplate template, PackModel model, Collection<PackFormat> formats) {
			boolean own = template.hasWorkbook() && formats.contains(PackFormat.XLSX);
			boolean needed = !own || formats.size() > 1;
			this.document = needed ? composed(() -> template.document(model)) : null;
			this.workbook = own ? composed(() -> template.workbook(model)) : this.document;
			if (!this.problems.isEmpty()) {
				throw new FaultyTemplate(this.problems.stream().distinct().toList());
			}
		}

		private @Nullable PackDocument composed(Supplier<PackDocument> composing) {
			try {
				return composing.get();
			}
			catch (FaultyTemplate fault) {
				this.problems.addAll(fault.problems());
				return null;
			}
		}

		PackDocument of(PackFormat format) {
			return Objects.requireNonNull(format == PackFormat.XLSX ? this.workbook : this.document);
		}

	}

}

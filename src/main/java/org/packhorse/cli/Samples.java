package org.packhorse.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.packhorse.authority.Authorities;
import org.packhorse.pack.Home;
import org.packhorse.pack.Letter;
import org.packhorse.pack.PackMaker;
import org.packhorse.pack.PackProblem;
import org.packhorse.pack.PackRequest;
import org.packhorse.pack.Previews;
import org.packhorse.template.TemplateFolder;
import org.packhorse.tracker.Progress;
import org.packhorse.tracker.TrackerImport;
import org.packhorse.writer.PackFormat;

/// A pack's own sample data: what `demo` loads, and what `preview` and `check` try templates on.
final class Samples {

	private final Application application;

	private final TemplateFolder folder;

	private @Nullable Path loaded;

	Samples(Application application) {
		this.application = application;
		this.folder = TemplateFolder.open(application.get(Home.class).templates());
	}

	/// Refuses names of packs and houses that do not exist.
	void demandPack(String pack, @Nullable String house) {
		var faults = this.application.get(PackMaker.class).faults(pack, house);
		if (!faults.isEmpty()) {
			throw new PackProblem(PackProblem.Kind.USAGE, String.join("\npackhorse: ", faults));
		}
	}

	/// Loads the pack's sample files into the database that is open, unless they were the last ones loaded, and answers the date to
	/// make the pack at.
	LocalDate load(String pack, Progress progress) {
		var sample = this.folder.sample(pack);
		if (!sample.equals(this.loaded)) {
			load(pack, sample, progress);
			this.loaded = sample;
		}
		var asAt = this.folder.settings(pack).sampleAsAt();
		return asAt != null ? asAt : LocalDate.now(this.application.get(Clock.class));
	}

	private void load(String pack, Path sample, Progress progress) {
		var loaded = this.application.get(TrackerImport.class).load(files(sample), false, progress);
		var faults = loaded.stream().flatMap(file -> file.problems().stream()).map(Object::toString).toList();
		if (!faults.isEmpty()) {
			throw new PackProblem(PackProblem.Kind.INPUT, "the sample data of %s are at fault:%n%s".formatted(pack, String.join("\n", faults)));
		}
	}

	/// The pack's page from its sample data.
	byte[] html(String pack, @Nullable String house) {
		return Objects.requireNonNull(files(pack, house, List.of(PackFormat.HTML)).get(PackFormat.HTML));
	}

	/// The pack's e-mail from its sample data.
	Letter letter(String pack, @Nullable String house) {
		return this.application.get(Previews.class).letters(request(pack, house)).of(true);
	}

	/// The pack in these formats from its sample data; the database in memory is this sample's from here on.
	Map<PackFormat, byte[]> files(String pack, @Nullable String house, List<PackFormat> formats) {
		return files(formats, request(pack, house));
	}

	/// Loads the pack's sample data and answers the request that shows them, in all the pack's formats.
	PackRequest request(String pack, @Nullable String house) {
		var asAt = load(pack, Progress.NONE);
		var authorities = this.application.get(Authorities.class).withPlans();
		if (authorities.isEmpty()) {
			throw new PackProblem(PackProblem.Kind.INPUT, "the sample data of %s hold no council with a plan: add authorities.csv and plans.csv".formatted(pack));
		}
		return new PackRequest(authorities.getFirst().code(), pack, asAt, this.folder.settings(pack).formats(), house, false, List.of(), Path.of("preview"), "preview");
	}

	/// What a request makes, format by format.
	Map<PackFormat, byte[]> files(List<PackFormat> formats, PackRequest request) {
		return this.application.get(Previews.class).files(request, formats);
	}

	private static List<Path> files(Path folder) {
		if (!Files.isDirectory(folder)) {
			throw new PackProblem(PackProblem.Kind.INPUT, "there is no folder " + folder + ": put import files there, one for each table (docs/data.md)");
		}
		try (var files = Files.list(folder)) {
			return new ArrayList<>(files.filter(file -> file.toString().endsWith(".csv") || file.toString().endsWith(".xlsx")).sorted().toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

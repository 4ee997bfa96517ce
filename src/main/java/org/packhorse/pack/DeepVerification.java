package org.packhorse.pack;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.packhorse.document.Cover;
import org.packhorse.template.FaultyTemplate;
import org.packhorse.writer.PackFormat;
import org.packhorse.writer.PackReader;
import org.packhorse.writer.ReadBack;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/// Proves by reading that an edition's files say the same: each is read back and compared with the pack that the stored snapshot
/// makes, or, where other software made the edition, with the others; and all of them with pack.json.
@Component
public class DeepVerification {

	private final Editions editions;

	private final PackMaker maker;

	private final Map<PackFormat, PackReader> readers = new EnumMap<>(PackFormat.class);

	public DeepVerification(Editions editions, PackMaker maker, List<PackReader> readers) {
		this.editions = editions;
		this.maker = maker;
		readers.forEach(reader -> this.readers.put(reader.format(), reader));
	}

	/// Reads one edition's folder; nothing is changed. What is wrong with its manifest [Verification] says.
	public Verification.Result verify(Path folder) {
		var proved = new ArrayList<String>();
		var faults = new ArrayList<String>();
		try {
			var manifest = Verification.manifest(folder, new ArrayList<>());
			if (manifest.isPresent()) {
				verify(folder, manifest.get(), proved, faults);
			}
		}
		catch (IOException ex) {
			faults.add("The folder cannot be read: " + ex.getMessage());
		}
		return new Verification.Result(folder, proved, faults);
	}

	private void verify(Path folder, Manifest manifest, List<String> proved, List<String> faults) throws IOException {
		var read = read(folder, manifest, faults);
		var edition = this.editions.published(manifest, Sha256.of(folder.resolve(EditionFolder.MANIFEST)));
		var results = new ResultsComparison(folder.resolve(PackMaker.RESULTS));
		if (edition.isPresent() && Software.current().equals(edition.get().software())) {
			var disclosed = this.maker.disclosed(edition.get());
			var assessments = this.maker.assess(disclosed);
			withPack(this.maker.said(disclosed, assessments), read, proved, faults);
			results.with(this.maker.results(disclosed, assessments), proved);
		}
		else {
			proved.add((edition.isPresent() ? "It was made by " + edition.get().software() + ", this is " + Software.current() + ": "
					: "This database has no record of the edition: ") + "its files were compared with each other, not with its snapshot.");
			withEachOther(read, edition.isPresent() && hasOwnWorkbook(edition.get()), proved, faults);
		}
		results.with(read, proved);
		faults.addAll(results.differences());
	}

	/// Every file that can be read; what cannot is a fault.
	private Map<PackFormat, ReadBack> read(Path folder, Manifest manifest, List<String> faults) {
		var read = new EnumMap<PackFormat, ReadBack>(PackFormat.class);
		for (PackFormat format : PackFormat.values()) {
			manifest.files()
				.stream()
				.map(entry -> folder.resolve(entry.name()))
				.filter(file -> file.getFileName().toString().endsWith("." + format.ending()) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
				.findFirst()
				.flatMap(file -> read(format, file, faults))
				.ifPresent(found -> read.put(format, found));
		}
		return read;
	}

	/// A file that somebody changed may be built in any way: whatever its reader stumbles over is its fault.
	private Optional<ReadBack> read(PackFormat format, Path file, List<String> faults) {
		try (var in = new BufferedInputStream(Files.newInputStream(file))) {
			return Optional.of(this.readers.get(format).read(in));
		}
		catch (IOException | RuntimeException ex) {
			faults.add("%s: the file %s cannot be read back: %s.".formatted(format.title(), file.getFileName(), ex.getMessage()));
			return Optional.empty();
		}
	}

	private void withPack(Map<PackFormat, ReadBack> said, Map<PackFormat, ReadBack> read, List<String> proved, List<String> faults) {
		read.forEach((format, found) -> {
			var whole = said.get(format);
			if (whole != null) {
				var differences = compare(format, whole, found);
				faults.addAll(differences.sentences());
				if (differences.isEmpty()) {
					proved.add("%s says what the snapshot says: %s.".formatted(format.title(), Volume.of(found).inWords()));
				}
			}
		});
	}

	/// What is different between a format as it is to be read and as it was read.
	Differences compare(PackFormat format, ReadBack whole, ReadBack found) {
		return Comparison.of(format.title(), this.readers.get(format).shown(whole), found);
	}

	/// The page shows most; where there is none, the Word file does. A letterhead leaves out what a workbook's cover says, such as labels.
	private void withEachOther(Map<PackFormat, ReadBack> read, boolean ownWorkbook, List<String> proved, List<String> faults) {
		var first = read.containsKey(PackFormat.HTML) ? PackFormat.HTML : PackFormat.DOCX;
		var whole = read.get(first);
		for (PackFormat format : read.keySet()) {
			if (whole == null || format == PackFormat.XLSX && (ownWorkbook || whole.front().begins() != Cover.Front.PAGE)) {
				proved.add(format.title() + " has no other format to be compared with.");
			}
			else if (format != first) {
				var differences = compare(format, whole, read.get(format));
				faults.addAll(differences.sentences());
				if (differences.isEmpty()) {
					proved.add("%s says what %s says: %s.".formatted(format.title(), first.title(), Volume.of(read.get(format)).inWords()));
				}
			}
		}
	}

	/// Only the templates of the snapshot are asked; one that this software cannot read may well have a workbook of its own.
	private boolean hasOwnWorkbook(Edition edition) {
		try {
			return this.maker.hasOwnWorkbook(this.maker.frozen(edition));
		}
		catch (FaultyTemplate | JacksonException | IllegalArgumentException ex) {
			return true;
		}
	}

}

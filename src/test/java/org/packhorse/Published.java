package org.packhorse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.packhorse.pack.Edition;
import org.packhorse.pack.PackRequest;
import org.packhorse.pack.Sha256;
import org.packhorse.run.PackRuns;
import org.packhorse.writer.OfficeFile;
import org.packhorse.writer.PackFormat;
import org.packhorse.writer.pdf.PdfUa;

import static org.assertj.core.api.Assertions.assertThat;

/// Packs made by the same runs that commands start, and their published files.
public final class Published {

	/// What was found sound is sound whenever the same bytes come again.
	private static final Set<String> SOUND = ConcurrentHashMap.newKeySet();

	private Published() {
	}

	/// A request for a pack in every format it has.
	public static PackRequest request(String authority, String pack, LocalDate asAt, Path store) {
		return new PackRequest(authority, pack, asAt, List.of(), null, false, List.of(), store.toAbsolutePath(), "Performance Manager");
	}

	/// The same for these formats alone.
	public static PackRequest in(PackRequest request, PackFormat... formats) {
		return new PackRequest(request.authority(), request.pack(), request.asAt(), request.since(), List.of(formats), request.house(), request.draft(), request.deepDive(),
				request.store(), request.requestedBy());
	}

	/// The same in another house style.
	public static PackRequest in(String house, PackRequest request) {
		return new PackRequest(request.authority(), request.pack(), request.asAt(), request.since(), request.formats(), house, request.draft(), request.deepDive(),
				request.store(), request.requestedBy());
	}

	/// The same as a draft.
	public static PackRequest draft(PackRequest request) {
		return new PackRequest(request.authority(), request.pack(), request.asAt(), request.since(), request.formats(), request.house(), true, request.deepDive(), request.store(),
				request.requestedBy());
	}

	/// The same with movement since a day.
	public static PackRequest since(PackRequest request, LocalDate since) {
		return new PackRequest(request.authority(), request.pack(), request.asAt(), since, request.formats(), request.house(), request.draft(),
				request.deepDive(), request.store(), request.requestedBy());
	}

	/// Makes a pack. Whatever a test makes it for, its PDF is held against PDF/UA-1, and its Word and Excel files against what needs repair.
	public static PackRuns.Made make(TestDatabase database, PackRequest request) {
		var made = database.bean(PackRuns.class).make(request, 0, _ -> {
		});
		files(made.edition().path()).forEach(Published::check);
		return made;
	}

	private static void check(String name, byte[] file) {
		if (SOUND.contains(Sha256.of(file))) {
			return;
		}
		switch (name.substring(name.lastIndexOf('.') + 1)) {
			case "pdf" -> assertThat(PdfUa.faults(file)).as(name).isEmpty();
			case "docx", "xlsx" -> assertThat(OfficeFile.faults(file)).as(name).isEmpty();
			default -> assertThat(file).as(name).isNotEmpty();
		}
		SOUND.add(Sha256.of(file));
	}

	/// The files of a folder by name.
	public static Map<String, byte[]> files(Path folder) {
		var files = new TreeMap<String, byte[]>();
		try (Stream<Path> all = Files.list(folder)) {
			for (Path file : (Iterable<Path>) all::iterator) {
				files.put(file.getFileName().toString(), Files.readAllBytes(file));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return files;
	}

	/// The edition's file of a format.
	public static byte[] file(Edition edition, PackFormat format) {
		return files(edition.path()).entrySet()
			.stream()
			.filter(file -> file.getKey().endsWith("." + format.ending()))
			.findFirst()
			.orElseThrow()
			.getValue();
	}

}

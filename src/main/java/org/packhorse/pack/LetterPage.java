package org.packhorse.pack;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// What `email.ftlx` may say of the letter itself, beside the pack's words: how the reader gets the files.
///
/// report-templates/README.md lists it for authors; a test keeps the two alike.
///
/// @param travels `attached`, `linked` or `locked`
/// @param files the files that the reader gets
/// @param name the locked file's name, or blank
/// @param link the page with the files, or blank
/// @param until the last day on which the link works, or null
public record LetterPage(String travels, List<File> files, String name, String link, @Nullable LocalDate until) {

	/// One file; `format` is the name its readers know it by, `size` is in words, or blank where there is no file yet.
	public record File(String name, String format, String size) {
	}

	/// All that the neutral letter is made of, so that no template can say more in it.
	public record Notice(PackModel.Council authority, LocalDate asAt, int version, boolean draft, String status) {
	}

	static LetterPage of(Enclosure enclosure, List<File> all) {
		var known = all.stream().map(File::name).toList();
		if (enclosure.files().isEmpty() || !known.containsAll(enclosure.files())) {
			throw new IllegalArgumentException("a letter brings some of %s, not %s".formatted(known, enclosure.files()));
		}
		var files = all.stream().filter(file -> enclosure.files().contains(file.name())).toList();
		return switch (enclosure) {
			case Enclosure.Attached _ -> new LetterPage("attached", files, "", "", null);
			case Enclosure.Linked linked -> new LetterPage("linked", files, "", linked.link(), linked.until());
			case Enclosure.Locked locked -> new LetterPage("locked", files, locked.name(), "", null);
		};
	}

}

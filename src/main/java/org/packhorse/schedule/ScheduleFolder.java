package org.packhorse.schedule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.packhorse.document.Bytes;
import org.packhorse.template.TemplateFolder;

/// The schedules folder: one file for each schedule, read afresh whenever somebody asks.
public final class ScheduleFolder {

	private static final String NAME = "[a-z][a-z0-9-]{0,59}\\.yml";

	private static final int LARGEST = 100_000;

	private final List<ScheduleFile> files;

	private final List<ScheduleProblem> strays = new ArrayList<>();

	private ScheduleFolder(Path folder, TemplateFolder templates) {
		var names = names(folder).stream().filter(this::isSchedule).toList();
		// Reading every pack's settings is much work, and there may be no schedule that names any.
		var known = names.isEmpty() ? KnownPacks.NONE : KnownPacks.of(templates);
		this.files = names.stream().map(name -> read(folder, name, known)).toList();
	}

	/// The folder at this path; without one there are no schedules.
	public static ScheduleFolder open(Path folder, TemplateFolder templates) {
		return new ScheduleFolder(folder, templates);
	}

	/// Every schedule's file, by name.
	public List<ScheduleFile> files() {
		return this.files;
	}

	/// The schedules whose files have no fault, by name.
	public List<Schedule> schedules() {
		return this.files.stream().flatMap(file -> file.schedule().stream()).toList();
	}

	/// Every fault that can be found without a database.
	public List<ScheduleProblem> problems() {
		var problems = new ArrayList<>(this.strays);
		this.files.forEach(file -> problems.addAll(file.problems()));
		return problems;
	}

	private static List<String> names(Path folder) {
		if (!Files.isDirectory(folder)) {
			return List.of();
		}
		try (var entries = Files.list(folder)) {
			return entries.filter(entry -> Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS) || Files.isSymbolicLink(entry))
				.map(entry -> entry.getFileName().toString())
				.filter(name -> !name.startsWith(".") && !name.endsWith("~") && !name.endsWith(".md"))
				.sorted()
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// A file that looks like a schedule and is passed over in silence would be a pack that never comes.
	private boolean isSchedule(String name) {
		if (!name.matches(NAME)) {
			this.strays.add(new ScheduleProblem(name, 0, "The file's name cannot be a schedule's",
					"Name it with small letters, digits and hyphens, and .yml at the end; or move it out of schedules/"));
		}
		return name.matches(NAME);
	}

	private static ScheduleFile read(Path folder, String name, KnownPacks known) {
		try {
			var path = folder.resolve(name);
			if (Files.isSymbolicLink(path) || Files.size(path) > LARGEST) {
				var refused = ScheduleFile.read(name, Bytes.of(new byte[0]), known);
				refused.fault("", "This is a link, or too long for a schedule", "Put the file itself here, with the settings of one schedule");
				return refused;
			}
			return ScheduleFile.read(name, Bytes.of(Files.readAllBytes(path)), known);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

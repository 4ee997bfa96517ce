package org.packhorse.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.packhorse.markup.NearestName;

/// The report-templates folder: packs and house styles.
public final class TemplateFolder {

	private static final String HOUSES = "houses";

	private static final String NAME = "[a-z][a-z0-9-]*";

	private final Path folder;

	private TemplateFolder(Path folder) {
		this.folder = folder;
	}

	/// The folder at this path; throws [FaultyTemplate] when there is none.
	public static TemplateFolder open(Path folder) {
		if (!Files.isDirectory(folder)) {
			throw new FaultyTemplate(List.of(new TemplateProblem(String.valueOf(folder.getFileName()), 0, "There is no folder of templates",
					"Put report-templates into the folder that PACKHORSE_HOME names")));
		}
		try {
			// The folder itself may be a link; nothing inside it is followed.
			return new TemplateFolder(folder.toRealPath());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// The names of the packs, in order. Folders that start with an underscore are none.
	public List<String> packs() {
		return FolderFiles.folders(this.folder).stream().filter(name -> !name.startsWith("_") && !name.equals(HOUSES)).toList();
	}

	/// The names of the house styles, in order.
	public List<String> houses() {
		return FolderFiles.folders(this.folder.resolve(HOUSES));
	}

	/// What a pack's `pack.yml` says; throws [FaultyTemplate] when it is at fault, and [IllegalArgumentException] when there
	/// is no such pack.
	public PackSettings settings(String pack) {
		var file = settingsFile(pack);
		var settings = PackSettings.of(pack, file);
		file.orThrow();
		return settings;
	}

	/// The pack that holds the exempt paragraphs of another, where there is one.
	public Optional<String> part2(String pack) {
		return packs().stream()
			.filter(other -> settingsFile(other).list("part-2-of").contains(pack))
			.findFirst();
	}

	/// The one file of a pack that says what it is, without all others.
	private SettingsFile settingsFile(String pack) {
		demand("pack", pack, renderable());
		var files = new FolderFiles(this.folder);
		files.takeFile(pack + "/pack.yml");
		return whole(pack, FrozenTemplates.DEFAULT_HOUSE, files).packSettings();
	}

	/// The pack in the house style, read now; throws [FaultyTemplate] when files cannot be taken, and
	/// [IllegalArgumentException] when there is no such pack or house.
	public FrozenTemplates frozen(String pack, String house) {
		demand("pack", pack, renderable());
		demand("house", house, houses());
		return whole(pack, house, taken(pack, house));
	}

	private static FrozenTemplates whole(String pack, String house, FolderFiles files) {
		if (!files.problems().isEmpty()) {
			throw new FaultyTemplate(files.problems());
		}
		return new FrozenTemplates(pack, house, files.files());
	}

	/// Where a pack's sample data stand: in its own folder, or in that of the pack that its `sample` names.
	public Path sample(String pack) {
		var another = settings(pack).sample();
		return this.folder.resolve(another.isEmpty() ? pack : another).resolve("sample");
	}

	/// Every problem of all packs and houses that can be found without data.
	public List<TemplateProblem> check() {
		Set<TemplateProblem> problems = new TreeSet<>();
		if (!houses().contains(FrozenTemplates.DEFAULT_HOUSE)) {
			problems.add(new TemplateProblem("houses/default", 0, "The folder is missing", "Put it back; every house leans on it"));
		}
		checkLetters(problems);
		renderable().forEach(pack -> checkPack(pack, problems));
		houses().forEach(house -> checkHouse(house, problems));
		return List.copyOf(problems);
	}

	/// Every pack has an e-mail, so that the shared ones must be there.
	private void checkLetters(Set<TemplateProblem> problems) {
		for (String shared : List.of(FrozenTemplates.SHARED_LETTER, FrozenTemplates.NOTICE)) {
			if (!Files.exists(this.folder.resolve(shared))) {
				problems.add(new TemplateProblem(shared, 0, "The file is missing", "Put it back: e-mails of packs are written with it"));
			}
		}
	}

	/// The packs, and the one that authors copy: it must work, and nobody publishes it.
	private List<String> renderable() {
		return FolderFiles.folders(this.folder).stream().filter(name -> !name.equals("_shared") && !name.equals(HOUSES)).toList();
	}

	private void checkPack(String pack, Set<TemplateProblem> problems) {
		if (!pack.matches("_?" + NAME)) {
			problems.add(new TemplateProblem(pack, 0, "The folder's name cannot be a pack's", "Use small letters, digits and hyphens"));
		}
		var files = taken(pack, FrozenTemplates.DEFAULT_HOUSE);
		problems.addAll(files.problems());
		var template = PackTemplate.read(new FrozenTemplates(pack, FrozenTemplates.DEFAULT_HOUSE, files.files()), problems);
		var settings = new FrozenTemplates(pack, FrozenTemplates.DEFAULT_HOUSE, files.files()).packSettings().settings();
		checkName("house", "house", template.settings().house(), houses(), settings, problems);
		checkName("sample", "pack", template.settings().sample(), packs(), settings, problems);
		checkName("part-2-of", "pack", template.settings().part2Of(), packs(), settings, problems);
		forms(pack).stream().map(house -> new FrozenTemplates(pack, house, taken(pack, house).files())).forEach(form -> PackTemplate.read(form, problems));
	}

	/// The houses that have a form of their own for a pack.
	public List<String> forms(String pack) {
		return houses().stream().filter(house -> Files.exists(this.folder.resolve(HOUSES).resolve(house).resolve("forms").resolve(pack + ".ftlx"))).toList();
	}

	private static void checkName(String key, String what, String name, List<String> known, Map<String, SettingsFile.Setting> settings,
			Set<TemplateProblem> problems) {
		if (!name.isBlank() && !known.contains(name)) {
			var setting = settings.get(key);
			problems.add(new TemplateProblem(setting.file(), setting.line(), "There is no " + what + " " + name, NearestName.among(known).remedy(name)));
		}
	}

	private void checkHouse(String house, Set<TemplateProblem> problems) {
		if (!house.matches(NAME)) {
			problems.add(new TemplateProblem("houses/" + house, 0, "The folder's name cannot be a house's", "Use small letters, digits and hyphens"));
		}
		var files = taken("_shared", house);
		problems.addAll(files.problems());
		var frozen = new FrozenTemplates("_shared", house, files.files());
		var style = frozen.houseSettings("house.yml");
		new HouseFile(style, frozen).style();
		problems.addAll(style.problems());
		problems.addAll(frozen.houseSettings("rules.yml").problems());
	}

	private FolderFiles taken(String pack, String house) {
		var files = new FolderFiles(this.folder);
		Stream.of(pack, "_shared", HOUSES + "/" + house, HOUSES + "/" + FrozenTemplates.DEFAULT_HOUSE).distinct().forEach(files::take);
		return files;
	}

	private static void demand(String what, String name, List<String> known) {
		if (!known.contains(name)) {
			throw new IllegalArgumentException("There is no " + what + " " + name + ". " + NearestName.among(known).remedy(name));
		}
	}

}

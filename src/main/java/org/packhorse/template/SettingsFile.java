package org.packhorse.template;

import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.packhorse.document.Bytes;
import org.packhorse.markup.NearestName;

/// A YAML file of settings in which every key knows its value, file and line. Nested maps are flat here: `marking.public`.
/// Reading never throws: faults are collected in [#problems()].
public final class SettingsFile {

	/// One key with its value as it is written; a list has several values or none.
	public record Setting(String key, List<String> values, String file, int line) {

		public Setting {
			values = List.copyOf(values);
		}

		/// The value in one piece.
		public String value() {
			return String.join(", ", this.values);
		}

	}

	private final String file;

	private final Map<String, Setting> settings;

	private final Set<TemplateProblem> problems;

	private SettingsFile(String file, Map<String, Setting> settings, Collection<TemplateProblem> problems) {
		this.file = file;
		this.settings = settings;
		this.problems = new LinkedHashSet<>(problems);
	}

	/// Reads the file's contents.
	public static SettingsFile read(String file, Bytes contents) {
		var yaml = new YamlSettings(file);
		yaml.read(new StringReader(new String(contents.array(), StandardCharsets.UTF_8)));
		return new SettingsFile(file, yaml.settings(), yaml.problems());
	}

	/// A file that ought to be there and is not.
	static SettingsFile missing(String file, String remedy) {
		return new SettingsFile(file, Map.of(), List.of(new TemplateProblem(file, 0, "The file is missing", remedy)));
	}

	/// These settings, and those of the base for every key that is not set here.
	public SettingsFile over(SettingsFile base) {
		Map<String, Setting> both = new LinkedHashMap<>(base.settings);
		both.putAll(this.settings);
		var problems = new ArrayList<>(this.problems);
		problems.addAll(base.problems);
		return new SettingsFile(this.file, both, problems);
	}

	/// Every setting by its key, in the order of the file.
	public Map<String, Setting> settings() {
		return Collections.unmodifiableMap(this.settings);
	}

	/// Every value by its key, as it is written.
	public Map<String, String> values() {
		Map<String, String> values = new LinkedHashMap<>();
		this.settings.forEach((key, setting) -> values.put(key, setting.value()));
		return Collections.unmodifiableMap(values);
	}

	/// Names the keys that may stand in the file; any other becomes a problem.
	public void allow(Collection<String> keys) {
		for (Setting setting : this.settings.values()) {
			if (!keys.contains(setting.key())) {
				fault(setting.key(), "There is no setting " + setting.key(), NearestName.among(keys).remedy(setting.key()));
			}
		}
	}

	/// The words of a key.
	public String text(String key, String otherwise) {
		return as(key, otherwise, "Write words", words -> words);
	}

	/// The words of a key that must be there.
	public String text(String key) {
		var words = text(key, "");
		if (words.isBlank()) {
			fault(key, key + (this.settings.containsKey(key) ? " is blank" : " is missing"), "Write a line " + key + ": …");
		}
		return words;
	}

	/// A whole number.
	public int whole(String key, int otherwise, int least, int most) {
		return as(key, otherwise, "Write a whole number from " + least + " to " + most, words -> {
			int whole = Integer.parseInt(words);
			if (whole < least || whole > most) {
				throw new IllegalArgumentException();
			}
			return whole;
		});
	}

	/// A number.
	public BigDecimal number(String key, BigDecimal otherwise) {
		return as(key, otherwise, "Write a number such as 0.9", words -> {
			if (!words.matches("-?\\d{1,15}(\\.\\d{1,15})?")) {
				throw new IllegalArgumentException();
			}
			return new BigDecimal(words);
		});
	}

	/// A yes or no.
	public boolean yes(String key, boolean otherwise) {
		return as(key, otherwise, "Write yes or no", words -> switch (words) {
			case "yes", "true" -> true;
			case "no", "false" -> false;
			default -> throw new IllegalArgumentException();
		});
	}

	/// The values of a list, or the one value.
	public List<String> list(String key) {
		var setting = this.settings.get(key);
		return setting == null ? List.of() : setting.values();
	}

	/// A value of any type; the reading throws [IllegalArgumentException] when the words are not of that type.
	public <T extends @Nullable Object> T as(String key, T otherwise, String remedy, Function<String, T> reading) {
		var setting = this.settings.get(key);
		if (setting == null) {
			return otherwise;
		}
		if (setting.values().size() != 1) {
			fault(key, key + " has a list of " + setting.values().size() + " values", "Write one value");
			return otherwise;
		}
		try {
			return reading.apply(setting.value());
		}
		catch (IllegalArgumentException refused) {
			fault(key, key + " is '" + setting.value() + "'", remedy);
			return otherwise;
		}
	}

	/// Adds a problem at the line of a key, or of the file as a whole when the key is not set.
	public void fault(String key, String fault, String remedy) {
		var setting = this.settings.get(key);
		this.problems.add(new TemplateProblem(setting == null ? this.file : setting.file(), setting == null ? 0 : setting.line(), fault,
				remedy));
	}

	/// Adds a problem of another file that stands beside this one.
	void faultOf(String another, String fault, String remedy) {
		this.problems.add(new TemplateProblem(another, 0, fault, remedy));
	}

	/// Every problem found up to now.
	public List<TemplateProblem> problems() {
		return List.copyOf(this.problems);
	}

	/// Throws [FaultyTemplate] when there is any problem.
	public SettingsFile orThrow() {
		if (!this.problems.isEmpty()) {
			throw new FaultyTemplate(problems());
		}
		return this;
	}

}

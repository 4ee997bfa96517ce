package org.packhorse.template;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.packhorse.document.Bytes;

/// A YAML file of settings in which every key knows its value, file and line. Nested maps are flat here: `marking.public`.
/// Reading never throws: faults are collected in [#problems()].
public final class SettingsFile {

	/// One key with its value as it is written; a list has several values.
	public record Setting(String key, List<String> values, String file, int line) {
		public Setting {
			values = List.copyOf(values);
		}
	}

	/// Reads the file's contents.
	public static SettingsFile read(String file, Bytes contents) {
		throw new UnsupportedOperationException();
	}

	/// These settings, and those of the base for every key that is not set here.
	public SettingsFile over(SettingsFile base) {
		throw new UnsupportedOperationException();
	}

	/// Every setting by its key, in the order of the file.
	public Map<String, Setting> settings() {
		throw new UnsupportedOperationException();
	}

	/// Names the keys that may stand in the file; any other becomes a problem.
	public void allow(Collection<String> keys) {
		throw new UnsupportedOperationException();
	}

	/// The words of a key.
	public String text(String key, String otherwise) {
		throw new UnsupportedOperationException();
	}

	/// A whole number.
	public int whole(String key, int otherwise, int least, int most) {
		throw new UnsupportedOperationException();
	}

	/// A number.
	public BigDecimal number(String key, BigDecimal otherwise) {
		throw new UnsupportedOperationException();
	}

	/// A yes or no.
	public boolean yes(String key, boolean otherwise) {
		throw new UnsupportedOperationException();
	}

	/// The values of a list, or the one value.
	public List<String> list(String key) {
		throw new UnsupportedOperationException();
	}

	/// A value of another type; the reading throws [IllegalArgumentException] with the fault in words.
	public <T> T as(String key, T otherwise, String remedy, java.util.function.Function<String, T> reading) {
		throw new UnsupportedOperationException();
	}

	/// Adds a problem at the line of a key.
	public void fault(String key, String fault, String remedy) {
		throw new UnsupportedOperationException();
	}

	/// Every problem found up to now.
	public List<TemplateProblem> problems() {
		throw new UnsupportedOperationException();
	}

	/// Throws [FaultyTemplate] when there is any problem.
	public SettingsFile orThrow() {
		throw new UnsupportedOperationException();
	}

}

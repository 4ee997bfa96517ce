package org.packhorse.template;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

import org.packhorse.document.Bytes;

/// Everything of the report-templates folder that one pack in one house style is made of, so that an edition can be made
/// again from what is stored.
///
/// @param files contents by path below report-templates/, with `/` between names
public record FrozenTemplates(String pack, String house, SortedMap<String, Bytes> files) {

	public FrozenTemplates {
		files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
	}

	/// The hash over all names and contents, as 64 hexadecimal digits.
	public String sha256() {
		throw new UnsupportedOperationException();
	}

	/// A settings file of the house, such as `rules.yml`; what it leaves out is taken from `houses/default`.
	public SettingsFile houseSettings(String name) {
		throw new UnsupportedOperationException();
	}

}

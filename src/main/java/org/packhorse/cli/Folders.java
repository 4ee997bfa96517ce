package org.packhorse.cli;

import java.util.List;
import java.util.Objects;

import org.packhorse.pack.Home;

/// Where commands that need no database find the home: the setting `--packhorse.home=…`, else PACKHORSE_HOME, else this folder.
final class Folders {

	private static final String SETTING = "--packhorse.home=";

	private Folders() {
	}

	static Home home(List<String> settings) {
		var said = settings.stream().filter(setting -> setting.startsWith(SETTING)).map(setting -> setting.substring(SETTING.length())).findFirst();
		return new Home(said.orElseGet(() -> Objects.requireNonNullElse(System.getenv("PACKHORSE_HOME"), ".")));
	}

}

package org.packhorse.cli;

import java.nio.file.Path;
import java.util.Objects;

import org.packhorse.pack.Home;

/// Where commands that need no database find the home: PACKHORSE_HOME, else this folder.
final class Folders {

	private Folders() {
	}

	static Home home() {
		return new Home(Path.of(Objects.requireNonNullElse(System.getenv("PACKHORSE_HOME"), ".")));
	}

}

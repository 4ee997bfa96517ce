package org.packhorse.cli;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import org.packhorse.pack.Home;

/// Where commands that need no database find the home: the setting `--packhorse.home=…`, else PACKHORSE_HOME, else this folder.
final class Folders {

	private static final String SETTING = "--packhorse.home=";

	private Folders() {
	}

	/// Whether this account may write a file: the file itself, or where it does not exist the nearest folder that does.
	static boolean canWrite(Path file) {
		var nearest = file.toAbsolutePath();
		while (nearest.getParent() != null && !Files.exists(nearest, LinkOption.NOFOLLOW_LINKS)) {
			nearest = nearest.getParent();
		}
		return Files.isWritable(nearest) && (nearest.equals(file.toAbsolutePath()) || Files.isDirectory(nearest));
	}

	static Home home(List<String> settings) {
		var said = settings.stream().filter(setting -> setting.startsWith(SETTING)).map(setting -> setting.substring(SETTING.length())).findFirst();
		return new Home(said.orElseGet(() -> Objects.requireNonNullElse(System.getenv("PACKHORSE_HOME"), ".")));
	}

}

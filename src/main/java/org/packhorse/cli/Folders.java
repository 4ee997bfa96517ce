package org.packhorse.cli;

import java.io.IOException;
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

	/// Whether files can be written into a folder, or into the nearest one above it while it does not exist: by a try, for what
	/// a disk's rights say of it is not always so.
	static boolean canWrite(Path folder) {
		var nearest = folder.toAbsolutePath();
		while (nearest.getParent() != null && !Files.exists(nearest, LinkOption.NOFOLLOW_LINKS)) {
			nearest = nearest.getParent();
		}
		try {
			Files.delete(Files.createTempFile(nearest, ".packhorse", ".try"));
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	static Home home(List<String> settings) {
		var said = settings.stream().filter(setting -> setting.startsWith(SETTING)).map(setting -> setting.substring(SETTING.length())).findFirst();
		return new Home(said.orElseGet(() -> Objects.requireNonNullElse(System.getenv("PACKHORSE_HOME"), ".")));
	}

}

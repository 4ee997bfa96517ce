package org.packhorse.pack;

import java.nio.file.Path;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The folder that holds report-templates/, schedules/, data/ and out/: the setting `packhorse.home`, or PACKHORSE_HOME in the
/// environment, which is the same setting by another name.
@Component
public class Home {

	private final Path path;

	/// A path as people write it: taken as a Path, Spring would look for a relative one on the class path first.
	public Home(@Value("${packhorse.home:.}") String path) {
		this.path = Path.of(path).toAbsolutePath().normalize();
	}

	/// The folder itself.
	public Path path() {
		return this.path;
	}

	/// Where templates and houses stand.
	public Path templates() {
		return this.path.resolve("report-templates");
	}

	/// Where schedules stand.
	public Path schedules() {
		return this.path.resolve("schedules");
	}

	/// Where editions are published unless a command says otherwise.
	public Path out() {
		return this.path.resolve("out");
	}

	/// How a store is kept on record: inside the home by its path from there, so that a moved home, and another machine's, is the same.
	String name(Path store) {
		var path = store.toAbsolutePath().normalize();
		return path.startsWith(this.path) ? this.path.relativize(path).toString() : path.toString();
	}

}

package org.packhorse.pack;

import java.nio.file.Path;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// PACKHORSE_HOME: the folder that holds report-templates/, schedules/, data/ and out/.
@Component
public class Home {

	private final Path path;

	public Home(@Value("${PACKHORSE_HOME:.}") Path path) {
		this.path = path.toAbsolutePath().normalize();
	}

	/// The folder itself.
	public Path path() {
		return this.path;
	}

	/// Where templates and houses stand.
	public Path templates() {
		return this.path.resolve("report-templates");
	}

	/// Where editions are published unless a command says otherwise.
	public Path out() {
		return this.path.resolve("out");
	}

}

package org.packhorse.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.packhorse.pack.Home;
import org.packhorse.pack.PackMaker;
import org.packhorse.template.TemplateFolder;
import org.packhorse.template.TemplateProblem;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/// What the check finds wrong with report-templates/. It takes half a second, so it is done again only when a file there has changed.
@Component
@ConditionalOnWebApplication
class TemplateCheck {

	private final Home home;

	private Checked last = new Checked("", List.of());

	TemplateCheck(Home home) {
		this.home = home;
	}

	/// What was found, and the folder as it was then.
	private record Checked(String folder, List<String> faults) {
	}

	/// Every fault in words, by file.
	synchronized List<String> faults() {
		var now = folder();
		if (!this.last.folder().equals(now)) {
			var folder = TemplateFolder.open(this.home.templates());
			this.last = new Checked(now, Stream.concat(folder.check().stream(), PackMaker.checkRules(folder).stream()).sorted().distinct().map(TemplateProblem::toString).toList());
		}
		return this.last.faults();
	}

	/// Each file with its size and when it was changed.
	private String folder() {
		try (var files = Files.walk(this.home.templates())) {
			var seen = new TreeMap<String, String>();
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				seen.put(file.toString(), Files.size(file) + " " + Files.getLastModifiedTime(file));
			}
			return seen.toString();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

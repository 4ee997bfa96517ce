package org.packhorse.pack;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

import org.packhorse.template.FaultyTemplate;
import org.packhorse.template.TemplateProblem;
import org.packhorse.writer.NotRendered;
import org.packhorse.writer.PackFormat;
import org.packhorse.writer.PackWriter;
import org.packhorse.writer.Projection;
import org.packhorse.writer.ReadBack;
import org.springframework.stereotype.Component;

/// Writes what an edition says into files, one for each format.
@Component
class Rendering {

	private final Map<PackFormat, PackWriter> writers = new EnumMap<>(PackFormat.class);

	Rendering(List<PackWriter> writers) {
		writers.forEach(writer -> this.writers.put(writer.format(), writer));
	}

	/// Writes these formats into a folder, and says what they could not show; the faults of all formats are told together.
	List<NotRendered> write(Path folder, Composed composed, Collection<PackFormat> formats) throws IOException {
		var documents = documents(composed, formats);
		var look = composed.template().house().look();
		var notRendered = new ArrayList<NotRendered>();
		var faults = new LinkedHashSet<TemplateProblem>();
		for (PackFormat format : formats) {
			try (var out = new BufferedOutputStream(Files.newOutputStream(folder.resolve(fileName(composed.facts(), format))))) {
				notRendered.addAll(writer(format).write(documents.of(format), look, out));
			}
			catch (FaultyTemplate ex) {
				faults.addAll(ex.problems());
			}
		}
		if (!faults.isEmpty()) {
			throw new FaultyTemplate(List.copyOf(faults));
		}
		return notRendered;
	}

	/// What is to be read in each format, by the trees that it is written from.
	static Map<PackFormat, ReadBack> said(Composed composed) {
		var formats = composed.facts().formats();
		var documents = documents(composed, formats);
		var look = composed.template().house().look();
		var said = new EnumMap<PackFormat, ReadBack>(PackFormat.class);
		formats.forEach(format -> said.put(format, Projection.of(documents.of(format), look)));
		return said;
	}

	private static Documents documents(Composed composed, Collection<PackFormat> formats) {
		return new Documents(composed.template(), composed.model(), formats, composed.facts().erratum());
	}

	static String fileName(Snapshot snapshot, PackFormat format) {
		return "%s-%s-%s.%s".formatted(snapshot.authority().slug(), snapshot.templates().pack(), snapshot.asAt(), format.ending());
	}

	private PackWriter writer(PackFormat format) {
		var writer = this.writers.get(format);
		if (writer == null) {
			throw new PackProblem(PackProblem.Kind.FAILED, "There is no writer for " + format.title() + ".");
		}
		return writer;
	}

}

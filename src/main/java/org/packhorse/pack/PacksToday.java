package org.packhorse.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.packhorse.access.Clearance;
import org.packhorse.access.Reach;
import org.packhorse.template.FaultyTemplate;
import org.packhorse.template.PackSettings;
import org.packhorse.template.TemplateFolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What the packs' own files say of them today, each read again when it has changed: a pack that has been closed to some readers since
/// it was published is closed to them in its older editions too.
@Component
public class PacksToday {

	private final JdbcClient jdbc;

	private final Home home;

	private final Map<String, Read> read = new ConcurrentHashMap<>();

	PacksToday(JdbcClient jdbc, Home home) {
		this.jdbc = jdbc;
		this.home = home;
	}

	/// A pack's settings, and the file that they were read from as it was then.
	private record Read(FileTime changed, long size, PackSettings settings) {
	}

	/// The title that readers know a pack by; the name of its folder where there is no such pack today.
	public String title(String pack) {
		return packs().contains(pack) ? settings(pack).map(PackSettings::title).orElse(pack) : pack;
	}

	/// The packs that somebody may read as things stand today, with what their files say; one whose file cannot be read is left out.
	public List<PackSettings> readable(Reach reach) {
		return packs().stream().filter(pack -> isOpenTo(reach.read(), pack)).flatMap(pack -> settings(pack).stream()).toList();
	}

	/// The packs that may not be known of today within this reach, whatever they were when they were published. One whose file cannot be
	/// read is among them: nobody knows whom it is for.
	public List<String> closedTo(Reach reach) {
		return reach.knowsAll() ? List.of() : packs().stream().filter(pack -> !isOpenTo(reach.known(), pack)).toList();
	}

	/// Those of them that have editions from before they were closed.
	public List<String> narrowed(Reach reach) {
		var closed = closedTo(reach);
		return closed.isEmpty() || reach.audiences().isEmpty() ? List.of()
				: this.jdbc.sql("SELECT DISTINCT pack FROM editions WHERE state = 'published' AND audience IN (:audiences) AND pack IN (:closed)")
					.param("audiences", reach.audiences())
					.param("closed", closed)
					.query(String.class)
					.list();
	}

	/// Whether somebody with this clearance may have a pack as things stand today; what is no pack any more stays what it was.
	boolean isOpenTo(@Nullable Clearance clearance, String pack) {
		return clearance != null && isOpen(clearance, pack);
	}

	private boolean isOpen(Clearance clearance, String pack) {
		return clearance == Clearance.RESTRICTED || !packs().contains(pack) || settings(pack).filter(settings -> clearance.may(settings.audience().name())).isPresent();
	}

	private List<String> packs() {
		return TemplateFolder.open(this.home.templates()).packs();
	}

	private Optional<PackSettings> settings(String pack) {
		try {
			var file = this.home.templates().resolve(pack).resolve("pack.yml");
			var now = Files.readAttributes(file, BasicFileAttributes.class);
			var known = this.read.get(pack);
			if (known == null || !known.changed().equals(now.lastModifiedTime()) || known.size() != now.size()) {
				known = new Read(now.lastModifiedTime(), now.size(), TemplateFolder.open(this.home.templates()).settings(pack));
				this.read.put(pack, known);
			}
			return Optional.of(known.settings());
		}
		catch (FaultyTemplate | IOException | UncheckedIOException ex) {
			this.read.remove(pack);
			return Optional.empty();
		}
	}

}

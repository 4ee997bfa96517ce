package org.packhorse.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.packhorse.Programs;
import org.packhorse.Published;
import org.packhorse.SmallCouncil;
import org.packhorse.TestDatabase;
import org.packhorse.TestDatabases;
import org.packhorse.TestHome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// A store on a real file system of a megabyte, which only root may mount.
class FullDiskTests {

	@TempDir
	private Path folder;

	private TestDatabase database;

	private Path disk;

	@BeforeEach
	void mount() throws IOException {
		this.disk = Files.createDirectories(this.folder.resolve("disk"));
		boolean mounted = "root".equals(System.getProperty("user.name")) && isMounted();
		if (!mounted) {
			System.err.printf("%n*** No file system can be mounted here: tests of a full disk are LEFT OUT. Run them as root on Linux. ***%n%n");
		}
		Assumptions.assumeTrue(mounted, "no file system can be mounted");
		this.database = TestDatabases.h2().home(TestHome.small("full-disk", Map.of("small", "title: Small pack\naudience: members\nformats: [html, docx, xlsx, pdf]\n")));
		SmallCouncil.files(this.folder.resolve("tables")).into(this.database);
	}

	private boolean isMounted() throws IOException {
		Programs.run(this.folder, List.of("mount", "-t", "tmpfs", "-o", "size=1m", "packhorse-disk", this.disk.toString()));
		return Files.getFileStore(this.disk).name().equals("packhorse-disk");
	}

	@AfterEach
	void unmount() {
		if (this.database != null) {
			this.database.close();
		}
		Programs.run(this.folder, List.of("umount", this.disk.toString()));
	}

	@Test
	void fullDiskIsNamedNothingStandsInHalfAndTheNextRunMakesIt() throws IOException {
		var ballast = this.disk.resolve("ballast");
		Files.write(ballast, new byte[(1 << 20) - 16 * 1024]);
		assertThatExceptionOfType(PackProblem.class).isThrownBy(() -> Published.make(this.database, request()))
			.withMessageContaining("Files cannot be made in " + this.disk.resolve("out"))
			.withMessageContaining("No space left on device")
			.withMessageContaining("0 MB of 1 MB are free on %s (packhorse-disk)".formatted(this.disk))
			.withMessageContaining("Nothing was published in half")
			.extracting(PackProblem::kind)
			.isEqualTo(PackProblem.Kind.FAILED);
		assertThat(this.disk.resolve("out/.making")).isEmptyDirectory();
		assertThat(this.disk.resolve("out/X99000007")).doesNotExist();
		assertThat(this.database.sql().sql("SELECT COUNT(*) FROM editions").query(Integer.class).single()).as("the number is given back").isZero();
		Files.delete(ballast);
		var made = Published.make(this.database, request());
		assertThat(made.edition().version()).isOne();
		assertThat(this.database.bean(Verification.class).verify(made.edition().path()).faults()).isEmpty();
	}

	private PackRequest request() {
		return Published.request(SmallCouncil.CODE, "small", LocalDate.of(2021, 6, 30), this.disk.resolve("out"));
	}

}

package org.packhorse.writer.html;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.packhorse.ExamplePack;
import org.packhorse.Published;
import org.packhorse.writer.PackFormat;
import org.packhorse.writer.Specimen;

import static org.assertj.core.api.Assertions.assertThat;

/// axe-core finds nothing in the pages of packs, on a wide screen and on a telephone's.
class AxeTests {

	private static final int DESK = 1280;

	/// The width at which pages must need no scrolling to the side.
	private static final int TELEPHONE = 320;

	@TempDir
	private Path folder;

	@Test
	void specimenIsAccessible() {
		good(bytes(Pages.of(Specimen.of(10))), DESK);
	}

	@Test
	void draftIsAccessible() {
		good(bytes(Pages.of(Specimen.draft())), DESK);
	}

	@Test
	void specimenFitsATelephone() {
		good(bytes(Pages.of(Specimen.of(10))), TELEPHONE);
	}

	@Test
	void boardPackIsAccessible() {
		good(Published.file(ExamplePack.made().edition(), PackFormat.HTML), DESK);
	}

	@Test
	void boardPackFitsATelephone() {
		good(Published.file(ExamplePack.made().edition(), PackFormat.HTML), TELEPHONE);
	}

	@Test
	void whatIsWrongIsFound() {
		var page = "<!DOCTYPE html><html><head><title>A</title></head><body><main><h1>A</h1><img src=\"x.png\"><p style=\"color:#bbb\">pale</p></main></body></html>";
		assertThat(new Browser(this.folder).look(page.getBytes(StandardCharsets.UTF_8), DESK).faults())
			.anyMatch(fault -> fault.startsWith("image-alt"))
			.anyMatch(fault -> fault.startsWith("html-has-lang"))
			.anyMatch(fault -> fault.startsWith("color-contrast"));
	}

	private void good(byte[] page, int width) {
		var look = new Browser(this.folder).look(page, width);
		assertThat(look.faults()).isEmpty();
		assertThat(look.rules()).isGreaterThan(15);
		assertThat(look.across()).isLessThanOrEqualTo(0);
	}

	private static byte[] bytes(Pages page) {
		return page.text().getBytes(StandardCharsets.UTF_8);
	}

}

package org.packhorse.writer.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.packhorse.document.PackDocument;
import org.packhorse.writer.Look;
import org.packhorse.writer.Specimen;

/// Every pack passes all checks of PDF/UA-1 that a machine can make.
class PdfUaTests {

	@Test
	void specimenIsAccessible() throws Exception {
		assertThat(faults(Specimen.of(10), Look.plain())).isEmpty();
	}

	@Test
	void longTableIsAccessible() throws Exception {
		assertThat(faults(Specimen.of(150), Look.plain())).isEmpty();
	}

	@Test
	void veryLongTableIsAccessible() throws Exception {
		assertThat(faults(Specimen.of(400), Look.plain())).isEmpty();
	}

	@Test
	void draftIsAccessible() throws Exception {
		assertThat(faults(Specimen.draft(), Look.plain())).isEmpty();
	}

	static List<String> faults(PackDocument document, Look look) throws Exception {
		return PdfUa.faults(PdfAsText.bytes(document, look));
	}

}

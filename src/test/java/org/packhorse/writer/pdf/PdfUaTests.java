package org.packhorse.writer.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.packhorse.document.PackDocument;
import org.packhorse.writer.Look;
import org.packhorse.writer.Specimen;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/// Every pack passes all checks of PDF/UA-1 that a machine can make.
class PdfUaTests {

	static {
		VeraGreenfieldFoundryProvider.initialise();
	}

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
		var pdf = PdfAsText.bytes(document, look);
		try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
				var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
			var result = validator.validate(parser);
			assertThat(result.getTotalAssertions()).as("checks made").isGreaterThan(100);
			return result.getTestAssertions()
				.stream()
				.filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
				.map(assertion -> assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber() + " "
						+ assertion.getMessage() + " " + assertion.getLocation().getContext())
				.limit(8)
				.toList();
		}
	}

}

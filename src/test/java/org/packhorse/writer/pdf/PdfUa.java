package org.packhorse.writer.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

import org.verapdf.core.EncryptedPdfException;
import org.verapdf.core.ModelParsingException;
import org.verapdf.core.ValidationException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

import static org.assertj.core.api.Assertions.assertThat;

/// The checks of PDF/UA-1 that a machine can make, by veraPDF.
public final class PdfUa {

	static {
		VeraGreenfieldFoundryProvider.initialise();
	}

	private PdfUa() {
	}

	/// What the file breaks, a rule with its place each; some of the first when there is much.
	public static List<String> faults(byte[] pdf) {
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
		catch (ModelParsingException | EncryptedPdfException | ValidationException | IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}

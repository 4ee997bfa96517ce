package org.packhorse.writer.mail;

import java.util.List;

import org.packhorse.document.PackDocument;
import org.packhorse.writer.Look;
import org.packhorse.writer.MailWriter;
import org.springframework.stereotype.Component;

/// Writes a letter's tree in both parts of an e-mail.
@Component
class MailPackWriter implements MailWriter {

	@Override
	public Body write(PackDocument document, Look look) {
		var unfit = unfit(document);
		if (!unfit.isEmpty()) {
			throw new IllegalArgumentException("an e-mail cannot show " + unfit);
		}
		return new Body(new PlainLetter(document).text(), new HtmlLetter(document, look).page());
	}

	@Override
	public List<Unfit> unfit(PackDocument document) {
		return new MailFitness().of(document);
	}

}

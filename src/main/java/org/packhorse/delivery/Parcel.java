package org.packhorse.delivery;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// What a message says and carries, before it is frozen.
///
/// @param html blank for plain words alone
/// @param opening what its files are opened with, or null where they are simply attached
record Parcel(String subject, String plain, String html, List<Attachment> attachments, @Nullable Opening opening) {

	Parcel {
		attachments = List.copyOf(attachments);
	}

	Parcel(String subject, String plain, String html, List<Attachment> attachments) {
		this(subject, plain, html, attachments, null);
	}

	/// One file.
	record Attachment(String name, String mediaType, byte[] bytes) {
	}

	/// The same for the mailbox of rehearsals, with the true recipient on top of everything.
	Parcel rehearsed(String recipient) {
		var words = "Rehearsal. This message would go to %s. Nothing has been sent to that address.".formatted(recipient);
		var banner = "<p style=\"border:3px solid #1a1a1a;padding:8px;font-family:sans-serif;font-weight:bold\">%s</p>".formatted(escaped(words));
		return new Parcel("[Rehearsal for %s] %s".formatted(recipient, this.subject), words + "\n\n" + this.plain, this.html.isEmpty() ? "" : withBanner(banner), this.attachments,
				this.opening);
	}

	private String withBanner(String banner) {
		int body = this.html.indexOf("<body");
		int start = body < 0 ? 0 : this.html.indexOf('>', body) + 1;
		return this.html.substring(0, start) + banner + this.html.substring(start);
	}

	private static String escaped(String words) {
		return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
	}

}

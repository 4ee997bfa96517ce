package org.packhorse.writer.html;

import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;
import org.packhorse.document.Block.Picture;
import org.packhorse.document.Bytes;

/// Writes pictures into the page itself, as data addresses.
final class HtmlPictures {

	private static final String UNKNOWN = "it is neither a PNG nor a JPEG; its text alternative stands in its place";

	private final HtmlText html;

	HtmlPictures(HtmlText html) {
		this.html = html;
	}

	void picture(Picture picture) throws IOException {
		var address = address(picture.image());
		if (address == null) {
			this.html.missed("picture " + picture.file(), UNKNOWN);
			this.html.tag("p").around(picture.alternative());
			return;
		}
		this.html.tag("p").with("class", "picture").around(() -> this.html.tag("img")
			.with("src", address)
			.with("alt", picture.alternative())
			.with("style", "width:" + picture.widthMillimetres() + "mm")
			.alone());
	}

	void logo(Bytes logo, String alternative) throws IOException {
		var address = address(logo);
		if (address == null) {
			this.html.missed("logo", UNKNOWN);
			this.html.tag("p").around(alternative);
			return;
		}
		this.html.tag("img").with("class", "logo").with("src", address).with("alt", alternative).alone();
	}

	/// The first bytes tell the kind; a file's name may be wrong.
	private static @Nullable String address(Bytes image) {
		var bytes = image.array();
		var start = HexFormat.of().formatHex(Arrays.copyOf(bytes, 4));
		var kind = start.equals("89504e47") ? "png" : start.startsWith("ffd8ff") ? "jpeg" : null;
		return kind == null ? null : "data:image/" + kind + ";base64," + Base64.getEncoder().encodeToString(bytes);
	}

}

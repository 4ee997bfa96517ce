package org.packhorse.pack;

import java.nio.file.Path;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// One version of one pack of one council as at one date.
///
/// @param number the row that holds it
/// @param request what was asked for
/// @param version from 1 for each council, pack and date
/// @param published whether its folder stands; else it is being made
/// @param folder its folder below the store: code/pack/as-at/v1
/// @param fingerprint SHA-256 of what it says and what made it, whatever its version number and formats, once the snapshot is taken
/// @param software what made it, once published
/// @param manifestSha256 SHA-256 of its manifest.json, once published
/// @param fromDraft number of the draft that its posts cleared and that it is the final of, or null
/// @param audience whom it is for, as its manifest says: `public`, `members` or `restricted`; one of which nobody knows is restricted
public record Edition(long number, PackRequest request, int version, boolean published, String folder, Instant requestedAt,
		@Nullable String fingerprint, @Nullable String software, @Nullable String manifestSha256, @Nullable Long fromDraft,
		String audience) {

	/// What counts as long as nobody has put down whom an edition is for.
	static final String UNKNOWN_AUDIENCE = "restricted";

	/// An edition that is no draft's final.
	public Edition(long number, PackRequest request, int version, boolean published, String folder, Instant requestedAt, @Nullable String fingerprint,
			@Nullable String software, @Nullable String manifestSha256) {
		this(number, request, version, published, folder, requestedAt, fingerprint, software, manifestSha256, null, UNKNOWN_AUDIENCE);
	}

	/// Where its files stand.
	public Path path() {
		return this.request.store().resolve(this.folder);
	}

	/// How people name it: `E08000013/improvement-board/2026-03-31/v1`.
	public String name() {
		return this.folder;
	}

}

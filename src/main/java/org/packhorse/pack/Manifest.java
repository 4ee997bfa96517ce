package org.packhorse.pack;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// What an edition consists of and what it was made from: `manifest.json` in its folder.
///
/// @param files every other file of the folder
/// @param templateSha256 of the pack's templates and house style
/// @param rulesSha256 of the rules in force
/// @param state `draft` or `final`
/// @param requestedBy who asked; with `requestedAt` the only facts that differ between two makings of one snapshot
public record Manifest(String authority, String pack, LocalDate asAt, int version, List<Entry> files, String snapshotSha256,
		String templateSha256, String rulesSha256, String software, String marking, String audience, String state, String requestedBy,
		Instant requestedAt) {

	/// One file of the edition.
	public record Entry(String name, String mediaType, long bytes, String sha256) {
	}

}

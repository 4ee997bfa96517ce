package org.packhorse.pack;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.packhorse.document.Value;
import org.packhorse.writer.PackFormat;

/// What an edition consists of and what it was made from: `manifest.json` in its folder.
///
/// @param files every other file of the folder
/// @param templateSha256 of the pack's templates and house style
/// @param rulesSha256 of the rules in force
/// @param state `draft` or `final`
/// @param requestedBy who asked; with `requestedAt` the only facts that differ between two makings of one snapshot
/// @param clearances the posts that cleared the draft of a final, and when
public record Manifest(String authority, String pack, LocalDate asAt, int version, List<Entry> files, String snapshotSha256,
		String templateSha256, String rulesSha256, String software, String marking, String audience, String state, String requestedBy,
		Instant requestedAt, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Cleared> clearances) {

	/// Which edition it is and which files it has are what a manifest cannot be without.
	public Manifest {
		Objects.requireNonNull(authority);
		Objects.requireNonNull(pack);
		Objects.requireNonNull(asAt);
		files = List.copyOf(files);
		clearances = List.copyOf(Objects.requireNonNullElse(clearances, List.of()));
	}

	/// One file of the edition.
	public record Entry(String name, String mediaType, long bytes, String sha256) {

		public Entry {
			Objects.requireNonNull(name);
			Objects.requireNonNull(sha256);
		}

		/// The name of its format that readers know: Word, Excel, PDF, HTML, or else its ending.
		public String format() {
			for (PackFormat format : PackFormat.values()) {
				if (this.name.endsWith("." + format.ending())) {
					return format.title();
				}
			}
			return this.name.substring(this.name.lastIndexOf('.') + 1);
		}

		/// Its size as people say it: 87 KB, 1.4 MB.
		public String size() {
			long kilobytes = Math.max(1, (this.bytes + 500) / 1000);
			return kilobytes < 1000 ? kilobytes + " KB" : new Value.Number(BigDecimal.valueOf(this.bytes).movePointLeft(6), 1).print() + " MB";
		}

	}

	/// A post that cleared the edition.
	public record Cleared(String post, LocalDate clearedOn) {
	}

	/// The edition as people name it: `E08000013/improvement-board/2026-03-31/v1`.
	String edition() {
		return "%s/%s/%s/v%d".formatted(this.authority, this.pack, this.asAt, this.version);
	}

}

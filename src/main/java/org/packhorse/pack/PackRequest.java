package org.packhorse.pack;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.packhorse.writer.PackFormat;

/// What somebody asks for: this pack of this council as at this date.
///
/// @param authority the council's ONS code
/// @param pack the pack's folder in report-templates/
/// @param since the day to measure movement from, or null for what the pack's own settings say
/// @param formats the formats wanted, or none for all that the pack has
/// @param house the house style wanted, or null for the council's own, else the pack's
/// @param deepDive numbers of the sections to look into, or none for what the body asked for
/// @param store the folder that editions are published in
/// @param requestedBy who asked; it stands in the manifest alone
/// @param signOff what is to become of the edition
/// @param erratum what was wrong in the final whose place this one takes, in words for readers, or null
public record PackRequest(String authority, String pack, LocalDate asAt, @Nullable LocalDate since, List<PackFormat> formats, @Nullable String house, boolean draft,
		List<String> deepDive, Path store, String requestedBy, SignOff signOff, @Nullable String erratum) {

	/// Asks for a pack that nobody has to clear.
	public PackRequest(String authority, String pack, LocalDate asAt, @Nullable LocalDate since, List<PackFormat> formats, @Nullable String house, boolean draft,
			List<String> deepDive, Path store, String requestedBy) {
		this(authority, pack, asAt, since, formats, house, draft, deepDive, store, requestedBy, SignOff.NONE, null);
	}

	/// Asks for a pack whose movement is measured from what its own settings say.
	public PackRequest(String authority, String pack, LocalDate asAt, List<PackFormat> formats, @Nullable String house, boolean draft,
			List<String> deepDive, Path store, String requestedBy) {
		this(authority, pack, asAt, null, formats, house, draft, deepDive, store, requestedBy);
	}

	public PackRequest {
		formats = formats.stream().sorted().distinct().toList();
		deepDive = deepDive.stream().distinct().toList();
	}

	/// The same for another pack, of which nothing is decided yet.
	PackRequest of(String pack) {
		return new PackRequest(this.authority, pack, this.asAt, this.since, this.formats, this.house, this.draft, this.deepDive, this.store, this.requestedBy);
	}

	/// The same with what is to become of the edition: a draft, where posts have to clear it. Schedules say here which posts, lists
	/// and schedule they name.
	public PackRequest signedOff(SignOff signOff) {
		return new PackRequest(this.authority, this.pack, this.asAt, this.since, this.formats, this.house, this.draft || !signOff.posts().isEmpty(), this.deepDive,
				this.store, this.requestedBy, signOff, this.erratum);
	}

	/// The same as a final, with what was wrong in the one before it.
	PackRequest asFinal(@Nullable String erratum) {
		return new PackRequest(this.authority, this.pack, this.asAt, this.since, this.formats, this.house, false, this.deepDive, this.store, this.requestedBy,
				SignOff.NONE, erratum);
	}

}

package org.packhorse.pack;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/// What somebody looks for among the editions; null where all will do.
///
/// @param authority a council's code
/// @param from the first day that an edition may be as at
/// @param to the last one
/// @param draft whether drafts alone, or finals alone
/// @param text words that its name (`E08000013/improvement-board/2026-03-31/v1`) must have in it, in any case
public record EditionSearch(@Nullable String authority, @Nullable String pack, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable Boolean draft,
		@Nullable String text) {

	/// Every edition there is.
	public static final EditionSearch ALL = new EditionSearch(null, null, null, null, null, null);

}

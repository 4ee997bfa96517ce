package org.packhorse.delivery;

import org.jspecify.annotations.Nullable;
import org.packhorse.delivery.Delivery.State;

/// What somebody looks for in the ledger; null where all will do.
///
/// @param about an edition's name
/// @param authority a council's code
public record LedgerSearch(@Nullable State state, @Nullable String about, @Nullable String authority) {

	/// Everything in it.
	public static final LedgerSearch ALL = new LedgerSearch(null, null, null);

	/// The same in whatever state.
	LedgerSearch ofAnyState() {
		return new LedgerSearch(null, this.about, this.authority);
	}

}

package org.packhorse.access;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// What somebody looks for in the audit trail; null where all will do.
///
/// @param object what was done something to; of the beginning of an edition's name, such as `E08000013/improvement-board`, all that follows too
/// @param actor who did it, as the trail has it, or the name before `via`
/// @param from the first moment
/// @param to the moment before which it was
/// @param council the code of a council: what was done to its editions, and whatever else an entry says of it
public record AuditSearch(@Nullable String object, @Nullable String actor, @Nullable String action, @Nullable Instant from, @Nullable Instant to, @Nullable String council) {

	/// The whole trail.
	public static final AuditSearch ALL = new AuditSearch(null, null, null, null, null);

	/// Whatever the council.
	public AuditSearch(@Nullable String object, @Nullable String actor, @Nullable String action, @Nullable Instant from, @Nullable Instant to) {
		this(object, actor, action, from, to, null);
	}

}

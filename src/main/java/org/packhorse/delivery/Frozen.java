package org.packhorse.delivery;

import org.jspecify.annotations.Nullable;

/// A message that was made and changes no more: its head belongs to one recipient, its body may be shared.
///
/// @param sender the envelope's sender
/// @param mimeSha256 of head and body together
record Frozen(Addressed to, String messageId, String sender, String head, byte[] body, String bodySha256, String mimeSha256, @Nullable Opening opening) {
}

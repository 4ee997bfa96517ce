package org.packhorse.markup;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.packhorse.document.Position;

/// A section that has been read, before the ids of all sections are known; among its parts are blocks and drafts.
record SectionDraft(Position at, @Nullable String id, String number, String title, List<Object> parts) {
}

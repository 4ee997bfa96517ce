package org.packhorse.delivery;

import java.util.Set;

import org.packhorse.pack.Edition;

/// Which lists may get a draft: those that a schedule for drafts names. A draft that waits for sign-off is for nobody else.
@FunctionalInterface
public interface DraftLists {

	/// The lists that may get this draft.
	Set<String> of(Edition draft);

}

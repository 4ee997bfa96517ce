package org.packhorse.pack;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// An edition with what there is to say of it besides: how its sign-off stands, and what has taken its place.
///
/// @param progress of its own sign-off, or of that of the draft that it is the final of; null where it has none
/// @param supersededBy the newest edition that has taken its place, or null
public record Standing(Edition edition, @Nullable Progress progress, @Nullable Edition supersededBy) {

	/// How it stands, in words, as far as there is something to say.
	public List<String> words() {
		var words = new ArrayList<String>();
		if (this.progress != null && !this.progress.posts().isEmpty()) {
			words.add(this.progress.words());
		}
		if (this.progress != null && isOwed(this.progress)) {
			words.add("not posted to " + String.join(", ", this.progress.lists()));
		}
		if (this.supersededBy != null) {
			words.add("superseded by v" + this.supersededBy.version());
		}
		return words;
	}

	/// Whether it is a final with lists to go to that have not been seen to.
	private boolean isOwed(Progress found) {
		return !this.edition.request().draft() && !found.lists().isEmpty() && !found.posted();
	}

	/// `draft` or `final`.
	public String state() {
		return this.edition.request().draft() ? "draft" : "final";
	}

}

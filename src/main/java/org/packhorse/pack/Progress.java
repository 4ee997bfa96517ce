package org.packhorse.pack;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// How far an edition's sign-off has come.
///
/// @param edition the edition's number
/// @param posts the posts that it needs, in the order in which they were named
/// @param authors accounts that changed its templates since the final before it
/// @param erratum what readers are told was wrong in the final before it, as far as somebody has said; or null
/// @param sentBack who sent it back and why, or null
/// @param posted whether its lists have been seen to
public record Progress(long edition, String schedule, List<String> lists, List<Post> posts, List<String> authors, @Nullable String erratum,
		@Nullable SentBack sentBack, boolean posted) {

	/// A post, and who cleared the edition for it.
	///
	/// @param by the account, as the audit trail records it, or null while the post has not cleared it
	public record Post(String name, @Nullable String by, @Nullable Instant at, String note) {

		/// Whether the post has cleared it.
		public boolean isCleared() {
			return this.by != null;
		}

	}

	/// An edition that was sent back cannot be cleared any more.
	public record SentBack(String by, String post, Instant at, String reason) {
	}

	public Progress {
		lists = List.copyOf(lists);
		posts = List.copyOf(posts);
		authors = List.copyOf(authors);
	}

	/// The posts that have not cleared it.
	public List<String> waitsFor() {
		return this.posts.stream().filter(post -> !post.isCleared()).map(Post::name).toList();
	}

	/// Whether every post has cleared it.
	public boolean isCleared() {
		return !this.posts.isEmpty() && this.sentBack == null && waitsFor().isEmpty();
	}

	/// The account that cleared it last, as the audit trail records it; of several in one second, the one whose post was named last.
	public Optional<String> lastCleared() {
		return this.posts.stream()
			.filter(Post::isCleared)
			.reduce((one, next) -> Objects.requireNonNull(next.at()).isBefore(Objects.requireNonNull(one.at())) ? one : next)
			.map(Post::by);
	}

	/// In words: `waits for …`, `sent back …` or `cleared by …`.
	public String words() {
		if (this.sentBack != null) {
			return "sent back by %s for %s: %s".formatted(this.sentBack.by(), this.sentBack.post(), this.sentBack.reason());
		}
		return waitsFor().isEmpty() ? "cleared by " + Wording.listed(this.posts.stream().map(post -> post.name() + " (" + post.by() + ")").toList())
				: "waits for " + Wording.listed(waitsFor());
	}

}

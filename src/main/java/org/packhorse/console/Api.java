package org.packhorse.console;

import java.io.Serial;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/// What scripts get back besides what they asked for.
final class Api {

	private Api() {
	}

	/// Something was done.
	public record Done(String done) {
	}

	/// What kept a request from being done, all of it at once.
	public record Problems(List<Problem> problems) {

		static Problems of(Typed typed) {
			return new Problems(typed.faults().stream().map(fault -> new Problem(fault.field(), fault.words())).toList());
		}

		static Problems of(List<String> lines) {
			return new Problems(lines.stream().map(line -> new Problem("", line)).toList());
		}

	}

	/// One thing that is wrong.
	///
	/// @param field which field is at fault, or blank
	public record Problem(String field, String problem) {
	}

	/// A page of a long list.
	public record Page<T>(int page, int pages, long total, List<T> items) {

		static <T> Page<T> of(Paging paging, List<T> items) {
			return new Page<>(paging.page(), paging.pages(), paging.total(), items);
		}

		static <S, T> Page<T> of(org.packhorse.authority.Page<S> page, Function<S, T> each) {
			return new Page<>(page.number(), page.pages(), page.total(), page.items().stream().map(each).toList());
		}

	}

	/// What a long list is asked by that nobody can search: its page.
	public record Pages(@Nullable Integer page) {
	}

	/// Refuses what is at fault.
	static void demandFaultless(Typed typed) {
		if (typed.isFaulty()) {
			throw new Refused(typed);
		}
	}

	/// What was sent is at fault.
	static final class Refused extends RuntimeException {

		@Serial
		private static final long serialVersionUID = 1;

		private final transient Typed typed;

		Refused(Typed typed) {
			super("refused", null, false, false);
			this.typed = typed;
		}

		Problems problems() {
			return Problems.of(this.typed);
		}

	}

}

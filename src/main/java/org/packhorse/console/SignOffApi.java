package org.packhorse.console;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.packhorse.access.Account;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Sign-off for scripts: what [SignOffPage] does.
@RestController
@ConditionalOnWebApplication
class SignOffApi {

	private final SignOffPage page;

	SignOffApi(SignOffPage page) {
		this.page = page;
	}

	/// A draft that waits.
	///
	/// @param yours the posts among them that the account holds
	public record Waiting(String edition, String authority, String pack, String requestedBy, List<Post> posts, List<String> yours) {
	}

	/// A post of a draft.
	public record Post(String post, boolean cleared, String by, String note) {
	}

	/// What somebody says of a draft.
	///
	/// @param act `clear` or `back`
	/// @param reason why it goes back
	public record Said(@Among({ "clear", "back" }) String act, String post, @Nullable String note, @Nullable String erratum, @Nullable String reason) {
	}

	@GetMapping("/api/v1/sign-off")
	@Filters(Api.Pages.class)
	Api.Page<Waiting> waiting(Account account, Typed typed) {
		Api.demandFaultless(typed);
		var found = this.page.waitingFor(account, Paging.asked(typed.text("page")));
		return Api.Page.of(new Paging("", Map.of(), found.number(), found.total()), found.items()
			.stream()
			.map(draft -> new Waiting(draft.name(), draft.authority(), draft.pack(), draft.by(),
					draft.posts().stream().map(post -> new Post(post.name(), post.state().tone().equals("green"), post.by(), post.note())).toList(), draft.yours()))
			.toList());
	}

	@PostMapping("/api/v1/sign-off/{authority}/{pack}/{asAt}/{version}")
	@Fields(Said.class)
	Api.Done decide(Account account, Typed typed, @PathVariable String authority, @PathVariable String pack, @PathVariable String asAt, @PathVariable String version) {
		var draft = this.page.demand(account, authority, pack, asAt, version);
		return new Api.Done(this.page.decided(account, draft, typed).orElseThrow(() -> new Api.Refused(typed)));
	}

}

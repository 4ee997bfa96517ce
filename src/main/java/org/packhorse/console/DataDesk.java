package org.packhorse.console;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.packhorse.access.Account;
import org.packhorse.access.Role;
import org.packhorse.authority.Authorities;
import org.packhorse.authority.Authority;
import org.packhorse.tracker.Freshness;
import org.packhorse.tracker.Permission;
import org.packhorse.tracker.SentFile;
import org.packhorse.tracker.Upload;
import org.packhorse.tracker.Uploads;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/// What pages and scripts ask about data, always on behalf of an account: other councils' data and other people's uploads are not there.
@Component
@ConditionalOnWebApplication
class DataDesk {

	/// The field of a form that carries files.
	static final String FILE = "file";

	private final Freshness freshness;

	private final Authorities authorities;

	private final Uploads uploads;

	private final Clock clock;

	DataDesk(Freshness freshness, Authorities authorities, Uploads uploads, Clock clock) {
		this.freshness = freshness;
		this.authorities = authorities;
		this.uploads = uploads;
		this.clock = clock;
		uploads.begin();
	}

	/// The page of councils that somebody asked for.
	Paging councils(Account account, String path, String page) {
		return new Paging(path, Map.of(), Paging.asked(page), this.freshness.count(account.councils()));
	}

	List<Freshness.Council> councils(Account account, Paging paging) {
		return this.freshness.councils(account.councils(), paging.skipped(), Paging.SIZE);
	}

	/// A council of the account's.
	Authority council(Account account, String code) {
		return Optional.of(code).filter(account::ofCouncil).flatMap(this.authorities::find).orElseThrow(NothingThere::new);
	}

	Freshness.OfCouncil freshness(Authority council) {
		return this.freshness.of(council.code(), LocalDate.now(this.clock));
	}

	/// The largest file that is taken, in megabytes.
	long largest() {
		return this.uploads.largest() >> 20;
	}

	/// Takes in the files of a request and has them checked.
	Upload send(Account account, HttpServletRequest request) {
		var files = request instanceof MultipartHttpServletRequest parts ? parts.getFiles(FILE) : List.<MultipartFile>of();
		return this.uploads.send(account.actor(), permission(account), files.stream().filter(file -> !isNone(file)).map(DataDesk::sent).toList());
	}

	/// What a browser sends when no file was chosen.
	private static boolean isNone(MultipartFile file) {
		return file.isEmpty() && (file.getOriginalFilename() == null || file.getOriginalFilename().isBlank());
	}

	private static SentFile sent(MultipartFile file) {
		return new SentFile(Optional.ofNullable(file.getOriginalFilename()).orElse(""), file::getInputStream);
	}

	List<Upload> uploads(Account account) {
		return this.uploads.of(account.actor());
	}

	Upload upload(Account account, String id) {
		return this.uploads.find(account.actor(), id).orElseThrow(NothingThere::new);
	}

	Upload load(Account account, String id) {
		return this.uploads.load(account.actor(), permission(account), id).orElseThrow(NothingThere::new);
	}

	/// Forgets an upload; false while it is being worked on.
	boolean discard(Account account, String id) {
		upload(account, id);
		return this.uploads.discard(account.actor(), id);
	}

	private static Permission permission(Account account) {
		return new Permission(account.councils(), account.roles().contains(Role.AUTHOR), account.roles().contains(Role.ADMIN));
	}

}

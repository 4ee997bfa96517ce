package org.packhorse.console.door;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/// Which page somebody wanted who has to sign in first. It travels with the form, so that nothing has to be kept for people who never come in; only pages of this
/// console are gone to.
public final class Wanted {

	/// The field that it travels in.
	public static final String TO = "to";

	private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9/_.-]{0,300}");

	private Wanted() {
	}

	/// Where to sign in on the way to what is asked for; parts of pages are no place to go to.
	static String signIn(HttpServletRequest request) {
		var path = request.getRequestURI();
		boolean page = request.getMethod().equals("GET") && !path.equals("/") && !path.endsWith("/state") && !path.endsWith("/preview") && isPage(path);
		return page ? "/sign-in?" + TO + "=" + URLEncoder.encode(path, StandardCharsets.UTF_8) : "/sign-in";
	}

	/// The page, if it is one of this console's; else the first.
	static String target(@Nullable String path) {
		return path != null && isPage(path) ? path : "/";
	}

	/// The same for the form, blank where it is none.
	public static String asked(@Nullable String path) {
		return path != null && isPage(path) ? path : "";
	}

	private static boolean isPage(String path) {
		return PATH.matcher(path).matches() && !path.startsWith("//") && Routes.isPage("GET", path);
	}

}

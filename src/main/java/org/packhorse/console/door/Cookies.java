package org.packhorse.console.door;

import java.time.Duration;

import jakarta.servlet.ServletContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.stereotype.Component;

/// The console's cookies: no script reads them, no other site sends them with a form, and under TLS they belong to this very host alone (`__Host-`).
@Component
@ConditionalOnWebApplication
class Cookies implements ServletContextInitializer {

	private final boolean secure;

	Cookies(@Value("${packhorse.serve.behind-tls:false}") boolean behindTls, @Value("${server.ssl.bundle:}${server.ssl.certificate:}${server.ssl.key-store:}") String own) {
		this.secure = behindTls || !own.isBlank();
	}

	String name(String name) {
		return this.secure ? "__Host-" + name : name;
	}

	String kept(String name, String value, Duration age) {
		return ResponseCookie.from(name, value).httpOnly(true).secure(this.secure).path("/").sameSite("Lax").maxAge(age).build().toString();
	}

	/// Where the token stands that a form has to repeat.
	CookieCsrfTokenRepository csrf() {
		var tokens = new CookieCsrfTokenRepository();
		tokens.setCookieName(name("packhorse-form"));
		tokens.setCookieCustomizer(cookie -> cookie.httpOnly(true).secure(this.secure).path("/").sameSite("Lax"));
		return tokens;
	}

	@Override
	public void onStartup(ServletContext context) {
		var session = context.getSessionCookieConfig();
		session.setName(name("packhorse"));
		session.setHttpOnly(true);
		session.setSecure(this.secure);
		session.setPath("/");
		session.setAttribute("SameSite", "Lax");
	}

}

package org.packhorse.console.door;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.packhorse.access.Account;
import org.packhorse.access.Accounts;
import org.packhorse.access.Secrets;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/// Recognises a browser that an account has signed in with before, by a cookie that only this account's key can make. It opens nothing: it only keeps
/// strangers' wrong passwords from counting against the account's holder.
@Component
@ConditionalOnWebApplication
public class KnownBrowser {

	private static final Duration REMEMBERED = Duration.ofDays(180);

	private final Accounts accounts;

	private final Secrets secrets;

	private final Cookies cookies;

	KnownBrowser(Accounts accounts, Secrets secrets, Cookies cookies) {
		this.accounts = accounts;
		this.secrets = secrets;
		this.cookies = cookies;
	}

	/// What tells this browser from others, or blank where the account has not signed in with it.
	String device(HttpServletRequest request, String deviceKey) {
		return cookie(request).filter(value -> value.length() == 97 && value.charAt(32) == '.').filter(value -> isOf(value, deviceKey)).map(value -> value.substring(0, 32)).orElse("");
	}

	/// Has the browser keep what it is recognised by: after its holder has signed in with it, or set a password with it.
	public void remember(HttpServletResponse response, Account account) {
		this.accounts.named(account.name()).ifPresent(credentials -> {
			var nonce = this.secrets.token();
			response.addHeader("Set-Cookie", this.cookies.kept(name(), nonce + "." + sign(nonce, credentials.deviceKey()), REMEMBERED));
		});
	}

	private Optional<String> cookie(HttpServletRequest request) {
		return request.getCookies() == null ? Optional.empty()
				: Arrays.stream(request.getCookies()).filter(cookie -> cookie.getName().equals(name())).map(Cookie::getValue).findFirst();
	}

	private String name() {
		return this.cookies.name("packhorse-browser");
	}

	private static boolean isOf(String value, String deviceKey) {
		return MessageDigest.isEqual(sign(value.substring(0, 32), deviceKey).getBytes(StandardCharsets.US_ASCII), value.substring(33).getBytes(StandardCharsets.US_ASCII));
	}

	private static String sign(String nonce, String deviceKey) {
		try {
			var mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(deviceKey.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
			return HexFormat.of().formatHex(mac.doFinal(nonce.getBytes(StandardCharsets.US_ASCII)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("every Java has HMAC-SHA-256", ex);
		}
	}

}

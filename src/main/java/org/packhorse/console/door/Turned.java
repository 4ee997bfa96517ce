package org.packhorse.console.door;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/// Where somebody goes who may not do what they ask for: to sign in, or to a page that says so. What is not in [Routes] answers like what does not exist.
@Component
@ConditionalOnWebApplication
class Turned implements AuthenticationEntryPoint, AccessDeniedHandler, AuthenticationFailureHandler {

	/// Nobody has signed in.
	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException, ServletException {
		if (Routes.of(request).isEmpty()) {
			request.getRequestDispatcher("/refused/nothing").forward(request, response);
		}
		else {
			toSignIn(request, response);
		}
	}

	/// A part of a page that moves by itself takes the whole page with it.
	private static void toSignIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (request.getHeader("HX-Request") != null) {
			response.setHeader("HX-Redirect", "/sign-in");
			response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
		}
		else {
			response.sendRedirect(Wanted.signIn(request));
		}
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why) throws IOException, ServletException {
		if (why instanceof CsrfException) {
			request.getRequestDispatcher("/refused/form").forward(request, response);
		}
		else if (Routes.of(request).isEmpty()) {
			request.getRequestDispatcher("/refused/nothing").forward(request, response);
		}
		else if (Welcome.account(request).isEmpty()) {
			toSignIn(request, response);
		}
		else {
			request.getRequestDispatcher("/refused/role").forward(request, response);
		}
	}

	/// A wrong name or password goes back to the form with the name that was typed.
	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException, ServletException {
		request.getRequestDispatcher(switch (why) {
			case LockedException _ -> "/refused/often";
			case AuthenticationServiceException _ -> "/refused/busy";
			default -> "/refused/sign-in";
		}).forward(request, response);
	}

}

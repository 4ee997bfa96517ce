package org.packhorse.console;

import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.packhorse.console.door.CouncilSignIn;
import org.packhorse.run.Trouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.util.unit.DataSize;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.NoHandlerFoundException;

/// What people see who asked for what is not there, may not do what they asked for, or met a fault of ours. None of it says more than it must.
@Controller
@ControllerAdvice
@ConditionalOnWebApplication
class RefusedPage {

	private static final Logger LOG = LoggerFactory.getLogger(RefusedPage.class);

	private final DataSize uploads;

	private final Optional<CouncilSignIn> council;

	RefusedPage(@Value("${packhorse.uploads.request:60MB}") DataSize uploads, Optional<CouncilSignIn> council) {
		this.uploads = uploads;
		this.council = council;
	}

	@RequestMapping("/refused/nothing")
	ModelAndView nothing() {
		return page("nothing", HttpStatus.NOT_FOUND);
	}

	@RequestMapping("/refused/role")
	ModelAndView role() {
		return page("refused-role", HttpStatus.FORBIDDEN);
	}

	@RequestMapping("/refused/form")
	ModelAndView form(Typed typed) {
		return new ModelAndView("refused-form", Map.of("typed", typed.plain()), HttpStatus.FORBIDDEN);
	}

	@RequestMapping("/refused/busy")
	ModelAndView busy(Typed typed) {
		typed.fault("name", "Many people sign in at this moment. Try again in a while");
		return signIn(typed, HttpStatus.SERVICE_UNAVAILABLE);
	}

	@RequestMapping("/refused/size")
	ModelAndView size() {
		return new ModelAndView("too-large", Map.of("largest", this.uploads.toMegabytes()), HttpStatus.CONTENT_TOO_LARGE);
	}

	@ExceptionHandler
	ModelAndView tooLarge(MaxUploadSizeExceededException fault) {
		return size();
	}

	@RequestMapping("/refused/sign-in")
	ModelAndView signIn(Typed typed) {
		typed.fault("name", "Name or password is not right");
		return signIn(typed, HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@RequestMapping("/refused/council")
	ModelAndView council(Typed typed) {
		typed.fault("name", "The council’s sign-in knows you, or says so, but no account here is yours. Ask whoever keeps the accounts");
		return signIn(typed, HttpStatus.FORBIDDEN);
	}

	@RequestMapping("/refused/elsewhere")
	ModelAndView elsewhere(Typed typed) {
		typed.fault("name", "The council’s sign-in did not let you in, or could not be reached. Try again, or ask whoever keeps it");
		return signIn(typed, HttpStatus.UNPROCESSABLE_CONTENT);
	}

	private ModelAndView signIn(Typed typed, HttpStatus status) {
		return new ModelAndView("sign-in", EntryPage.signIn(typed, false, this.council.isPresent()), status);
	}

	@RequestMapping("/refused/often")
	ModelAndView often(Typed typed) {
		typed.fault("name", "Wrong passwords were tried too often. Wait a quarter of an hour, or ask whoever keeps the accounts for an invitation");
		return signIn(typed, HttpStatus.TOO_MANY_REQUESTS);
	}

	@ExceptionHandler({ NothingThere.class, MethodArgumentTypeMismatchException.class, NoHandlerFoundException.class })
	ModelAndView notThere() {
		return nothing();
	}

	/// A problem that no form could show is said in words. Whatever else goes wrong is in the log; the reader learns only that it did.
	@ExceptionHandler
	ModelAndView problem(Exception fault, HttpServletRequest request) {
		return Trouble.of(fault).map(trouble -> problem(trouble, request)).orElseGet(() -> later(fault, request));
	}

	private static ModelAndView problem(Trouble trouble, HttpServletRequest request) {
		LOG.warn("{} {} met a problem: {}", request.getMethod(), request.getRequestURI(), trouble.words());
		var status = switch (trouble.kind()) {
			case BUSY -> HttpStatus.SERVICE_UNAVAILABLE;
			case FAILED -> HttpStatus.INTERNAL_SERVER_ERROR;
			case USAGE, INPUT, DECISION -> HttpStatus.UNPROCESSABLE_CONTENT;
		};
		return new ModelAndView("problem", Map.of("lines", Told.lines(trouble)), status);
	}

	private static ModelAndView later(Exception fault, HttpServletRequest request) {
		LOG.error("{} {} could not be answered", request.getMethod(), request.getRequestURI(), fault);
		return page("later", HttpStatus.INTERNAL_SERVER_ERROR);
	}

	private static ModelAndView page(String name, HttpStatus status) {
		return new ModelAndView(name, Map.of(), status);
	}

}

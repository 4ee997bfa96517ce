package org.packhorse.console;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.packhorse.console.Api.Problems;
import org.packhorse.run.Trouble;
import org.packhorse.tracker.UploadRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/// Tells scripts what is wrong, as pages tell people: all of it, and nothing of how the program is made.
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
@ConditionalOnWebApplication
class ApiFaults {

	private static final Logger LOG = LoggerFactory.getLogger(ApiFaults.class);

	@ExceptionHandler({ NothingThere.class, MethodArgumentTypeMismatchException.class })
	ResponseEntity<Problems> notThere() {
		return answer(HttpStatus.NOT_FOUND, "There is no such thing.");
	}

	@ExceptionHandler
	ResponseEntity<Problems> refused(Api.Refused refused) {
		return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).body(refused.problems());
	}

	@ExceptionHandler
	ResponseEntity<Problems> upload(UploadRefused refused) {
		return answer(UploadPage.status(refused), String.valueOf(refused.getMessage()));
	}

	@ExceptionHandler
	ResponseEntity<Problems> notJson(Typed.NotJson fault) {
		return answer(HttpStatus.BAD_REQUEST, String.valueOf(fault.getMessage()));
	}

	@ExceptionHandler
	ResponseEntity<Problems> problem(Exception fault, HttpServletRequest request) {
		return Trouble.of(fault).map(trouble -> problem(trouble, request)).orElseGet(() -> later(fault, request));
	}

	private static ResponseEntity<Problems> problem(Trouble trouble, HttpServletRequest request) {
		LOG.warn("{} {} met a problem: {}", request.getMethod(), request.getRequestURI(), trouble.words());
		var status = switch (trouble.kind()) {
			case BUSY -> HttpStatus.SERVICE_UNAVAILABLE;
			case FAILED -> HttpStatus.INTERNAL_SERVER_ERROR;
			case DECISION -> HttpStatus.CONFLICT;
			case USAGE, INPUT -> HttpStatus.UNPROCESSABLE_CONTENT;
		};
		return ResponseEntity.status(status).body(Problems.of(Told.lines(trouble)));
	}

	private static ResponseEntity<Problems> later(Exception fault, HttpServletRequest request) {
		LOG.error("{} {} could not be answered", request.getMethod(), request.getRequestURI(), fault);
		return answer(HttpStatus.INTERNAL_SERVER_ERROR, "There is a problem with the service. Try again later; what went wrong is in its log.");
	}

	private static ResponseEntity<Problems> answer(HttpStatus status, String words) {
		return ResponseEntity.status(status).body(Problems.of(List.of(words)));
	}

}

package org.packhorse.console;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.packhorse.pack.PackProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/// What scripts are told when something is wrong: the same as people, as JSON.
@RestControllerAdvice(annotations = RestController.class)
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiProblems {

	private static final Logger LOG = LoggerFactory.getLogger(ApiProblems.class);

	/// Everything that is wrong: in one sentence, and each with its field where there are several.
	record Problem(String problem, List<Typed.Fault> faults) {

		Problem(String problem) {
			this(problem, List.of());
		}

	}

	@ExceptionHandler({ NothingThere.class, MethodArgumentTypeMismatchException.class })
	ResponseEntity<Problem> nothing() {
		return answer(HttpStatus.NOT_FOUND, new Problem("There is no such thing."));
	}

	@ExceptionHandler
	ResponseEntity<Problem> faulty(FaultyRequest request) {
		return answer(HttpStatus.UNPROCESSABLE_CONTENT, new Problem("Something in the request is wrong.", request.faults()));
	}

	@ExceptionHandler(HttpMessageNotReadableException.class)
	ResponseEntity<Problem> unreadable() {
		return answer(HttpStatus.BAD_REQUEST, new Problem("The body is not the JSON that is expected."));
	}

	@ExceptionHandler
	ResponseEntity<Problem> problem(PackProblem problem) {
		LOG.warn("a script met a problem: {}", problem.getMessage());
		return answer(RefusedPage.status(problem), new Problem(String.join(" ", Told.lines(problem))));
	}

	/// Whatever else goes wrong is in the log.
	@ExceptionHandler
	ResponseEntity<Problem> later(Exception fault, HttpServletRequest request) {
		if (fault instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
			return ResponseEntity.status(known.getStatusCode()).body(new Problem("The request is not one that this address takes: send JSON, with Content-Type: application/json."));
		}
		LOG.error("{} {} could not be answered", request.getMethod(), request.getRequestURI(), fault);
		return answer(HttpStatus.INTERNAL_SERVER_ERROR, new Problem("Sorry, there is a problem with the service. Try again later."));
	}

	private static ResponseEntity<Problem> answer(HttpStatus status, Problem problem) {
		return ResponseEntity.status(status).body(problem);
	}

}

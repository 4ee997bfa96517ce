package org.packhorse.console;

import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.packhorse.access.Scope;
import org.packhorse.console.door.Route;
import org.packhorse.console.door.Routes;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Describes the API to programs (OpenAPI 3.1), from what there is: the table of routes, and what methods take and give.
@RestController
@ConditionalOnWebApplication
class OpenApi {

	/// Every answer that turns a request away, and what it means.
	private static final Map<HttpStatus, String> REFUSALS = refusals();

	private static final Map<String, Object> FILES = Map.of("type", "object", "properties",
			Map.of(DataDesk.FILE, Map.of("type", "array", "items", Map.of("type", "string", "format", "binary"))), "required", List.of(DataDesk.FILE));

	private final ObjectProvider<RequestMappingHandlerMapping> handlers;

	OpenApi(ObjectProvider<RequestMappingHandlerMapping> handlers) {
		this.handlers = handlers;
	}

	private static Map<HttpStatus, String> refusals() {
		var refusals = new LinkedHashMap<HttpStatus, String>();
		refusals.put(HttpStatus.BAD_REQUEST, "The body is no JSON");
		refusals.put(HttpStatus.UNAUTHORIZED, "No token that holds");
		refusals.put(HttpStatus.FORBIDDEN, "The account or its token may not do this");
		refusals.put(HttpStatus.NOT_FOUND, "It is not there, or may not be seen");
		refusals.put(HttpStatus.CONFLICT, "A person must decide first");
		refusals.put(HttpStatus.CONTENT_TOO_LARGE, "The files are too large");
		refusals.put(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "No files are taken here");
		refusals.put(HttpStatus.UNPROCESSABLE_CONTENT, "What is wrong, all of it");
		refusals.put(HttpStatus.INTERNAL_SERVER_ERROR, "Something failed; the log of this installation says what");
		refusals.put(HttpStatus.SERVICE_UNAVAILABLE, "Busy: ask again later");
		return refusals;
	}

	@GetMapping("/api/v1/openapi.json")
	Map<String, Object> described() {
		var paths = new LinkedHashMap<String, Map<String, Object>>();
		Routes.list().stream().filter(Route::isApi).forEach(route -> paths.computeIfAbsent(route.path(), _ -> new LinkedHashMap<>()).put(route.method().toLowerCase(Locale.ROOT), operation(route)));
		return Map.of("openapi", "3.1.0", "info", Map.of("title", "Packhorse", "version", "1", "description", "The actions of the console for scripts. Send a token of your account with each request."),
				"paths", paths, "components", components(), "security", List.of(Map.of("token", List.of())));
	}

	private static Map<String, Object> components() {
		var responses = REFUSALS.entrySet()
			.stream()
			.collect(Collectors.toMap(refusal -> Integer.toString(refusal.getKey().value()), refusal -> Map.of("description", refusal.getValue(), "content", json(Map.of("$ref", "#/components/schemas/Problems")))));
		return Map.of("securitySchemes", Map.of("token", Map.of("type", "http", "scheme", "bearer", "description", scopes())), "schemas", Map.of("Problems", Schemas.of(Api.Problems.class)), "responses", responses);
	}

	private static String scopes() {
		return String.join("; ", Arrays.stream(Scope.values()).map(scope -> scope + ": " + scope.does()).toList());
	}

	private Map<String, Object> operation(Route route) {
		var handler = handler(route);
		var operation = new LinkedHashMap<String, Object>();
		operation.put("summary", Words.capital(route.does()));
		operation.put("description", "Open to %s%s.".formatted(route.openTo(), route.scope() == null ? "" : ", with the scope " + route.scope()));
		operation.put("parameters", Stream.concat(variables(handler), filters(handler)).toList());
		var fields = handler.getMethodAnnotation(Fields.class);
		if (fields != null) {
			operation.put("requestBody", Map.of("required", true, "content", json(Schemas.of(fields.value()))));
		}
		if (handler.getMethodAnnotation(Files.class) != null) {
			operation.put("requestBody", Map.of("required", true, "content", Map.of("multipart/form-data", Map.of("schema", FILES))));
		}
		operation.put("responses", responses(route, handler));
		return operation;
	}

	private HandlerMethod handler(Route route) {
		return this.handlers.getObject()
			.getHandlerMethods()
			.entrySet()
			.stream()
			.filter(entry -> entry.getKey().getPatternValues().contains(route.path()) && entry.getKey().getMethodsCondition().getMethods().stream().anyMatch(method -> method.name().equals(route.method())))
			.findFirst()
			.map(Map.Entry::getValue)
			.orElseThrow(() -> new IllegalStateException("no method answers " + route.path()));
	}

	private static Stream<Map<String, Object>> variables(HandlerMethod handler) {
		return Arrays.stream(handler.getMethod().getParameters()).filter(each -> each.isAnnotationPresent(PathVariable.class)).map(OpenApi::variable);
	}

	private static Map<String, Object> variable(Parameter variable) {
		return Map.of("name", variable.getName(), "in", "path", "required", true, "schema", Schemas.of(variable.getType()));
	}

	private static Stream<Map<String, Object>> filters(HandlerMethod handler) {
		var filters = handler.getMethodAnnotation(Filters.class);
		return filters == null ? Stream.of() : Arrays.stream(filters.value().getRecordComponents()).map(OpenApi::filter);
	}

	private static Map<String, Object> filter(RecordComponent filter) {
		return Map.of("name", filter.getName(), "in", "query", "required", Schemas.isAlwaysThere(filter), "schema", Schemas.of(filter));
	}

	private static Map<String, Object> responses(Route route, HandlerMethod handler) {
		var responses = new LinkedHashMap<String, Object>();
		responses.put(Integer.toString(good(handler).value()), given(handler.getMethod().getGenericReturnType()));
		refusals(route, handler).forEach(status -> responses.put(Integer.toString(status.value()), Map.of("$ref", "#/components/responses/" + status.value())));
		return responses;
	}

	private static HttpStatus good(HandlerMethod handler) {
		var status = handler.getMethodAnnotation(ResponseStatus.class);
		return status == null ? HttpStatus.OK : status.code();
	}

	/// How a route may turn a request away; [ApiFaults] and the door do so.
	private static Set<HttpStatus> refusals(Route route, HandlerMethod handler) {
		var refusals = new TreeSet<>(Set.of(HttpStatus.UNAUTHORIZED, HttpStatus.UNPROCESSABLE_CONTENT, HttpStatus.INTERNAL_SERVER_ERROR, HttpStatus.SERVICE_UNAVAILABLE));
		if (route.entry() == Route.Entry.ROLES) {
			refusals.add(HttpStatus.FORBIDDEN);
		}
		if (handler.getMethodAnnotation(Fields.class) != null) {
			refusals.add(HttpStatus.BAD_REQUEST);
		}
		if (variables(handler).findAny().isPresent() || handler.hasMethodAnnotation(MayBeNothing.class) || filters(handler).anyMatch(filter -> Boolean.TRUE.equals(filter.get("required")))) {
			refusals.add(HttpStatus.NOT_FOUND);
		}
		if (!route.method().equals("GET")) {
			refusals.add(HttpStatus.CONFLICT);
		}
		refusals.add(route.takesFiles() ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.UNSUPPORTED_MEDIA_TYPE);
		return refusals;
	}

	private static Map<String, Object> given(Type given) {
		return given == void.class ? Map.of("description", "The file", "content", Map.of("*/*", Map.of("schema", Map.of("type", "string", "format", "binary"))))
				: Map.of("description", "Done", "content", json(Schemas.of(unwrapped(given))));
	}

	private static Type unwrapped(Type type) {
		return type instanceof ParameterizedType of && of.getRawType() == ResponseEntity.class ? of.getActualTypeArguments()[0] : type;
	}

	private static Map<String, Object> json(Map<String, Object> schema) {
		return Map.of("application/json", Map.of("schema", schema));
	}

}

package org.packhorse.console;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.packhorse.access.Scope;
import org.packhorse.console.door.Route;
import org.packhorse.console.door.Routes;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Describes the API to programs (OpenAPI 3.1), from what there is: the table of routes, and the records that methods take and give.
@RestController
@ConditionalOnWebApplication
class OpenApi {

	private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");

	private static final Map<String, Object> FILES = Map.of("type", "object", "properties",
			Map.of(DataDesk.FILE, Map.of("type", "array", "items", Map.of("type", "string", "format", "binary"))), "required", List.of(DataDesk.FILE));

	private final ObjectProvider<RequestMappingHandlerMapping> handlers;

	OpenApi(ObjectProvider<RequestMappingHandlerMapping> handlers) {
		this.handlers = handlers;
	}

	@GetMapping("/api/v1/openapi.json")
	Map<String, Object> described() {
		var paths = new LinkedHashMap<String, Map<String, Object>>();
		Routes.list().stream().filter(Route::isApi).forEach(route -> paths.computeIfAbsent(route.path(), _ -> new LinkedHashMap<>()).put(route.method().toLowerCase(Locale.ROOT), operation(route)));
		return Map.of("openapi", "3.1.0", "info", Map.of("title", "Packhorse", "version", "1", "description", "The actions of the console for scripts. Send a token of your account with each request."),
				"paths", paths, "components", Map.of("securitySchemes", Map.of("token", Map.of("type", "http", "scheme", "bearer", "description", scopes()))), "security",
				List.of(Map.of("token", List.of())));
	}

	private static String scopes() {
		return String.join("; ", Arrays.stream(Scope.values()).map(scope -> scope + ": " + scope.does()).toList());
	}

	private Map<String, Object> operation(Route route) {
		var handler = handler(route);
		var operation = new LinkedHashMap<String, Object>();
		operation.put("summary", Words.capital(route.does()));
		operation.put("description", "Open to %s%s.".formatted(route.openTo(), route.scope() == null ? "" : ", with the scope " + route.scope()));
		operation.put("parameters", parameters(route, handler));
		var fields = handler.getMethodAnnotation(Fields.class);
		if (fields != null) {
			operation.put("requestBody", Map.of("required", true, "content", json(schema(fields.value(), Map.of()))));
		}
		if (handler.getMethodAnnotation(Files.class) != null) {
			operation.put("requestBody", Map.of("required", true, "content", Map.of("multipart/form-data", Map.of("schema", FILES))));
		}
		operation.put("responses", responses(handler));
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

	private static List<Map<String, Object>> parameters(Route route, HandlerMethod handler) {
		var parameters = new ArrayList<Map<String, Object>>();
		VARIABLE.matcher(route.path()).results().forEach(found -> parameters.add(Map.of("name", found.group(1), "in", "path", "required", true, "schema", Map.of("type", "string"))));
		var filters = handler.getMethodAnnotation(Filters.class);
		if (filters != null) {
			Arrays.stream(filters.value()).forEach(filter -> parameters.add(Map.of("name", filter, "in", "query", "required", false, "schema", Map.of("type", "string"))));
		}
		if (handler.getReturnType().getParameterType() == Api.Page.class || handler.getMethodAnnotation(Fields.class) == null && Arrays.asList(handler.getMethod().getParameterTypes()).contains(Typed.class)) {
			parameters.add(Map.of("name", "page", "in", "query", "required", false, "schema", Map.of("type", "integer", "minimum", 1)));
		}
		return parameters;
	}

	private static Map<String, Object> responses(HandlerMethod handler) {
		var problems = Map.of("description", "What is wrong, all of it", "content", json(schema(Api.Problems.class, Map.of())));
		var given = handler.getMethod().getGenericReturnType();
		boolean file = given == void.class || given == ResponseEntity.class || given instanceof ParameterizedType type && type.getActualTypeArguments()[0] == byte[].class;
		var good = file ? Map.<String, Object>of("description", "The file") : Map.of("description", "Done", "content", json(schema(unwrapped(given), Map.of())));
		return Map.of("2XX", good, "401", Map.of("description", "No token that holds"), "403", Map.of("description", "The account or its token may not do this"), "404", problems, "422", problems);
	}

	private static Type unwrapped(Type type) {
		return type instanceof ParameterizedType of && of.getRawType() == ResponseEntity.class ? of.getActualTypeArguments()[0] : type;
	}

	private static Map<String, Object> json(Map<String, Object> schema) {
		return Map.of("application/json", Map.of("schema", schema));
	}

	/// The schema of a type; `known` says what a record's type variables stand for.
	private static Map<String, Object> schema(Type type, Map<String, Type> known) {
		return switch (type) {
			case TypeVariable<?> variable -> schema(Objects.requireNonNull(known.get(variable.getName())), known);
			case ParameterizedType of when of.getRawType() instanceof Class<?> raw && raw.isRecord() -> object(raw, variables(raw, of, known));
			case ParameterizedType of when of.getRawType() == Map.class -> Map.of("type", "object", "additionalProperties", schema(of.getActualTypeArguments()[1], known));
			case ParameterizedType of -> Map.of("type", "array", "items", schema(of.getActualTypeArguments()[0], known));
			case Class<?> plain when plain.isRecord() -> object(plain, known);
			case Class<?> plain when plain == boolean.class || plain == Boolean.class -> Map.of("type", "boolean");
			case Class<?> plain when plain == int.class || plain == long.class || plain == Integer.class || plain == Long.class -> Map.of("type", "integer");
			case Class<?> plain when plain == LocalDate.class -> Map.of("type", "string", "format", "date");
			case Class<?> plain when plain == Instant.class -> Map.of("type", "string", "format", "date-time");
			case Class<?> plain when plain == String.class || plain.isEnum() -> Map.of("type", "string");
			default -> Map.of();
		};
	}

	private static Map<String, Type> variables(Class<?> raw, ParameterizedType of, Map<String, Type> known) {
		var variables = new LinkedHashMap<>(known);
		for (int i = 0; i < raw.getTypeParameters().length; i++) {
			variables.put(raw.getTypeParameters()[i].getName(), of.getActualTypeArguments()[i]);
		}
		return variables;
	}

	private static Map<String, Object> object(Class<?> type, Map<String, Type> known) {
		var properties = new LinkedHashMap<String, Object>();
		Arrays.stream(type.getRecordComponents()).forEach(component -> properties.put(component.getName(), schema(component.getGenericType(), known)));
		return Map.of("type", "object", "properties", properties, "required", Arrays.stream(type.getRecordComponents()).filter(OpenApi::isAlwaysThere).map(RecordComponent::getName).toList());
	}

	private static boolean isAlwaysThere(RecordComponent component) {
		return component.getAnnotatedType().getAnnotation(Nullable.class) == null;
	}

}

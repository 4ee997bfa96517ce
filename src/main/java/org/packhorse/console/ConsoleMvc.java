package org.packhorse.console;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.packhorse.access.Account;
import org.packhorse.console.door.Guest;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.UriComponentsBuilder;

/// Hands pages what they ask for: the account of whoever has signed in, and what they typed.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ConsoleMvc implements WebMvcConfigurer {

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(new UnknownFilters()).addPathPatterns("/api/**");
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(new Handed());
	}

	/// Refuses parts of an address by which a route cannot be asked at all; those of a route that can are looked into with its other words.
	private static final class UnknownFilters implements HandlerInterceptor {

		@Override
		public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
			if (handler instanceof HandlerMethod method && method.getMethodAnnotation(Filters.class) == null && request.getQueryString() != null) {
				var typed = Typed.with(Map.of());
				UriComponentsBuilder.newInstance().query(request.getQueryString()).build().getQueryParams().keySet().forEach(name -> typed.fault(name, Typed.unknown(name, List.of())));
				Api.demandFaultless(typed);
			}
			return true;
		}

	}

	private static final class Handed implements HandlerMethodArgumentResolver {

		private static final int MOST = 65_536;

		@Override
		public boolean supportsParameter(MethodParameter parameter) {
			return parameter.getParameterType() == Account.class || parameter.getParameterType() == Typed.class;
		}

		@Override
		public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container, NativeWebRequest request, @Nullable WebDataBinderFactory binder) throws IOException {
			var asked = (HttpServletRequest) request.getNativeRequest();
			return parameter.getParameterType() == Account.class ? Guest.of(asked).orElseThrow(NothingThere::new) : typed(parameter, asked);
		}

		/// A script sends its words as JSON, those of a search with the address.
		private static Typed typed(MethodParameter parameter, HttpServletRequest request) throws IOException {
			var fields = parameter.getMethodAnnotation(Fields.class);
			var filters = parameter.getMethodAnnotation(Filters.class);
			if (filters != null) {
				return filtered(Typed.of(request), filters.value());
			}
			if (fields == null) {
				return Typed.of(request);
			}
			var body = request.getInputStream().readNBytes(MOST + 1);
			if (body.length > MOST) {
				throw new Typed.NotJson("The body is larger than %,d bytes".formatted(MOST));
			}
			return Typed.ofJson(body).knowing(names(fields.value()));
		}

		/// What is asked by is known, there where it must be, and one of the words that it may be.
		private static Typed filtered(Typed asked, Class<? extends Record> filters) {
			var typed = asked.knowing(names(filters));
			for (RecordComponent filter : filters.getRecordComponents()) {
				if (Schemas.isAlwaysThere(filter)) {
					typed.demandThere(filter.getName());
				}
				var among = filter.getAnnotation(Among.class);
				if (among != null) {
					typed.demandAmong(filter.getName(), List.of(among.value()));
				}
				else if (filter.getType().isEnum()) {
					typed.demandAmong(filter.getName(), Schemas.names(filter.getType()));
				}
			}
			return typed;
		}

		private static List<String> names(Class<? extends Record> record) {
			return Arrays.stream(record.getRecordComponents()).map(RecordComponent::getName).toList();
		}

	}

}

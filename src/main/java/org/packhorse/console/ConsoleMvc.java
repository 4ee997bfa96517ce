package org.packhorse.console;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.packhorse.access.Account;
import org.packhorse.console.door.Guest;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Hands pages what they ask for: the account of whoever has signed in, and what they typed.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ConsoleMvc implements WebMvcConfigurer {

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(new Handed());
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
			if (fields == null) {
				return Typed.of(request);
			}
			var body = request.getInputStream().readNBytes(MOST + 1);
			if (body.length > MOST) {
				throw new Typed.NotJson("The body is larger than %,d bytes".formatted(MOST));
			}
			var typed = Typed.ofJson(body);
			typed.demandKnown(Arrays.stream(fields.value().getRecordComponents()).map(RecordComponent::getName).toList());
			return typed;
		}

	}

}

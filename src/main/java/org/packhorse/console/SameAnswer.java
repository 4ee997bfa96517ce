package org.packhorse.console;

import java.io.IOException;
import java.lang.System.Logger.Level;

import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/// Answers what Tomcat itself turns away, such as addresses with forbidden signs, like everything that does not exist.
public final class SameAnswer extends ErrorReportValve {

	private static final System.Logger LOG = System.getLogger(SameAnswer.class.getName());

	@Override
	protected void report(Request request, Response response, @Nullable Throwable fault) {
		if (response.getStatus() < HttpServletResponse.SC_BAD_REQUEST || response.getContentWritten() > 0 || !response.setErrorReported()) {
			return;
		}
		try {
			response.setLocale(null);
			if (response.getStatus() >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
				Nothing.later(request, response);
			}
			else {
				Nothing.answer(request, response);
			}
		}
		catch (IOException | IllegalStateException gone) {
			LOG.log(Level.DEBUG, "nobody waits for the answer any more", gone);
		}
	}

}

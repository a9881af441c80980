package org.jiesu.workflow.engine;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.jiesu.platform.HeaderLogin;
import org.springframework.http.HttpHeaders;

/** {@code /engine-rest} knows its callers by header, as {@code /api} does; a channel's key opens nothing here. */
class HeaderLoginProvider implements AuthenticationProvider {

    private final HeaderLogin headers;

    HeaderLoginProvider(HeaderLogin headers) {
        this.headers = headers;
    }

    @Override
    public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
        return headers.staffOf(request)
                .filter(staff -> staff.onlyChannel() == null)
                .map(staff -> AuthenticationResult.successful(staff.userId()))
                .orElseGet(AuthenticationResult::unsuccessful);
    }

    @Override
    public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"" + engine.getName() + "\"");
    }
}

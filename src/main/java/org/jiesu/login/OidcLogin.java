package org.jiesu.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jiesu.platform.SecurityEvent;
import org.jiesu.platform.Source;
import org.jiesu.platform.Staff;
import org.jiesu.platform.StaffDirectory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/**
 * Signing in to the web apps at the other system: Spring Security's filters for two addresses, which state, nonce and PKCE
 * protect. What comes out is a session of the web apps like any other.
 */
class OidcLogin {

    private static final String START = "/oidc/login";
    static final String ADDRESS = START + "/" + Oidc.REGISTRATION;
    static final String CALLBACK = "/oidc/callback";

    private static final String FAILED = "<!DOCTYPE html><html lang=\"zh\"><meta charset=\"utf-8\"><title>登录未成功</title>"
            + "<p>统一身份登录未成功：登录已过期，或者该身份在本系统没有用户。</p>";

    private final Oidc oidc;
    private final StaffDirectory directory;
    private final ApplicationEventPublisher events;

    OidcLogin(Oidc oidc, StaffDirectory directory, ApplicationEventPublisher events) {
        this.oidc = oidc;
        this.directory = directory;
        this.events = events;
    }

    FilterChainProxy filter() {
        ClientRegistrationRepository registrations = id -> Oidc.REGISTRATION.equals(id) ? oidc.registration() : null;
        var resolver = new DefaultOAuth2AuthorizationRequestResolver(registrations, START);
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        var login = new OAuth2LoginAuthenticationFilter(registrations, new NoClients(), CALLBACK + "/*");
        login.setAuthenticationManager(new ProviderManager(new OidcAuthorizationCodeAuthenticationProvider(
                new RestClientAuthorizationCodeTokenResponseClient(), this::user)));
        login.setAuthenticationSuccessHandler(this::succeeded);
        login.setAuthenticationFailureHandler((request, response, e) -> failed(response));
        return new FilterChainProxy(new DefaultSecurityFilterChain(
                AnyRequestMatcher.INSTANCE, new OAuth2AuthorizationRequestRedirectFilter(resolver), login));
    }

    /** The claims of the ID token suffice. */
    private OidcUser user(OidcUserRequest request) {
        if (request.getIdToken().getClaimAsString(oidc.userClaim()) == null) {
            throw new OAuth2AuthenticationException("no_user_claim");
        }
        return new DefaultOidcUser(List.of(), request.getIdToken(), oidc.userClaim());
    }

    private void succeeded(HttpServletRequest request, HttpServletResponse response, Authentication known)
            throws IOException {
        Optional<Staff> staff = oidc.staff(known.getName());
        if (staff.isEmpty()) {
            failed(response);
        } else {
            response.sendRedirect(request.getContextPath() + directory.signIn(request, staff.get()));
        }
    }

    private void failed(HttpServletResponse response) throws IOException {
        events.publishEvent(
                new SecurityEvent(SecurityEvent.Kind.LOGIN_FAILED, "unknown", "统一身份登录未成功，来自 " + Source.current()));
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(FAILED);
    }

    /** Nothing is ever done there in somebody's name, so no token is kept. */
    private static final class NoClients implements OAuth2AuthorizedClientRepository {

        @Override
        public <T extends OAuth2AuthorizedClient> T loadAuthorizedClient(
                String registration, Authentication principal, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {
            // Forgotten.
        }

        @Override
        public void removeAuthorizedClient(
                String registration,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {
            // There is none.
        }
    }
}

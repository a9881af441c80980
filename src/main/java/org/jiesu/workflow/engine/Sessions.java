package org.jiesu.workflow.engine;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionAttributeListener;
import jakarta.servlet.http.HttpSessionBindingEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.jiesu.login.LoginSettings;
import org.jiesu.platform.SecurityEvent;
import org.jiesu.platform.Source;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The sessions of the web apps. Each remembers with which password hash it began, and ends with it: when the password is
 * another, when the user is gone, when it has lasted too long.
 */
@Component
class Sessions implements HttpSessionAttributeListener {

    private static final String AUTHENTICATIONS = "authenticatedUser";
    private static final String BEGINNING = "jiesu.beginning";

    private record Beginning(String userId, String hash, Instant at) {}

    private final ObjectProvider<ProcessEngine> engine;
    private final LoginSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    @Autowired
    Sessions(ObjectProvider<ProcessEngine> engine, LoginSettings settings, ApplicationEventPublisher events) {
        // A rehearsal forwards the application's clock by months, and its people stay where they are.
        this(engine, settings, events, Clock.systemUTC());
    }

    Sessions(
            ObjectProvider<ProcessEngine> engine,
            LoginSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.engine = engine;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /** A new session for somebody who proved who they are elsewhere; the first web app that is theirs. */
    String open(HttpServletRequest request, String userId) {
        UserAuthentication known = AuthenticationUtil.createAuthentication(engine.getObject(), userId);
        AuthenticationUtil.revalidateSession(request, known);
        String app = Stream.of("tasklist", "cockpit", "admin")
                .filter(known.getAuthorizedApps()::contains)
                .findFirst()
                .orElse(AuthenticationUtil.APP_WELCOME);
        return "/camunda/app/" + app + "/";
    }

    /** Who is signed in; a session that has to end ends here, before anybody reads it. */
    Optional<String> userOf(HttpSession session) {
        return signedIn(session.getAttribute(AUTHENTICATIONS)).filter(userId -> {
            if (holds(userId, session)) {
                return true;
            }
            session.invalidate();
            events.publishEvent(new SecurityEvent(SecurityEvent.Kind.LOGOUT, userId, "会话失效"));
            return false;
        });
    }

    private boolean holds(String userId, HttpSession session) {
        return session.getAttribute(BEGINNING) instanceof Beginning beginning
                && beginning.userId().equals(userId)
                && storedHash(userId).filter(beginning.hash()::equals).isPresent()
                && clock.instant().isBefore(beginning.at().plus(settings.longestSession()));
    }

    /** The web apps put the user into a new session; from here on it is bound to the password. */
    @Override
    public void attributeAdded(HttpSessionBindingEvent event) {
        if (event.getName().equals(AUTHENTICATIONS)) {
            signedIn(event.getValue()).ifPresent(userId -> begin(userId, event.getSession()));
        }
    }

    private void begin(String userId, HttpSession session) {
        storedHash(userId).ifPresent(hash -> {
            session.setAttribute(BEGINNING, new Beginning(userId, hash, clock.instant()));
            events.publishEvent(new SecurityEvent(SecurityEvent.Kind.LOGIN, userId, "网页，来自 " + Source.current()));
        });
    }

    private Optional<String> signedIn(Object attribute) {
        return attribute instanceof Authentications known
                ? Optional.ofNullable(known.getAuthenticationForProcessEngine(
                                engine.getObject().getName()))
                        .map(one -> one.getName())
                : Optional.empty();
    }

    private Optional<String> storedHash(String userId) {
        return ((LoginIdentityService) engine.getObject().getIdentityService()).storedHash(userId);
    }
}

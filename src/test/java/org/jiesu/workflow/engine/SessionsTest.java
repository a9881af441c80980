package org.jiesu.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.http.HttpSessionBindingEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.jiesu.login.LoginSettings;
import org.jiesu.platform.SecurityEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mock.web.MockHttpSession;

@DisplayName("网页会话")
class SessionsTest {

    private final ProcessEngine engine = mock(ProcessEngine.class);
    private final LoginIdentityService identity = mock(LoginIdentityService.class);
    private final List<Object> events = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-26T01:00:00Z");

    private final Sessions sessions = new Sessions(
            new ObjectProvider<>() {
                @Override
                public ProcessEngine getObject() {
                    return engine;
                }
            },
            new LoginSettings(null, Duration.ofHours(12), null, null, null, null),
            events::add,
            new Clock() {
                @Override
                public Instant instant() {
                    return now;
                }

                @Override
                public ZoneOffset getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(java.time.ZoneId zone) {
                    return this;
                }
            });

    @BeforeEach
    void somebodyIsKnown() {
        when(engine.getName()).thenReturn("default");
        when(engine.getIdentityService()).thenReturn(identity);
        passwordIs("{argon2id}one");
    }

    @Test
    @DisplayName("满十二小时结束，一直在用也一样")
    void endsAfterTwelveHours() {
        MockHttpSession session = begun();
        for (int hour = 0; hour < 12; hour++) {
            assertThat(sessions.userOf(session)).contains("zhang");
            now = now.plus(Duration.ofHours(1));
        }
        assertThat(sessions.userOf(session)).isEmpty();
        assertThat(session.isInvalid()).isTrue();
        assertThat(events)
                .extracting(event -> ((SecurityEvent) event).kind())
                .containsExactly(SecurityEvent.Kind.LOGIN, SecurityEvent.Kind.LOGOUT);
    }

    @Test
    @DisplayName("密码换了、用户没了，即结束")
    void endsWithThePassword() {
        MockHttpSession changed = begun();
        passwordIs("{argon2id}two");
        assertThat(sessions.userOf(changed)).isEmpty();

        MockHttpSession removed = begun();
        when(identity.storedHash("zhang")).thenReturn(Optional.empty());
        assertThat(sessions.userOf(removed)).isEmpty();
        assertThat(removed.isInvalid()).isTrue();
    }

    @Test
    @DisplayName("不知从何而来的登录不算；没有登录的会话留着")
    void needsABeginning() {
        MockHttpSession unknown = new MockHttpSession();
        unknown.setAttribute("authenticatedUser", zhang());
        assertThat(sessions.userOf(unknown)).isEmpty();
        assertThat(unknown.isInvalid()).isTrue();

        MockHttpSession visitor = new MockHttpSession();
        visitor.setAttribute("authenticatedUser", new Authentications());
        assertThat(sessions.userOf(visitor)).isEmpty();
        assertThat(visitor.isInvalid()).isFalse();
    }

    private void passwordIs(String hash) {
        when(identity.storedHash("zhang")).thenReturn(Optional.of(hash));
    }

    private MockHttpSession begun() {
        MockHttpSession session = new MockHttpSession();
        session.setAttribute("authenticatedUser", zhang());
        sessions.attributeAdded(new HttpSessionBindingEvent(session, "authenticatedUser", zhang()));
        return session;
    }

    private static Authentications zhang() {
        Authentications known = new Authentications();
        known.addOrReplace(new UserAuthentication("zhang", "default"));
        return known;
    }
}

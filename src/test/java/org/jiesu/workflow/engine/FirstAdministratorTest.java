package org.jiesu.workflow.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Answers.RETURNS_DEEP_STUBS;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.jiesu.login.PasswordPolicies;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("正式环境的第一个系统管理员")
class FirstAdministratorTest {

    private final IdentityService identity = mock(IdentityService.class, RETURNS_DEEP_STUBS);

    @BeforeEach
    void nobodyYet() {
        administrators(0);
        when(identity.newUser("chen")).thenReturn(new UserEntity("chen"));
    }

    @Test
    void isMadeWhenThereIsNone() {
        create("chen", "long-enough-2026");
        verify(identity).createMembership("chen", "admin");
    }

    @Test
    void isNotMadeAgain() {
        administrators(1);
        create("chen", "long-enough-2026");
        verify(identity, never()).saveUser(any());
    }

    @Test
    void isNotMadeWithoutBothSettings() {
        create("chen", "");
        create(null, null);
        verify(identity, never()).saveUser(any());
    }

    @Test
    void needsALongPassword() {
        assertThatThrownBy(() -> create("chen", "short")).hasMessageContaining("JIESU_ADMIN_PASSWORD");
        verify(identity, never()).saveUser(any());
    }

    private void administrators(long count) {
        when(identity.createUserQuery().memberOfGroup("admin").count()).thenReturn(count);
    }

    private void create(String id, String password) {
        new FirstAdministrator(identity, new FirstAdministrator.Settings(id, password), PasswordPolicies.ofProduction())
                .create();
    }
}

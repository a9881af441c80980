package org.jiesu.workflow.engine;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.jiesu.login.PasswordPolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The one user that a new production system starts with, who then makes the others in Admin. */
@Component
@Profile("production")
class FirstAdministrator {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    /** From the environment: {@code JIESU_ADMIN_ID}, {@code JIESU_ADMIN_PASSWORD}. Both may be absent. */
    @ConfigurationProperties("jiesu.admin")
    record Settings(String id, String password) {}

    private final IdentityService identity;
    private final Settings settings;
    private final PasswordPolicy policy;

    FirstAdministrator(IdentityService identity, Settings settings, PasswordPolicy policy) {
        this.identity = identity;
        this.settings = settings;
        this.policy = policy;
    }

    /** Makes the administrator once, while there is none; later the settings have no effect. */
    void create() {
        if (identity.createUserQuery().memberOfGroup(StaffGroups.ADMINISTRATORS).count() > 0) {
            return;
        }
        if (isBlank(settings.id()) || isBlank(settings.password())) {
            LOG.warn("Nobody can log in yet: start once with JIESU_ADMIN_ID and JIESU_ADMIN_PASSWORD");
            return;
        }
        List<String> faults = policy.faults(settings.password(), settings.id());
        if (!faults.isEmpty()) {
            throw new IllegalStateException("JIESU_ADMIN_PASSWORD: " + String.join("；", faults));
        }
        User administrator = identity.newUser(settings.id());
        administrator.setFirstName(StaffGroups.ROLES.get(StaffGroups.ADMINISTRATORS));
        administrator.setLastName("");
        administrator.setPassword(settings.password());
        identity.saveUser(administrator);
        identity.createMembership(administrator.getId(), StaffGroups.ADMINISTRATORS);
        LOG.info("First administrator made; JIESU_ADMIN_PASSWORD is no longer needed");
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}

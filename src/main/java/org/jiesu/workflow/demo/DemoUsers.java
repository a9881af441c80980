package org.jiesu.workflow.demo;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.jiesu.organisation.Institution;
import org.jiesu.organisation.Institutions;
import org.jiesu.workflow.engine.StaffGroups;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** One user per role, with a password that everybody knows: for the demo alone. */
@Component
@Profile("demo")
class DemoUsers {

    private static final String INSTITUTION = "feicheng";

    private final IdentityService identity;
    private final Institutions institutions;
    private final DemoSettings settings;

    DemoUsers(IdentityService identity, Institutions institutions, DemoSettings settings) {
        this.identity = identity;
        this.institutions = institutions;
        this.settings = settings;
    }

    /** Makes what is missing; existing users keep their passwords. */
    void create() {
        StaffGroups.ROLES.forEach(
                (role, name) -> user(role, name, role.equals("centre-head") ? List.of(role, "centre") : List.of(role)));
        user("channel-12345", "12345热线接口", List.of(StaffGroups.CHANNEL));
        for (Institution.Unit unit : institutions.get(INSTITUTION).units()) {
            String heads = StaffGroups.headsOf(unit);
            user(unit.code(), unit.name() + "承办人", List.of(unit.code()));
            user(heads, unit.name() + "负责人", List.of(heads, unit.code()));
        }
    }

    private void user(String id, String name, List<String> groups) {
        if (identity.createUserQuery().userId(id).count() > 0) {
            return;
        }
        User user = identity.newUser(id);
        user.setFirstName(name);
        user.setLastName("");
        user.setPassword(settings.password());
        identity.saveUser(user);
        groups.forEach(group -> identity.createMembership(id, group));
        identity.createTenantUserMembership(INSTITUTION, id);
    }
}

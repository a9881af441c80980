package org.jiesu.workflow.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.jiesu.organisation.Institution;
import org.jiesu.organisation.Institutions;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** One user per role, with a password that everybody knows: for the demo alone. */
@Component
@Profile("demo")
class DemoUsers {

    private static final String INSTITUTION = "feicheng";

    /** User id and group id in one, with the name shown; groups of the institution as a whole. */
    private static final Map<String, String> ROLES = new LinkedHashMap<>();

    static {
        ROLES.put("admin", "系统管理员");
        ROLES.put("modeler", "流程管理员");
        ROLES.put("auditor", "审计员");
        ROLES.put("centre", "投诉中心登记员");
        ROLES.put("centre-head", "投诉中心主任");
        ROLES.put("legal", "政策法规科");
        ROLES.put("leader", "分管局领导");
        ROLES.put("director", "局长");
        ROLES.put("supervisor", "内部监督小组");
    }

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
        if (identity.createTenantQuery().tenantId(INSTITUTION).count() == 0) {
            Tenant tenant = identity.newTenant(INSTITUTION);
            tenant.setName(institutions.get(INSTITUTION).name());
            identity.saveTenant(tenant);
        }
        ROLES.forEach((role, name) -> group(role, name));
        ROLES.forEach(
                (role, name) -> user(role, name, role.equals("centre-head") ? List.of(role, "centre") : List.of(role)));
        user("channel-12345", "12345热线接口", List.of(group("channel", "来源渠道接口")));
        for (Institution.Unit unit : institutions.get(INSTITUTION).units()) {
            if (ROLES.containsKey(unit.code())) {
                continue;
            }
            String clerks = group(unit.code(), unit.name());
            String heads = group(unit.code() + "-head", unit.name() + "负责人");
            user(unit.code(), unit.name() + "承办人", List.of(clerks));
            user(unit.code() + "-head", unit.name() + "负责人", List.of(heads, clerks));
        }
    }

    private String group(String id, String name) {
        if (identity.createGroupQuery().groupId(id).count() == 0) {
            Group group = identity.newGroup(id);
            group.setName(name);
            group.setType("WORKFLOW");
            identity.saveGroup(group);
        }
        return id;
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

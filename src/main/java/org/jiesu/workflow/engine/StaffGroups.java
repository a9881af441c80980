package org.jiesu.workflow.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.jiesu.organisation.Institution;
import org.jiesu.organisation.Institutions;
import org.springframework.stereotype.Component;

/** The tenant of every institution, and the groups of its roles and units. */
@Component
public class StaffGroups {

    /** Group id and name shown of the roles that an institution has once, whatever its units. */
    public static final Map<String, String> ROLES = new LinkedHashMap<>();

    public static final String ADMINISTRATORS = "admin";
    public static final String CHANNEL = "channel";

    static {
        ROLES.put(ADMINISTRATORS, "系统管理员");
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

    StaffGroups(IdentityService identity, Institutions institutions) {
        this.identity = identity;
        this.institutions = institutions;
    }

    /** The group of those who head a unit. */
    public static String headsOf(Institution.Unit unit) {
        return unit.code() + "-head";
    }

    /** Makes what is missing; a name that an administrator changed stays changed. */
    void write() {
        ROLES.forEach(this::group);
        group(CHANNEL, "来源渠道接口");
        for (Institution institution : institutions.all()) {
            tenant(institution);
            for (Institution.Unit unit : institution.units()) {
                group(unit.code(), unit.name());
                group(headsOf(unit), unit.name() + "负责人");
            }
        }
        closeSetupPage();
    }

    /**
     * The web apps offer everybody, without a login, to make the first member of {@code camunda-admin}, as long as that
     * group has none. Ours never has a real one, for its members pass every permission; so a user who cannot log in
     * stands there.
     */
    private void closeSetupPage() {
        if (identity.createUserQuery().memberOfGroup(Groups.CAMUNDA_ADMIN).count() > 0) {
            return;
        }
        group(Groups.CAMUNDA_ADMIN, "引擎超级用户（停用）");
        User nobody = identity.newUser("nobody");
        nobody.setFirstName("占位用户，不能登录");
        nobody.setLastName("");
        nobody.setPassword(UUID.randomUUID() + "" + UUID.randomUUID());
        identity.saveUser(nobody);
        identity.createMembership(nobody.getId(), Groups.CAMUNDA_ADMIN);
    }

    private void tenant(Institution institution) {
        if (identity.createTenantQuery().tenantId(institution.code()).count() == 0) {
            Tenant tenant = identity.newTenant(institution.code());
            tenant.setName(institution.name());
            identity.saveTenant(tenant);
        }
    }

    private void group(String id, String name) {
        if (identity.createGroupQuery().groupId(id).count() == 0) {
            Group group = identity.newGroup(id);
            group.setName(name);
            group.setType("WORKFLOW");
            identity.saveGroup(group);
        }
    }
}

package org.jiesu.workflow.engine;

import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.springframework.stereotype.Component;

/**
 * As long as {@code camunda-admin} has no member, the web apps show everybody, without a login, a page that makes an
 * administrator of all rights. Our administrators are not in that group, so a place holder that knows no password is.
 */
@Component
class InitialSetupLock extends AbstractProcessEnginePlugin {

    private static final String PLACE_HOLDER = "setup-lock";

    /** Before the port opens. */
    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        IdentityService identity = engine.getIdentityService();
        if (identity.createUserQuery().memberOfGroup(Groups.CAMUNDA_ADMIN).count() > 0) {
            return;
        }
        if (identity.createGroupQuery().groupId(Groups.CAMUNDA_ADMIN).count() == 0) {
            Group group = identity.newGroup(Groups.CAMUNDA_ADMIN);
            group.setName("初始设置（不使用）");
            group.setType(Groups.GROUP_TYPE_SYSTEM);
            identity.saveGroup(group);
        }
        if (identity.createUserQuery().userId(PLACE_HOLDER).count() == 0) {
            User user = identity.newUser(PLACE_HOLDER);
            user.setFirstName("初始设置占位（不能登录）");
            user.setLastName("");
            user.setPassword(UUID.randomUUID().toString());
            identity.saveUser(user);
        }
        identity.createMembership(PLACE_HOLDER, Groups.CAMUNDA_ADMIN);
    }
}

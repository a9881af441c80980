package org.jiesu.workflow.engine;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** What each group may do in the engine. Which tasks a clerk sees is not said here but by the scope of tasks. */
@Component
class Grants {

    private static final List<String> ADMINISTRATORS = List.of("admin", "modeler");
    private static final List<String> WATCHERS = List.of("supervisor", "auditor", "modeler");
    private static final List<String> READERS = List.of("leader", "director", "centre-head", "legal");
    private static final List<String> NO_CLERKS =
            List.of(Groups.CAMUNDA_ADMIN, "admin", "modeler", "auditor", "channel");

    private final AuthorizationService authorizations;
    private final IdentityService identity;

    private final boolean rehearsal;

    Grants(AuthorizationService authorizations, IdentityService identity, Environment environment) {
        this.authorizations = authorizations;
        this.identity = identity;
        rehearsal = environment.matchesProfiles("rehearsal");
    }

    /** Writes the grants of all groups; a grant that is there already stays. */
    void write() {
        identity.createGroupQuery().list().stream().map(Group::getId).forEach(this::grant);
    }

    private void grant(String group) {
        if (!NO_CLERKS.contains(group)) {
            grant(group, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
            // So that Tasklist names the groups and colleagues that hold a task.
            grant(group, Resources.GROUP, ANY, Permissions.READ);
            grant(group, Resources.USER, ANY, Permissions.READ);
            grant(
                    group,
                    Resources.PROCESS_DEFINITION,
                    ANY,
                    ProcessDefinitionPermissions.READ_TASK,
                    ProcessDefinitionPermissions.TASK_WORK);
        }
        if (WATCHERS.contains(group) || READERS.contains(group)) {
            // For readers the pages 时限督办 and 档案与处置, which ask no engine.
            grant(group, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        }
        if (WATCHERS.contains(group)) {
            grant(
                    group,
                    Resources.PROCESS_DEFINITION,
                    ANY,
                    ProcessDefinitionPermissions.READ,
                    ProcessDefinitionPermissions.READ_INSTANCE,
                    ProcessDefinitionPermissions.READ_HISTORY);
            grant(group, Resources.DECISION_DEFINITION, ANY, Permissions.READ);
        }
        if (group.equals("modeler")) {
            grant(group, Resources.DEPLOYMENT, ANY, Permissions.CREATE, Permissions.READ);
            grant(
                    group,
                    Resources.PROCESS_DEFINITION,
                    ANY,
                    ProcessDefinitionPermissions.UPDATE,
                    ProcessDefinitionPermissions.RETRY_JOB);
        }
        if (group.equals("admin")) {
            grant(group, Resources.APPLICATION, "admin", Permissions.ACCESS);
            if (rehearsal) {
                // The page 时间演练 stands there; without further grants the rest of Cockpit stays empty.
                grant(group, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
            }
            for (Resource managed : List.of(
                    Resources.USER,
                    Resources.GROUP,
                    Resources.GROUP_MEMBERSHIP,
                    Resources.TENANT,
                    Resources.TENANT_MEMBERSHIP,
                    Resources.AUTHORIZATION)) {
                grant(group, managed, ANY, Permissions.ALL);
            }
        }
        if (ADMINISTRATORS.contains(group)) {
            grant(group, Resources.APPLICATION, "welcome", Permissions.ACCESS);
        }
    }

    private void grant(String group, Resource resource, String id, Permission... permissions) {
        Authorization grant = authorizations
                .createAuthorizationQuery()
                .authorizationType(AUTH_TYPE_GRANT)
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(id)
                .singleResult();
        if (grant == null) {
            grant = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
            grant.setGroupId(group);
            grant.setResource(resource);
            grant.setResourceId(id);
        }
        if (Stream.of(permissions).allMatch(grant::isPermissionGranted)) {
            return;
        }
        for (Permission permission : permissions) {
            grant.addPermission(permission);
        }
        authorizations.saveAuthorization(grant);
    }
}

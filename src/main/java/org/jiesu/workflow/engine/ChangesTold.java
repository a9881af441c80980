package org.jiesu.workflow.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.PersistenceSession;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbBulkOperation;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbEntityOperation;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperation;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperationType;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.camunda.bpm.engine.impl.persistence.entity.MembershipEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TenantEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TenantMembershipEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.ResourceTypeUtil;
import org.jiesu.platform.SecurityEvent;
import org.jiesu.platform.SecurityEvent.Kind;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Tells of every change of a user, a group, a membership, an authorization or a deployment. It looks at what the engine
 * is about to write, so that no door, no service and no later one of them can go round it.
 */
@Component
class ChangesTold extends AbstractProcessEnginePlugin {

    private static final Map<Class<?>, Kind> KINDS = Map.of(
            UserEntity.class, Kind.USER_CHANGED,
            GroupEntity.class, Kind.MEMBERSHIP_CHANGED,
            MembershipEntity.class, Kind.MEMBERSHIP_CHANGED,
            TenantEntity.class, Kind.MEMBERSHIP_CHANGED,
            TenantMembershipEntity.class, Kind.MEMBERSHIP_CHANGED,
            AuthorizationEntity.class, Kind.MEMBERSHIP_CHANGED,
            DeploymentEntity.class, Kind.DEPLOYMENT);

    /** Counting wrong passwords changes no right. */
    private static final String WRONG_PASSWORDS = "updateUserLock";

    /** Whenever one of these ends, the engine also removes its authorizations; ours never have any. */
    private static final Set<Integer> WITHOUT_RIGHTS_OF_THEIR_OWN = Stream.of(
                    Resources.TASK,
                    Resources.HISTORIC_TASK,
                    Resources.PROCESS_INSTANCE,
                    Resources.HISTORIC_PROCESS_INSTANCE)
            .map(Resources::resourceType)
            .collect(Collectors.toUnmodifiableSet());

    private static final Map<DbOperationType, String> WORDS = Map.of(
            DbOperationType.INSERT, "新增",
            DbOperationType.UPDATE, "修改",
            DbOperationType.UPDATE_BULK, "修改",
            DbOperationType.DELETE, "删除",
            DbOperationType.DELETE_BULK, "删除");

    private final ApplicationEventPublisher events;

    ChangesTold(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<SessionFactory> sessions = new ArrayList<>();
        if (engine.getCustomSessionFactories() != null) {
            sessions.addAll(engine.getCustomSessionFactories());
        }
        sessions.add(new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return DbEntityManager.class;
            }

            @Override
            public Session openSession() {
                return new Telling(
                        engine.getIdGenerator(), Context.getCommandContext().getSession(PersistenceSession.class));
            }
        });
        engine.setCustomSessionFactories(sessions);
    }

    private final class Telling extends DbEntityManager {

        Telling(IdGenerator ids, PersistenceSession session) {
            super(ids, session);
        }

        @Override
        protected void flushDbOperations(List<DbOperation> operations, List<DbOperation> all) {
            operations.forEach(ChangesTold.this::tell);
            super.flushDbOperations(operations, all);
        }
    }

    private void tell(DbOperation operation) {
        Kind kind = KINDS.get(operation.getEntityType());
        if (kind == null || operation instanceof DbBulkOperation bulk && changesNothing(bulk)) {
            return;
        }
        events.publishEvent(event(kind, operation));
    }

    private static boolean changesNothing(DbBulkOperation bulk) {
        return bulk.getStatement().equals(WRONG_PASSWORDS)
                || bulk.getParameter() instanceof Map<?, ?> named
                        && named.get("resourceType") instanceof Integer resource
                        && WITHOUT_RIGHTS_OF_THEIR_OWN.contains(resource);
    }

    private static SecurityEvent event(Kind kind, DbOperation operation) {
        String what = WORDS.getOrDefault(
                operation.getOperationType(), operation.getOperationType().name());
        if (operation instanceof DbBulkOperation bulk) {
            return new SecurityEvent(kind, parameter(bulk.getParameter()), what + "：" + bulk.getStatement());
        }
        return event(kind, what, ((DbEntityOperation) operation).getEntity());
    }

    private static String parameter(Object parameter) {
        return parameter instanceof Map<?, ?> named
                ? named.entrySet().stream()
                        .filter(one -> one.getValue() instanceof String)
                        .map(one -> one.getKey() + "=" + one.getValue())
                        .sorted()
                        .collect(Collectors.joining(" "))
                : parameter instanceof String id ? id : null;
    }

    private static SecurityEvent event(Kind kind, String what, DbEntity changed) {
        if (changed instanceof UserEntity user) {
            return new SecurityEvent(kind, user.getId(), what + "用户");
        }
        if (changed instanceof GroupEntity group) {
            return new SecurityEvent(kind, group.getId(), what + "用户组");
        }
        if (changed instanceof MembershipEntity member) {
            return new SecurityEvent(kind, member.getUserId(), what + "成员：用户组 " + member.getGroupId());
        }
        if (changed instanceof TenantEntity tenant) {
            return new SecurityEvent(kind, tenant.getId(), what + "机构");
        }
        if (changed instanceof TenantMembershipEntity member) {
            String who = member.getUserId() == null ? member.getGroupId() : member.getUserId();
            return new SecurityEvent(kind, who, what + "成员：机构 " + member.getTenantId());
        }
        if (changed instanceof AuthorizationEntity authorization) {
            return new SecurityEvent(kind, holder(authorization), what + "授权：" + right(authorization));
        }
        DeploymentEntity deployment = (DeploymentEntity) changed;
        return new SecurityEvent(kind, deployment.getId(), what + "部署：" + files(deployment));
    }

    private static String holder(AuthorizationEntity authorization) {
        return authorization.getUserId() == null ? authorization.getGroupId() : authorization.getUserId();
    }

    private static String right(AuthorizationEntity authorization) {
        Resource resource = ResourceTypeUtil.getResourceByType(authorization.getResourceType());
        return "%s %s %d".formatted(resource, authorization.getResourceId(), authorization.getPermissions());
    }

    private static String files(DeploymentEntity deployment) {
        return deployment.isNew()
                ? Stream.ofNullable(deployment.getResources())
                        .flatMap(resources -> resources.keySet().stream())
                        .sorted()
                        .collect(Collectors.joining("、"))
                : "";
    }
}

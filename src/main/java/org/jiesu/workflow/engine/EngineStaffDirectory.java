package org.jiesu.workflow.engine;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.jiesu.platform.CurrentStaff;
import org.jiesu.platform.Staff;
import org.jiesu.platform.StaffDirectory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Staff are the engine's users; a user's tenant is the institution served. */
@Component
class EngineStaffDirectory implements StaffDirectory {

    private static final String SESSION_TOKEN = "CAMUNDA_CSRF_TOKEN";
    private static final String TOKEN_HEADER = "X-XSRF-TOKEN";

    private final ObjectProvider<ProcessEngine> engine;
    private final EngineAccess access;
    private final CurrentStaff current;
    private final Sessions sessions;

    EngineStaffDirectory(
            ObjectProvider<ProcessEngine> engine, EngineAccess access, CurrentStaff current, Sessions sessions) {
        this.engine = engine;
        this.access = access;
        this.current = current;
        this.sessions = sessions;
    }

    @Override
    public Optional<Staff> authenticate(String userId, String password) {
        boolean right = access.asSystem(() -> ((LoginIdentityService) identity()).isRight(userId, password));
        return right ? find(userId) : Optional.empty();
    }

    @Override
    public Optional<Staff> ofSession(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? Optional.empty() : sessions.userOf(session).flatMap(this::find);
    }

    @Override
    public String signIn(HttpServletRequest request, Staff staff) {
        return access.asSystem(() -> sessions.open(request, staff.userId()));
    }

    @Override
    public boolean carriesSessionToken(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Object expected = session == null ? null : session.getAttribute(SESSION_TOKEN);
        return expected != null && expected.equals(request.getHeader(TOKEN_HEADER));
    }

    @Override
    public Optional<Staff> find(String userId) {
        return access.asSystem(() -> Optional.ofNullable(
                        identity().createUserQuery().userId(userId).singleResult())
                .map(this::staff));
    }

    @Override
    public List<Staff> members(String group) {
        return access.asSystem(() -> identity().createUserQuery().memberOfGroup(group).list().stream()
                .map(this::staff)
                .sorted(Comparator.comparing(Staff::userId))
                .toList());
    }

    @Override
    public List<Staff> named(String name) {
        return access.asSystem(() -> identity().createUserQuery().list().stream()
                .filter(user -> fullName(user).equals(name))
                .map(this::staff)
                .toList());
    }

    @Override
    public <T> T runAs(Staff staff, Supplier<T> work) {
        return current.runAs(staff, () -> {
            identity()
                    .setAuthentication(
                            staff.userId(),
                            List.copyOf(staff.groups()),
                            staff.institution() == null ? List.of() : List.of(staff.institution()));
            try {
                return work.get();
            } finally {
                identity().clearAuthentication();
            }
        });
    }

    private Staff staff(User user) {
        Set<String> groups = identity().createGroupQuery().groupMember(user.getId()).list().stream()
                .map(Group::getId)
                .collect(Collectors.toSet());
        String institution = identity().createTenantQuery().userMember(user.getId()).list().stream()
                .map(Tenant::getId)
                .findFirst()
                .orElse(null);
        return new Staff(user.getId(), fullName(user), groups, institution);
    }

    /** Surname first; either may be blank, for the demo's names stand whole in one field. */
    private static String fullName(User user) {
        return Stream.of(user.getLastName(), user.getFirstName())
                .filter(Objects::nonNull)
                .collect(Collectors.joining());
    }

    private IdentityService identity() {
        return engine.getObject().getIdentityService();
    }
}

package org.jiesu.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Port to whoever knows the users, their passwords and the web apps' sessions. */
public interface StaffDirectory {

    /** The staff member with this id and password; empty when either is wrong. */
    Optional<Staff> authenticate(String userId, String password);

    /** The staff member signed in to the web apps in this session; empty without one. */
    Optional<Staff> ofSession(HttpServletRequest request);

    /** Signs somebody in to the web apps whom another system has recognised, in a new session; where they go on. */
    String signIn(HttpServletRequest request, Staff staff);

    /** Whether a state-changing request of a session carries the session's own anti-forgery token. */
    boolean carriesSessionToken(HttpServletRequest request);

    Optional<Staff> find(String userId);

    /** Their name, or the id of somebody who is not there any more. */
    default String nameOf(String userId) {
        return userId == null ? null : find(userId).map(Staff::name).orElse(userId);
    }

    /** Members of a group, ordered by user id. */
    List<Staff> members(String group);

    /** Everybody whose full name this is. */
    List<Staff> named(String name);

    /** Runs the work as this staff member, for everything that asks who is acting. */
    <T> T runAs(Staff staff, Supplier<T> work);
}

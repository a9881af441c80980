package org.jiesu.workflow.engine;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jiesu.access.Role;
import org.jiesu.platform.Staff;

/**
 * What of the engine's own REST API each role may call; the engine's permissions and the scope of tasks come on top. A
 * path that is not named here is closed. The system administrator, who may give out any permission, is held to users
 * and permissions here.
 */
final class EngineApi {

    /** Leaders are not among them: some cases are kept from them, and the engine can't tell which. */
    private static final Set<Role> WATCHERS = EnumSet.of(Role.SUPERVISOR, Role.AUDITOR, Role.MODELER);

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    /** What a login page needs: which engines there are, and the scripts and styles of the web apps. */
    private static final Pattern LOGIN_PAGE = Pattern.compile("engine|(admin|cockpit|tasklist)/plugin/[^/]+/static/.+");

    private static final Pattern NAMES =
            Pattern.compile("engine|version|user|user/count|user/[^/]+/profile|group|group/count"
                    + "|identity/groups|identity/password-policy|authorization/check");
    private static final Pattern OWN_TASKS = Pattern.compile(
            "filter(/.*)?|task|task/count|task/[^/]+|variable-instance"
                    + "|process-definition|process-definition/count|process-definition/[^/]+(/xml|/startForm|/deployed-start-form)?"
                    + "|task/[^/]+/(form|deployed-form|rendered-form|form-variables|variables|identity-links|comment|attachment)");
    private static final Pattern ASKED_BY_POST = Pattern.compile(
            "task|task/count|variable-instance|variable-instance/count|filter/[^/]+/(list|count|singleResult)"
                    + "|identity/password-policy");
    private static final Pattern WORK = Pattern.compile("task/[^/]+/(claim|unclaim|complete|submit-form)");

    private static final Pattern WATCHED_BY_POST =
            Pattern.compile("(process-instance|execution|job|job-definition|incident"
                    + "|history/(?!cleanup)[a-z-]+)(/count)?|cockpit/plugin/.*");
    private static final Pattern REPAIRS = Pattern.compile("job/[^/]+/retries");
    private static final Pattern DEPLOYS = Pattern.compile("deployment/create");
    private static final Pattern ADMINISTERS =
            Pattern.compile("(user|group|tenant|authorization)(/.*)?|identity/password-policy|admin/plugin/.+");

    private EngineApi() {}

    /** What is open without a login. */
    static boolean allowsStranger(String verb, String path) {
        return READS.contains(verb) && matches(path, LOGIN_PAGE);
    }

    /** Whether someone may call a path, written as after the engine's name: {@code task/4711/complete}. */
    static boolean allows(Staff staff, String verb, String path) {
        Set<Role> roles = Role.of(staff);
        boolean read = READS.contains(verb);
        if (allowsStranger(verb, path)) {
            return true;
        }
        if (roles.contains(Role.ADMIN)) {
            return matches(path, ADMINISTERS) || read && matches(path, NAMES);
        }
        if (roles.isEmpty() || roles.contains(Role.CHANNEL)) {
            return false;
        }
        boolean watches = roles.stream().anyMatch(WATCHERS::contains);
        return read && (watches || matches(path, NAMES, OWN_TASKS))
                || verb.equals("POST") && matches(path, ASKED_BY_POST, WORK)
                || verb.equals("PUT") && path.equals("user/" + staff.userId() + "/credentials")
                || verb.equals("POST") && watches && matches(path, WATCHED_BY_POST)
                || roles.contains(Role.MODELER)
                        && (verb.equals("POST") && matches(path, DEPLOYS)
                                || verb.equals("PUT") && matches(path, REPAIRS));
    }

    private static boolean matches(String path, Pattern... patterns) {
        return List.of(patterns).stream()
                .anyMatch(pattern -> pattern.matcher(path).matches());
    }
}

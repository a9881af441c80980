package org.jiesu.access;

/** Port to whoever knows the cases. */
public interface CaseGuard {

    /** Refuses with 404 a case that the current user may not see, with 403 an act on it that is not theirs. */
    void check(Action action, String caseNumber);
}

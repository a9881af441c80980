package org.jiesu.access;

import org.jiesu.platform.Staff;

/**
 * Somebody signed in tried what is not theirs.
 *
 * @param what the action or the call
 * @param caseNumber null when it was about no case
 */
public record AccessRefused(Staff who, String what, String caseNumber) {}

package org.jiesu.cases;

/**
 * A case is being destroyed: whoever keeps rows of it deletes them now, in the transaction of this event. The record
 * itself is still there and goes last.
 */
public record CaseDisposed(String caseNumber) {}

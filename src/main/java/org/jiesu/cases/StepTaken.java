package org.jiesu.cases;

/** A form was filled in or an act done on a case: the id of its task or act, and its name as people read it. */
public record StepTaken(String caseNumber, String task, String taskName) {}

/**
 * All of Camunda, and nothing else knows it (ADR 0001). What we tell the engine stands in {@code CaseFollower} and
 * {@code ClockFollower}, what it tells us in the delegates and completions, the models in {@code processes/}.
 * Read {@code tasks/Gate} first.
 */
@ApplicationModule(displayName = "Workflow 流程")
package org.jiesu.workflow;

import org.springframework.modulith.ApplicationModule;

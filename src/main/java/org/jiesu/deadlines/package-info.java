/**
 * 期限: working-day arithmetic on the State Council's calendar, and the ledger of the clocks of every case. Hears the
 * events of {@code cases}; touches {@code cases}, {@code documents} (proofs), {@code organisation},
 * {@code platform} and {@code shared} only.
 * Read {@link org.jiesu.deadlines.Deadlines} first, then {@link org.jiesu.deadlines.DeadlineCalculator}; what a handler
 * does with a clock: {@link org.jiesu.deadlines.Pauses}, {@link org.jiesu.deadlines.Extensions}; how a calendar changes
 * while clocks run: {@link org.jiesu.deadlines.Calendars}.
 */
@ApplicationModule(
        displayName = "Deadlines 期限",
        allowedDependencies = {"access", "cases", "documents", "organisation", "platform", "shared", "vault"})
package org.jiesu.deadlines;

import org.springframework.modulith.ApplicationModule;

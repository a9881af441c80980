/**
 * The audit log 审计日志: who read an identity, decided, deployed, changed a permission, logged in or took something out;
 * a chain of hashes that shows whether a line was changed, removed or put in (ADR 0016), and the register of breaches
 * 泄密事件登记 that is opened from it. It hears events and is asked by nobody. Touches {@code access}, {@code cases},
 * {@code platform}, {@code shared} and {@code vault} only. Read {@link org.jiesu.audit.AuditLog} first.
 */
@ApplicationModule(
        displayName = "Audit 审计",
        allowedDependencies = {"access", "cases", "platform", "shared", "vault"})
package org.jiesu.audit;

import org.springframework.modulith.ApplicationModule;

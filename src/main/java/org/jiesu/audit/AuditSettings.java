package org.jiesu.audit;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long lines are kept.
 *
 * @param keep not less than what the law demands (网络安全法第二十一条第三项)
 */
@ConfigurationProperties("jiesu.audit")
record AuditSettings(@DefaultValue("10y") Period keep) {

    private static final int LEAST_MONTHS = 6;

    AuditSettings {
        if (keep.toTotalMonths() < LEAST_MONTHS) {
            throw new IllegalArgumentException("jiesu.audit.keep is " + keep + "; the audit log is kept for at least "
                    + LEAST_MONTHS + " months (网络安全法第二十一条第三项): write it in months or years");
        }
    }
}

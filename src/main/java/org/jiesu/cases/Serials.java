package org.jiesu.cases;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Running numbers, one row a series; the row's lock orders those who ask at the same time. */
@Component
public class Serials {

    private final JdbcTemplate jdbc;
    private final TransactionTemplate own;

    Serials(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    /** The next number of a series; a rollback of the caller's transaction gives it back. */
    public long next(String series) {
        if (increment(series) == 0) {
            create(series);
            increment(series);
        }
        return jdbc.queryForObject("select last_number from serial where series = ?", Long.class, series);
    }

    private int increment(String series) {
        return jdbc.update("update serial set last_number = last_number + 1 where series = ?", series);
    }

    private void create(String series) {
        try {
            own.executeWithoutResult(
                    s -> jdbc.update("insert into serial (series, last_number) values (?, 0)", series));
        } catch (DataIntegrityViolationException e) {
            // Another opener of the same new series was faster: its row serves both.
        }
    }
}

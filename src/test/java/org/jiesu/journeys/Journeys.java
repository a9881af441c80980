package org.jiesu.journeys;

import java.time.LocalDateTime;
import org.jiesu.workflow.rehearsal.Rehearsal;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * What all journeys share: a bureau that opens on a Monday. It lies after the months that {@link CutOffJourneys} let
 * pass, so that their time does not wake the cases of everybody else.
 */
abstract class Journeys {

    static final LocalDateTime MONDAY = LocalDateTime.of(2026, 11, 9, 9, 0);

    Bureau bureau;

    @LocalServerPort
    private int port;

    @Autowired
    private Rehearsal rehearsal;

    @BeforeEach
    void open() {
        bureau = new Bureau(port, rehearsal);
        bureau.itIs(MONDAY);
    }
}

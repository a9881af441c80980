package org.jiesu.journeys;

import java.time.LocalDateTime;
import org.jiesu.workflow.rehearsal.Rehearsal;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What all journeys share: a bureau that opens on a Monday after 令第121号 came into force. */
abstract class Journeys {

    static final LocalDateTime MONDAY = LocalDateTime.of(2026, 5, 11, 9, 0);

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

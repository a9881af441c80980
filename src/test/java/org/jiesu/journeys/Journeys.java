package org.jiesu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import org.camunda.bpm.engine.RepositoryService;
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

    @Autowired
    private RepositoryService repository;

    @BeforeEach
    void open() {
        bureau = new Bureau(port, rehearsal);
        bureau.itIs(MONDAY);
    }

    /** The same bureau with one cell of its table of periods changed, as its lawyers would change it. */
    final void whileClocksSay(String cell, String before, String after, Runnable journey) {
        String deployment = repository
                .createDeployment()
                .addString("clocks.dmn", clocksWith("LiteralExpression_" + cell, before, after))
                .deploy()
                .getId();
        try {
            journey.run();
        } finally {
            repository.deleteDeployment(deployment, true);
        }
    }

    private static String clocksWith(String cell, String before, String after) {
        try {
            String table = Files.readString(Path.of("decisions", "clocks.dmn"));
            String start = "id=\"" + cell + "\">\n          <text>\"";
            assertThat(table).containsOnlyOnce(start + before + "\"<");
            return table.replace(start + before + "\"<", start + after + "\"<");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.jiesu.journeys;

import org.jiesu.PostgresTest;
import org.junit.jupiter.api.Nested;

/** All journeys on PostgreSQL 17. */
@PostgresTest
class JourneysIT {

    @Nested
    class Complaints extends ComplaintJourneys {}

    @Nested
    class Reports extends ReportJourneys {}

    @Nested
    class CutOff extends CutOffJourneys {}

    @Nested
    class Clocks extends ClockJourneys {}

    @Nested
    class Rehearsals extends RehearsalJourneys {}

    @Nested
    class PausesAndExtensions extends PauseAndExtensionJourneys {}

    @Nested
    class Calendar extends CalendarJourneys {}

    @Nested
    class BadInput extends BadInputJourneys {}

    @Nested
    class Samples extends SampleJourneys {}

    @Nested
    class Supervision extends SupervisionJourneys {}
}

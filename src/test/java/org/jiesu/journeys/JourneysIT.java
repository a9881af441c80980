package org.jiesu.journeys;

import org.jiesu.PostgresTest;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestClassOrder;

/** All journeys on PostgreSQL 17; those through many weeks first, while few other cases are there to be urged every day. */
@PostgresTest
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class JourneysIT {

    @Nested
    @Order(1)
    class CutOff extends CutOffJourneys {}

    @Nested
    @Order(2)
    class PausesAndExtensions extends PauseAndExtensionJourneys {}

    @Nested
    @Order(3)
    class Supervision extends SupervisionJourneys {}

    @Nested
    @Order(4)
    class Calendar extends CalendarJourneys {}

    @Nested
    @Order(5)
    class Reports extends ReportJourneys {}

    @Nested
    @Order(6)
    class Complaints extends ComplaintJourneys {}

    @Nested
    @Order(7)
    class Rehearsals extends RehearsalJourneys {}

    @Nested
    @Order(8)
    class Clocks extends ClockJourneys {}

    @Nested
    @Order(9)
    class BadInput extends BadInputJourneys {}

    @Nested
    @Order(10)
    class Access extends AccessJourneys {}

    @Nested
    @Order(11)
    class Samples extends SampleJourneys {}

    @Nested
    @Order(11)
    class Attacks extends AttackJourneys {}

    @Nested
    @Order(11)
    class WebAttacks extends WebAttackJourneys {}

    @Nested
    @Order(11)
    class EngineAttacks extends EngineAttackJourneys {}

    @Nested
    @Order(12)
    class AuditLog extends AuditLogJourneys {}

    @Nested
    @Order(12)
    class Vault extends VaultJourneys {}

    @Nested
    @Order(13)
    class Login extends LoginJourneys {}

    /** What all of them said and were answered, while the register still tells who had a right to it. */
    @Nested
    @Order(14)
    class NothingInClear extends Confidentiality {}

    /** After the others, whose closed cases it destroys. */
    @Nested
    @Order(15)
    class Retention extends RetentionJourneys {}
}

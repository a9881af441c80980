package org.jiesu.journeys;

import org.jiesu.PostgresTest;
import org.junit.jupiter.api.Order;

/** On PostgreSQL. */
@PostgresTest
@Order(Confidentiality.LAST)
class ConfidentialityIT extends Confidentiality {}

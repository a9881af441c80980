package org.jiesu.journeys;

import org.jiesu.ApplicationTest;
import org.junit.jupiter.api.Order;

/** On H2. */
@ApplicationTest
@Order(Confidentiality.LAST)
class ConfidentialityTest extends Confidentiality {}

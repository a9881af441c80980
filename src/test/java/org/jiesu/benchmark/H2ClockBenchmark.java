package org.jiesu.benchmark;

import org.jiesu.ApplicationTest;

/** On H2 in memory. */
@ApplicationTest
class H2ClockBenchmark extends ClockBenchmark {}

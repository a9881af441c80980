package org.jiesu.benchmark;

import org.jiesu.PostgresTest;

/** On an embedded PostgreSQL 17. */
@PostgresTest
class PostgresClockBenchmark extends ClockBenchmark {}

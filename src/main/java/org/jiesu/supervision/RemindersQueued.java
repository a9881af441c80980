package org.jiesu.supervision;

import java.time.LocalDateTime;

/** Somebody has to be told something in the digest of this time; whoever sends digests has to wait for it. */
public record RemindersQueued(String institution, LocalDateTime digestAt) {}

package org.jiesu.audit;

/**
 * Where the chain begins and ends. Lines up to {@code baseSequence} were removed when their time was over; the next one
 * follows {@code baseHash}. The seal holds both ends fast, so that neither can be cut off unseen.
 *
 * @param seal null only before the first line
 */
record Ends(long baseSequence, String baseHash, long lastSequence, String lastHash, String seal) {

    String content() {
        return Chain.joined(baseSequence, baseHash, lastSequence, lastHash);
    }

    boolean untouched() {
        return baseSequence == 0 && lastSequence == 0 && seal == null;
    }
}

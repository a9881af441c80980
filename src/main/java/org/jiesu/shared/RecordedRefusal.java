package org.jiesu.shared;

/** A business "no" that stays on record: what was written down before it is kept, and the caller is refused all the same. */
public class RecordedRefusal extends Refusal {

    public RecordedRefusal(String message) {
        super(message);
    }
}

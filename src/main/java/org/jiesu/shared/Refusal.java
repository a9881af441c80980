package org.jiesu.shared;

/** A business "no": the act is not allowed in this state. The message is a Chinese sentence for the person who tried. */
public class Refusal extends RuntimeException {

    public Refusal(String message) {
        super(message);
    }
}

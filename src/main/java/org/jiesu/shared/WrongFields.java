package org.jiesu.shared;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What is wrong with an input, gathered so that one refusal names every wrong field. */
public final class WrongFields {

    private static final int LONGEST_TEXT = 2_000;

    private final List<FieldError> errors = new ArrayList<>();

    public void add(String field, String message) {
        errors.add(new FieldError(field, message));
    }

    /** Whether the value is there; a blank text is not. */
    public boolean required(String field, String label, Object value) {
        boolean there = value instanceof String text ? !text.isBlank() : value != null;
        if (!there) {
            add(field, "“" + label + "”必填");
        }
        return there;
    }

    /** A text that may be left out. */
    public void text(String field, String label, String text) {
        if (text != null && text.length() > LONGEST_TEXT) {
            add(field, "“" + label + "”不能超过 " + LONGEST_TEXT + " 字");
        }
    }

    public void requiredText(String field, String label, String text) {
        if (required(field, label, text)) {
            text(field, label, text);
        }
    }

    public void requiredCode(String field, String label, Collection<String> codes, String code) {
        if (required(field, label, code) && !codes.contains(code)) {
            add(field, "“" + label + "”须是：" + String.join("、", codes));
        }
    }

    /** @throws BadInput with all that was gathered, if anything was */
    public void refuse() {
        if (!errors.isEmpty()) {
            throw new BadInput(errors);
        }
    }
}

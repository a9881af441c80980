package org.jiesu.shared;

import java.util.List;
import java.util.stream.Collectors;

/** Input that cannot be understood or stored; names every wrong field at once. */
public class BadInput extends RuntimeException {

    private final transient List<FieldError> errors;

    public BadInput(List<FieldError> errors) {
        super(errors.stream().map(FieldError::message).collect(Collectors.joining("；")));
        this.errors = List.copyOf(errors);
    }

    public BadInput(String field, String message) {
        this(List.of(new FieldError(field, message)));
    }

    public List<FieldError> errors() {
        return errors;
    }
}

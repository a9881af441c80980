package org.jiesu.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** A finished form in one column. */
final class FilledFields {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<FilledField>> LIST = new TypeReference<>() {};

    private FilledFields() {}

    static String write(List<FilledField> fields) {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A filled form cannot be written as JSON", e);
        }
    }

    static List<FilledField> read(String column) {
        try {
            return JSON.readValue(column, LIST);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored form is not JSON", e);
        }
    }
}

package org.jiesu.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

@Converter
class FilledFields implements AttributeConverter<List<FilledField>, String> {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<FilledField>> LIST = new TypeReference<>() {};

    @Override
    public String convertToDatabaseColumn(List<FilledField> fields) {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A filled form cannot be written as JSON", e);
        }
    }

    @Override
    public List<FilledField> convertToEntityAttribute(String column) {
        try {
            return JSON.readValue(column, LIST);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored form is not JSON", e);
        }
    }
}

package org.jiesu.cases;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** A short list of codes or labels in one column, one a line. */
@Converter
class StringList implements AttributeConverter<List<String>, String> {

    @Override
    public String convertToDatabaseColumn(List<String> list) {
        return list == null || list.isEmpty() ? null : String.join("\n", list);
    }

    @Override
    public List<String> convertToEntityAttribute(String column) {
        return column == null ? List.of() : List.of(column.split("\n"));
    }
}

package org.jiesu.vault;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.springframework.util.ReflectionUtils;

/** A table with encrypted columns, as the annotations of its entity say. */
record EncryptedTable(String entity, String name, String idColumn, List<Column> columns, List<Index> indexes) {

    static final String ROW_KEY = "row_key";

    record Column(String attribute, String name, boolean binary) {}

    record Index(String attribute, String name, Column of, BlindIndex.Kind kind) {}

    /** The name by which the vault knows a column. */
    String full(Column column) {
        return name + "." + column.name();
    }

    boolean binary() {
        return columns.stream().anyMatch(Column::binary);
    }

    static List<EncryptedTable> of(Metadata metadata) {
        return metadata.getEntityBindings().stream()
                .flatMap(entity -> of(entity).stream())
                .toList();
    }

    private static Optional<EncryptedTable> of(PersistentClass entity) {
        List<Column> columns = entity.getPropertyClosure().stream()
                .filter(property -> field(entity, property).isAnnotationPresent(Encrypted.class))
                .map(property -> new Column(
                        property.getName(),
                        columnOf(property),
                        field(entity, property).getType() == byte[].class))
                .toList();
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        if (!EncryptedRow.class.isAssignableFrom(entity.getMappedClass())) {
            throw new IllegalStateException(
                    entity.getEntityName() + " has encrypted attributes and is no EncryptedRow");
        }
        List<Index> indexes = new ArrayList<>();
        for (Property property : entity.getPropertyClosure()) {
            BlindIndex index = field(entity, property).getAnnotation(BlindIndex.class);
            if (index != null) {
                Column of = columns.stream()
                        .filter(column -> column.attribute().equals(index.of()))
                        .findFirst()
                        .orElseThrow();
                indexes.add(new Index(property.getName(), columnOf(property), of, index.kind()));
            }
        }
        return Optional.of(new EncryptedTable(
                entity.getEntityName(),
                entity.getTable().getName(),
                columnOf(entity.getIdentifierProperty()),
                columns,
                indexes));
    }

    private static Field field(PersistentClass entity, Property property) {
        return ReflectionUtils.findField(entity.getMappedClass(), property.getName());
    }

    private static String columnOf(Property property) {
        return property.getColumns().get(0).getName();
    }

    /** What goes into an index for the clear text of its column. */
    String indexed(Vault vault, Index index, String clear) {
        if (clear == null) {
            return null;
        }
        return index.kind() == BlindIndex.Kind.EXACT
                ? vault.trace(full(index.of()), clear)
                : vault.parts(full(index.of()), clear);
    }

    Object encrypt(Vault vault, Column column, String rowKey, Object clear) {
        if (clear == null) {
            return null;
        }
        return column.binary()
                ? vault.encrypt(full(column), rowKey, (byte[]) clear)
                : vault.encrypt(full(column), rowKey, (String) clear);
    }

    Object decrypt(Vault vault, Column column, String rowKey, Object encrypted) {
        if (encrypted == null) {
            return null;
        }
        return column.binary()
                ? vault.decrypt(full(column), rowKey, (byte[]) encrypted)
                : vault.decrypt(full(column), rowKey, (String) encrypted);
    }

    Stream<String> written() {
        return Stream.concat(
                Stream.of(ROW_KEY),
                Stream.concat(
                        columns.stream().map(Column::name), indexes.stream().map(Index::name)));
    }
}

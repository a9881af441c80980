package org.jiesu;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PostgresTest
class SchemaIT {

    @Autowired
    private DataSource database;

    @Test
    @DisplayName("PostgreSQL 不会自动给外键建索引：每个外键都要有，否则逐行扫描")
    void everyForeignKeyHasAnIndex() {
        String keys =
                """
                select c.conrelid::regclass || '.' || a.attname
                from pg_constraint c
                join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
                where c.contype = 'f' and c.connamespace = 'public'::regnamespace
                and c.conrelid::regclass::text not like 'act\\_%'""";
        assertThat(JdbcClient.create(database).sql(keys).query(String.class).list())
                .isNotEmpty();
        assertThat(JdbcClient.create(database)
                        .sql(keys + " and not exists (select 1 from pg_index i"
                                + " where i.indrelid = c.conrelid and i.indkey[0] = c.conkey[1])")
                        .query(String.class)
                        .list())
                .isEmpty();
    }
}

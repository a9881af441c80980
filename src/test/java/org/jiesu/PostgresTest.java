package org.jiesu;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** As {@link ApplicationTest}, on a PostgreSQL 17 of its own: one context for all tests that carry this. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles({"demo", "rehearsal"})
@ContextConfiguration(initializers = PostgresTest.Database.class)
public @interface PostgresTest {

    /** Lives as long as the tests do; it stops with the JVM. */
    class Database implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            try {
                EmbeddedPostgres postgres = EmbeddedPostgres.start();
                separateRoles(postgres);
                TestPropertyValues.of(
                                "spring.datasource.url=" + "jdbc:postgresql://localhost:" + postgres.getPort()
                                        + "/postgres",
                                "spring.datasource.username=jiesu",
                                "spring.datasource.password=",
                                "spring.flyway.user=jiesu_owner",
                                "spring.flyway.password=")
                        .applyTo(context);
            } catch (IOException | SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        /** As docs/security.md asks for: the tables belong to one role, and the application is another. */
        private static void separateRoles(EmbeddedPostgres postgres) throws SQLException {
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create role jiesu_owner login");
                statement.execute("create role jiesu login");
                statement.execute("grant create on schema public to jiesu_owner, jiesu");
            }
        }
    }
}

package org.jiesu.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of the log. Lines are inserted and read, never updated; in SQL, because an entity could be. */
@Component
@DependsOnDatabaseInitialization
class AuditStore {

    private static final String COLUMNS =
            "sequence, happened_at, institution, actor, kind, case_number, subject, detail,"
                    + " previous_hash, hash, seal";
    private static final int CHUNK = 1_000;

    /** @param person who did it, or to whom it was done */
    record Filter(
            String institution, String person, String caseNumber, AuditKind kind, LocalDate from, LocalDate until) {}

    record Page(List<AuditEntry> lines, long total) {}

    private final JdbcTemplate database;
    private final JdbcClient client;

    AuditStore(DataSource database) {
        this.database = new JdbcTemplate(database);
        this.client = JdbcClient.create(database);
    }

    /** The ends of the chain; until this transaction is over nobody else adds to it. */
    Ends lock() {
        return client.sql(
                        "select base_sequence, base_hash, last_sequence, last_hash, seal from audit_chain where id = 1 for update")
                .query(AuditStore::endsOf)
                .optional()
                .orElseThrow(
                        () -> new IllegalStateException("The ends of the audit log are gone; nothing can be added"));
    }

    Optional<Ends> ends() {
        return client.sql(
                        "select base_sequence, base_hash, last_sequence, last_hash, seal from audit_chain where id = 1")
                .query(AuditStore::endsOf)
                .optional();
    }

    void add(List<AuditEntry> lines, Ends ends) {
        database.batchUpdate(
                "insert into audit_entry (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                lines.stream().map(AuditStore::values).toList());
        set(ends);
    }

    void set(Ends ends) {
        database.update(
                "update audit_chain set base_sequence = ?, base_hash = ?, last_sequence = ?, last_hash = ?, seal = ? where id = 1",
                ends.baseSequence(),
                ends.baseHash(),
                ends.lastSequence(),
                ends.lastHash(),
                ends.seal());
    }

    /** The last line of those that come before everything that is as young as this or younger. */
    Optional<AuditEntry> lastBefore(LocalDateTime youngest) {
        return client.sql("select " + COLUMNS + " from audit_entry where sequence < coalesce("
                        + "(select min(sequence) from audit_entry where happened_at >= ?), " + Long.MAX_VALUE + ")"
                        + " order by sequence desc limit 1")
                .param(youngest)
                .query(AuditStore::lineOf)
                .optional();
    }

    int removeUpTo(long sequence) {
        return database.update("delete from audit_entry where sequence <= ?", sequence);
    }

    Optional<AuditEntry> find(long sequence) {
        return client.sql("select " + COLUMNS + " from audit_entry where sequence = ?")
                .param(sequence)
                .query(AuditStore::lineOf)
                .optional();
    }

    /** Newest first; lines about the whole system are for every institution. */
    Page find(Filter filter, int page, int size) {
        List<Object> values = new ArrayList<>();
        StringBuilder where = new StringBuilder(" where (institution = ? or institution is null)");
        values.add(filter.institution());
        if (filter.person() != null) {
            where.append(" and (actor = ? or subject = ?)");
            values.add(filter.person());
            values.add(filter.person());
        }
        if (filter.caseNumber() != null) {
            where.append(" and case_number = ?");
            values.add(filter.caseNumber());
        }
        if (filter.kind() != null) {
            where.append(" and kind = ?");
            values.add(filter.kind().name());
        }
        if (filter.from() != null) {
            where.append(" and happened_at >= ?");
            values.add(filter.from().atStartOfDay());
        }
        if (filter.until() != null) {
            where.append(" and happened_at < ?");
            values.add(filter.until().plusDays(1).atStartOfDay());
        }
        long total = client.sql("select count(*) from audit_entry" + where)
                .params(values)
                .query(Long.class)
                .single();
        values.add(size);
        values.add((long) page * size);
        List<AuditEntry> lines = client.sql(
                        "select " + COLUMNS + " from audit_entry" + where + " order by sequence desc limit ? offset ?")
                .params(values)
                .query(AuditStore::lineOf)
                .list();
        return new Page(lines, total);
    }

    /** All lines, oldest first, a chunk at a time. */
    Iterator<AuditEntry> all() {
        return new Iterator<>() {

            private Iterator<AuditEntry> chunk = List.<AuditEntry>of().iterator();
            private long after = Long.MIN_VALUE;

            @Override
            public boolean hasNext() {
                if (!chunk.hasNext()) {
                    chunk = client.sql("select " + COLUMNS
                                    + " from audit_entry where sequence > ? order by sequence limit " + CHUNK)
                            .param(after)
                            .query(AuditStore::lineOf)
                            .list()
                            .iterator();
                }
                return chunk.hasNext();
            }

            @Override
            public AuditEntry next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                AuditEntry next = chunk.next();
                after = next.sequence();
                return next;
            }
        };
    }

    /** Whether the database itself refuses this application a change of what is written. */
    boolean heldByDatabase() {
        boolean postgres = Boolean.TRUE.equals(database.execute((Connection connection) ->
                connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")));
        return postgres
                && Boolean.TRUE.equals(database.queryForObject(
                        "select not has_table_privilege('audit_entry', 'update')"
                                + " and not has_table_privilege('audit_entry', 'truncate')"
                                + " and not pg_has_role(c.relowner, 'member')"
                                + " from pg_class c where c.oid = 'audit_entry'::regclass",
                        Boolean.class));
    }

    private static Object[] values(AuditEntry line) {
        return new Object[] {
            line.sequence(),
            line.at(),
            line.institution(),
            line.actor(),
            line.kind(),
            line.caseNumber(),
            line.subject(),
            line.detail(),
            line.previousHash(),
            line.hash(),
            line.seal()
        };
    }

    private static AuditEntry lineOf(ResultSet row, int number) throws SQLException {
        return new AuditEntry(
                row.getLong("sequence"),
                row.getObject("happened_at", LocalDateTime.class),
                row.getString("institution"),
                row.getString("actor"),
                row.getString("kind"),
                row.getString("case_number"),
                row.getString("subject"),
                row.getString("detail"),
                row.getString("previous_hash"),
                row.getString("hash"),
                row.getString("seal"));
    }

    private static Ends endsOf(ResultSet row, int number) throws SQLException {
        return new Ends(
                row.getLong("base_sequence"),
                row.getString("base_hash"),
                row.getLong("last_sequence"),
                row.getString("last_hash"),
                row.getString("seal"));
    }
}

package org.jiesu.vault;

import jakarta.annotation.PreDestroy;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jiesu.shared.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Encrypts what lies clear in an older database, and encrypts anew what an old key holds. Both can stop anywhere: every
 * row says itself how it stands, so the next run goes on with those that are left.
 */
@Component
public class Reencryption {

    /** How far the encrypted columns of one table are: rows that an old key still holds. */
    public record Remaining(String table, long rows) {}

    private static final Logger LOG = LoggerFactory.getLogger(Reencryption.class);
    private static final int BATCH = 200;

    private final Vault vault;
    private final KeyRing keys;
    private final JdbcTemplate database;
    private final TransactionTemplate transaction;
    private final ExecutorService background = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "vault-rotation");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicBoolean rotating = new AtomicBoolean();
    private volatile List<EncryptedTable> tables = List.of();

    Reencryption(Vault vault, KeyRing keys, DataSource database) {
        this.vault = vault;
        this.keys = keys;
        this.database = new JdbcTemplate(database);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    }

    /** Runs before anybody reads: from here on no row of these tables lies clear. */
    void open(List<EncryptedTable> found) {
        tables = found;
        if (keys.isEmpty()) {
            if (tables.stream().anyMatch(this::holdsEncrypted)) {
                throw new VaultLocked(
                        "The table vault_key is empty, and this database holds encrypted identities: their keys are"
                                + " lost. Restore vault_key from the backup that the database came from.");
            }
            keys.next();
        }
        encryptClear();
    }

    private boolean holdsEncrypted(EncryptedTable table) {
        return !database.queryForList("select 1 from " + table.name() + " where row_key is not null limit 1")
                .isEmpty();
    }

    /** Encrypts every row that has no key yet. */
    public void encryptClear() {
        for (EncryptedTable table : tables) {
            long encrypted = 0;
            for (List<Object> ids = clear(table); !ids.isEmpty(); ids = clear(table)) {
                List<Object> batch = ids;
                transaction.executeWithoutResult(s -> batch.forEach(
                        id -> reencrypt(table, id, UUID.randomUUID().toString())));
                encrypted += batch.size();
            }
            if (encrypted > 0) {
                LOG.info("Encrypted {} rows of {} that lay clear", encrypted, table.name());
            }
        }
    }

    private List<Object> clear(EncryptedTable table) {
        return database.queryForList(
                "select %s from %s where row_key is null limit %d"
                        .formatted(table.idColumn(), table.name(), table.binary() ? 1 : BATCH),
                Object.class);
    }

    public boolean running() {
        return rotating.get();
    }

    public int currentKey() {
        return keys.current().id();
    }

    public List<Remaining> remaining() {
        return tables.stream()
                .map(table -> {
                    Condition old = old(table);
                    return new Remaining(
                            table.name(),
                            database.queryForObject(
                                    "select count(*) from " + table.name() + " where " + old.sql(),
                                    Long.class,
                                    old.values()));
                })
                .toList();
    }

    /**
     * Encrypts everything with a new key, in the background while people work; what an earlier rotation left undone is
     * finished first, without another key.
     */
    public CompletableFuture<Void> rotate() {
        if (!rotating.compareAndSet(false, true)) {
            throw new Refusal("密钥轮换正在进行");
        }
        return CompletableFuture.runAsync(this::rotateAll, background);
    }

    private void rotateAll() {
        try {
            if (remaining().stream().allMatch(table -> table.rows() == 0)) {
                keys.next();
            }
            LOG.info("Encrypting all rows with key {}", currentKey());
            tables.forEach(this::rotate);
            LOG.info("All rows are encrypted with key {}", currentKey());
        } catch (RuntimeException e) {
            LOG.error("The rotation stopped; it goes on when it is started again: {}", e.getMessage());
            throw e;
        } finally {
            rotating.set(false);
        }
    }

    /** Row by row, each in a transaction of its own: whoever holds one lock only is in nobody's way. */
    private void rotate(EncryptedTable table) {
        Condition old = old(table);
        String after = "";
        List<Map<String, Object>> rows;
        do {
            List<Object> values = new ArrayList<>(List.of(after));
            values.addAll(Arrays.asList(old.values()));
            rows = database.queryForList(
                    "select %s as id, row_key from %s where row_key > ? and (%s) order by row_key limit %d"
                            .formatted(table.idColumn(), table.name(), old.sql(), BATCH),
                    values.toArray());
            for (Map<String, Object> row : rows) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new IllegalStateException("the application stops");
                }
                after = (String) row.get("row_key");
                transaction.executeWithoutResult(s -> reencrypt(table, row.get("id"), null));
            }
        } while (!rows.isEmpty());
    }

    private record Condition(String sql, Object[] values) {}

    /** Any value of the row that is not under the current key. */
    private Condition old(EncryptedTable table) {
        DataKey current = keys.current();
        byte[] binary = ByteBuffer.allocate(Integer.BYTES).putInt(current.id()).array();
        return new Condition(
                table.columns().stream()
                        .map(column -> column.binary()
                                ? "substring(" + column.name() + " from 1 for " + Integer.BYTES + ") <> ?"
                                : column.name() + " not like ?")
                        .collect(Collectors.joining(" or ")),
                table.columns().stream()
                        .map(column -> column.binary() ? binary : (Object) (Vault.prefix(current) + "%"))
                        .toArray());
    }

    /** Writes one row anew under the current key; with a new row key its values are still clear. */
    private void reencrypt(EncryptedTable table, Object id, String newRowKey) {
        Map<String, Object> row = database.queryForMap(
                "select %s from %s where %s = ? for update"
                        .formatted(table.written().collect(Collectors.joining(", ")), table.name(), table.idColumn()),
                id);
        if (newRowKey != null && row.get(EncryptedTable.ROW_KEY) != null) {
            return; // another server that starts now was faster
        }
        String rowKey = newRowKey == null ? (String) row.get(EncryptedTable.ROW_KEY) : newRowKey;
        List<Object> values = new ArrayList<>(List.of(rowKey));
        Map<EncryptedTable.Column, Object> clear = new HashMap<>();
        for (EncryptedTable.Column column : table.columns()) {
            Object stored = row.get(column.name());
            clear.put(column, newRowKey == null ? table.decrypt(vault, column, rowKey, stored) : stored);
            values.add(table.encrypt(vault, column, rowKey, clear.get(column)));
        }
        for (EncryptedTable.Index index : table.indexes()) {
            values.add(table.indexed(vault, index, (String) clear.get(index.of())));
        }
        values.add(id);
        database.update(
                "update %s set %s where %s = ?"
                        .formatted(
                                table.name(),
                                table.written().map(column -> column + " = ?").collect(Collectors.joining(", ")),
                                table.idColumn()),
                values.toArray());
    }

    @PreDestroy
    void stop() {
        background.shutdownNow();
    }
}

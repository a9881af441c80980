package org.jiesu.vault;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The data keys, unwrapped once and kept in memory. To unwrap one is to check the master key: a wrong one unwraps
 * nothing, and the application does not start.
 */
@Component
@DependsOnDatabaseInitialization
class KeyRing {

    private record Wrapped(int id, String key) {}

    private final FieldCipher cipher;
    private final JdbcClient database;
    private final Clock clock;
    private final byte[] wrapping;
    private volatile NavigableMap<Integer, DataKey> keys;

    KeyRing(FieldCipher cipher, MasterKey master, DataSource database, Clock clock) {
        this.cipher = cipher;
        this.database = JdbcClient.create(database);
        this.clock = clock;
        wrapping = DataKey.derived(cipher, master(master), "wrap");
        master.previous().ifPresent(this::rewrap);
        keys = unwrap();
    }

    private byte[] master(MasterKey master) {
        Optional<byte[]> found = master.find();
        if (found.isEmpty() && !wrapped().isEmpty()) {
            throw new VaultLocked(
                    "The master key of the vault is missing, and this database holds encrypted identities.");
        }
        return found.orElseGet(() -> master.keep(cipher.newKey()));
    }

    /** The key that values are encrypted with from now on. */
    DataKey current() {
        return keys.lastEntry().getValue();
    }

    /** A key of any generation; another server may have added it meanwhile. */
    DataKey get(int id) {
        DataKey known = keys.get(id);
        if (known == null) {
            keys = unwrap();
            known = keys.get(id);
        }
        if (known == null) {
            throw new NotDecrypted("encrypted with key " + id + ", which this database does not have");
        }
        return known;
    }

    /** The keys of all generations, also one that another server has added meanwhile. */
    Collection<DataKey> all() {
        wrapped().forEach(row -> get(row.id()));
        return keys.values();
    }

    /** Whether this database has no key yet, or has lost all of them. */
    boolean isEmpty() {
        return keys.isEmpty();
    }

    /** Adds a generation, which is the current one at once. */
    void next() {
        int id = wrapped().stream().mapToInt(Wrapped::id).max().orElse(0) + 1;
        try {
            database.sql("insert into vault_key (id, wrapped, created_at) values (?, ?, ?)")
                    .params(id, wrap(id, cipher.newKey()), Timestamp.valueOf(LocalDateTime.now(clock)))
                    .update();
        } catch (DuplicateKeyException e) {
            // Another server was faster, and its key serves as well.
        }
        keys = unwrap();
    }

    private NavigableMap<Integer, DataKey> unwrap() {
        NavigableMap<Integer, DataKey> unwrapped = new TreeMap<>();
        for (Wrapped row : wrapped()) {
            byte[] root = unwrap(row, wrapping)
                    .orElseThrow(() -> new VaultLocked("The master key given is not the one that the keys of this"
                            + " database were wrapped with; its identities stay encrypted."));
            unwrapped.put(row.id(), DataKey.of(row.id(), root, cipher));
        }
        return unwrapped;
    }

    /** Passes the keys from the previous master key to this one; those that were passed on before stay. */
    private void rewrap(byte[] previous) {
        byte[] before = DataKey.derived(cipher, previous, "wrap");
        for (Wrapped row : wrapped()) {
            if (unwrap(row, wrapping).isEmpty()) {
                unwrap(row, before).ifPresent(root -> database.sql("update vault_key set wrapped = ? where id = ?")
                        .params(wrap(row.id(), root), row.id())
                        .update());
            }
        }
    }

    private List<Wrapped> wrapped() {
        return database.sql("select id, wrapped from vault_key order by id")
                .query((row, n) -> new Wrapped(row.getInt(1), row.getString(2)))
                .list();
    }

    private String wrap(int id, byte[] root) {
        return Base64.getEncoder().encodeToString(cipher.encrypt(wrapping, root, place(id)));
    }

    private Optional<byte[]> unwrap(Wrapped row, byte[] with) {
        try {
            return Optional.of(cipher.decrypt(with, Base64.getDecoder().decode(row.key()), place(row.id())));
        } catch (NotDecrypted | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static byte[] place(int id) {
        return ("vault_key.wrapped." + id).getBytes(StandardCharsets.UTF_8);
    }
}

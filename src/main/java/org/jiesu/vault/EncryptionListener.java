package org.jiesu.vault;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostInsertEventListener;
import org.hibernate.event.spi.PostUpdateEvent;
import org.hibernate.event.spi.PostUpdateEventListener;
import org.hibernate.event.spi.PreInsertEvent;
import org.hibernate.event.spi.PreInsertEventListener;
import org.hibernate.event.spi.PreLoadEvent;
import org.hibernate.event.spi.PreLoadEventListener;
import org.hibernate.event.spi.PreUpdateEvent;
import org.hibernate.event.spi.PreUpdateEventListener;
import org.hibernate.persister.entity.EntityPersister;

/**
 * Encrypts the state of a row just before Hibernate writes it and decrypts it just after it was read. The entity itself
 * is never touched, and after a write the state is as clear as the entity again, or Hibernate would take the row for
 * changed.
 */
class EncryptionListener
        implements PreInsertEventListener,
                PreUpdateEventListener,
                PostInsertEventListener,
                PostUpdateEventListener,
                PreLoadEventListener {

    private static final String ROW_KEY_ATTRIBUTE = "rowKey";

    private final Vault vault;
    private final Map<String, EncryptedTable> tables;
    private final Map<String, Map<String, Integer>> positions = new ConcurrentHashMap<>();

    EncryptionListener(Vault vault, List<EncryptedTable> tables) {
        this.vault = vault;
        this.tables = tables.stream().collect(Collectors.toMap(EncryptedTable::entity, Function.identity()));
    }

    @Override
    public boolean onPreInsert(PreInsertEvent event) {
        encrypt(event.getPersister(), event.getState());
        return false;
    }

    @Override
    public boolean onPreUpdate(PreUpdateEvent event) {
        encrypt(event.getPersister(), event.getState());
        return false;
    }

    @Override
    public void onPostInsert(PostInsertEvent event) {
        clear(event.getPersister(), event.getEntity(), event.getState());
    }

    @Override
    public void onPostUpdate(PostUpdateEvent event) {
        clear(event.getPersister(), event.getEntity(), event.getState());
    }

    @Override
    public void onPreLoad(PreLoadEvent event) {
        EncryptedTable table = tables.get(event.getPersister().getEntityName());
        if (table == null) {
            return;
        }
        Map<String, Integer> at = positions(event.getPersister());
        Object[] state = event.getState();
        String rowKey = (String) state[at.get(ROW_KEY_ATTRIBUTE)];
        for (EncryptedTable.Column column : table.columns()) {
            int i = at.get(column.attribute());
            state[i] = table.decrypt(vault, column, rowKey, state[i]);
        }
    }

    private void encrypt(EntityPersister persister, Object[] state) {
        EncryptedTable table = tables.get(persister.getEntityName());
        if (table == null) {
            return;
        }
        Map<String, Integer> at = positions(persister);
        for (EncryptedTable.Index index : table.indexes()) {
            String clear = (String) state[at.get(index.of().attribute())];
            state[at.get(index.attribute())] = table.indexed(vault, index, clear);
        }
        String rowKey = (String) state[at.get(ROW_KEY_ATTRIBUTE)];
        for (EncryptedTable.Column column : table.columns()) {
            int i = at.get(column.attribute());
            state[i] = table.encrypt(vault, column, rowKey, state[i]);
        }
    }

    private void clear(EntityPersister persister, Object entity, Object[] state) {
        EncryptedTable table = tables.get(persister.getEntityName());
        if (table == null) {
            return;
        }
        Map<String, Integer> at = positions(persister);
        table.columns().forEach(column -> copy(persister, entity, state, at.get(column.attribute())));
        table.indexes().forEach(index -> copy(persister, entity, state, at.get(index.attribute())));
    }

    private static void copy(EntityPersister persister, Object entity, Object[] state, int i) {
        state[i] = persister.getValue(entity, i);
    }

    private Map<String, Integer> positions(EntityPersister persister) {
        return positions.computeIfAbsent(persister.getEntityName(), entity -> {
            String[] names = persister.getPropertyNames();
            Map<String, Integer> found = new ConcurrentHashMap<>();
            for (int i = 0; i < names.length; i++) {
                found.put(names[i], i);
            }
            return found;
        });
    }

    @Override
    public boolean requiresPostCommitHandling(EntityPersister persister) {
        return false;
    }
}

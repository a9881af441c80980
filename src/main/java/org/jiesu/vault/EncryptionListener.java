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
 * Seals the state of a row just before Hibernate writes it and opens it just after it was read. The entity itself is never
 * touched, and after a write the state is as clear as the entity again, or Hibernate would take the row for changed.
 */
class SealingListener
        implements PreInsertEventListener,
                PreUpdateEventListener,
                PostInsertEventListener,
                PostUpdateEventListener,
                PreLoadEventListener {

    private static final String ROW_KEY_ATTRIBUTE = "rowKey";

    private final Vault vault;
    private final Map<String, SealedTable> tables;
    private final Map<String, Map<String, Integer>> positions = new ConcurrentHashMap<>();

    SealingListener(Vault vault, List<SealedTable> tables) {
        this.vault = vault;
        this.tables = tables.stream().collect(Collectors.toMap(SealedTable::entity, Function.identity()));
    }

    @Override
    public boolean onPreInsert(PreInsertEvent event) {
        seal(event.getPersister(), event.getState());
        return false;
    }

    @Override
    public boolean onPreUpdate(PreUpdateEvent event) {
        seal(event.getPersister(), event.getState());
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
        SealedTable table = tables.get(event.getPersister().getEntityName());
        if (table == null) {
            return;
        }
        Map<String, Integer> at = positions(event.getPersister());
        Object[] state = event.getState();
        String rowKey = (String) state[at.get(ROW_KEY_ATTRIBUTE)];
        for (SealedTable.Column column : table.columns()) {
            int i = at.get(column.attribute());
            state[i] = table.open(vault, column, rowKey, state[i]);
        }
    }

    private void seal(EntityPersister persister, Object[] state) {
        SealedTable table = tables.get(persister.getEntityName());
        if (table == null) {
            return;
        }
        Map<String, Integer> at = positions(persister);
        for (SealedTable.Index index : table.indexes()) {
            String clear = (String) state[at.get(index.of().attribute())];
            state[at.get(index.attribute())] = table.indexed(vault, index, clear);
        }
        String rowKey = (String) state[at.get(ROW_KEY_ATTRIBUTE)];
        for (SealedTable.Column column : table.columns()) {
            int i = at.get(column.attribute());
            state[i] = table.seal(vault, column, rowKey, state[i]);
        }
    }

    private void clear(EntityPersister persister, Object entity, Object[] state) {
        SealedTable table = tables.get(persister.getEntityName());
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

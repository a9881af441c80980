package org.jiesu.platform;

import java.util.Set;

/** A signed-in member of staff or a channel system: user id, display name, groups and the institution served. */
public record Staff(String userId, String name, Set<String> groups, String institution) {

    public Staff {
        groups = Set.copyOf(groups);
    }

    public boolean in(String group) {
        return groups.contains(group);
    }
}

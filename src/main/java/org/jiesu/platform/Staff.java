package org.jiesu.platform;

import java.util.Set;

/**
 * A signed-in member of staff or a channel system: user id, display name, groups and the institution served.
 *
 * @param onlyChannel the one channel for which a system with a key of its own may register; null for everybody else
 */
public record Staff(String userId, String name, Set<String> groups, String institution, String onlyChannel) {

    public Staff {
        groups = Set.copyOf(groups);
    }

    public Staff(String userId, String name, Set<String> groups, String institution) {
        this(userId, name, groups, institution, null);
    }

    public boolean in(String group) {
        return groups.contains(group);
    }
}

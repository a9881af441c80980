package org.jiesu.platform;

import java.util.Optional;

/** Port to whoever gives out tokens that stand in {@code Authorization: Bearer}. */
public interface BearerTokens {

    /** Whose token it is; empty for one that is another's, or not valid. */
    Optional<Staff> staffOf(String token);
}

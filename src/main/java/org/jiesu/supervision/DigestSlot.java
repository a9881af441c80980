package org.jiesu.supervision;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDateTime;

/** That a digest is planned for an institution at a time: the key lets only one of several at once plan it. */
@Entity
class DigestSlot {

    @Id
    private String id;

    protected DigestSlot() {}

    DigestSlot(String institution, LocalDateTime at) {
        this.id = id(institution, at);
    }

    static String id(String institution, LocalDateTime at) {
        return institution + "@" + at;
    }
}

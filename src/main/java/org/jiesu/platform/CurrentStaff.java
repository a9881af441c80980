package org.jiesu.platform;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Who acts in this thread. Nobody signed in means that the system itself acts, as at the firing of a timer. */
@Component
public class CurrentStaff {

    /** The actor written into the journal when no person acts. */
    public static final String SYSTEM = "system";

    private final ThreadLocal<Staff> current = new ThreadLocal<>();

    public Optional<Staff> find() {
        return Optional.ofNullable(current.get());
    }

    /** The signed-in staff member; only for code that stands behind the authentication filter. */
    public Staff get() {
        return find().orElseThrow(() -> new IllegalStateException("Nobody is signed in"));
    }

    public String id() {
        return find().map(Staff::userId).orElse(SYSTEM);
    }

    public <T> T runAs(Staff staff, Supplier<T> work) {
        Staff before = current.get();
        current.set(staff);
        try {
            return work.get();
        } finally {
            if (before == null) {
                current.remove();
            } else {
                current.set(before);
            }
        }
    }
}

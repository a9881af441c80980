package org.jiesu.workflow.engine;

import java.time.LocalDateTime;
import java.util.Date;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jiesu.shared.ChinaTime;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** How our own code talks to the engine: as the system, not as the clerk whose click set it going. */
@Component
public class EngineAccess {

    private final ObjectProvider<IdentityService> identity;

    EngineAccess(ObjectProvider<IdentityService> identity) {
        this.identity = identity;
    }

    /** Runs engine calls without the current user's permissions and tenants, and restores the user afterwards. */
    public <T> T asSystem(Supplier<T> work) {
        IdentityService service = identity.getObject();
        Authentication user = service.getCurrentAuthentication();
        service.clearAuthentication();
        try {
            return work.get();
        } finally {
            if (user != null) {
                service.setAuthentication(user);
            }
        }
    }

    public void asSystem(Runnable work) {
        asSystem(() -> {
            work.run();
            return null;
        });
    }

    /** The engine knows dates without a zone only; they are local times in China. */
    public static Date date(LocalDateTime at) {
        return Date.from(at.atZone(ChinaTime.ZONE).toInstant());
    }
}

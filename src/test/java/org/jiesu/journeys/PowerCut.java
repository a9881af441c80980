package org.jiesu.journeys;

import java.util.concurrent.atomic.AtomicInteger;
import org.jiesu.deadlines.ClocksChanged;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.stereotype.Component;

/** Pulls the plug in the middle of a run over many cases: an error that nobody catches, after so many of them. */
@Component
public class PowerCut implements ApplicationListener<PayloadApplicationEvent<ClocksChanged>> {

    private static final int NEVER = -1;

    private final AtomicInteger left = new AtomicInteger(NEVER);

    public void after(int cases) {
        left.set(cases);
    }

    @Override
    public void onApplicationEvent(PayloadApplicationEvent<ClocksChanged> changed) {
        if (left.get() != NEVER && left.getAndDecrement() == 0) {
            throw new Error("the power is gone");
        }
    }
}

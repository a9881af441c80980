package org.jiesu.workflow.complaint;

import java.time.LocalDate;
import java.util.List;

/** How often somebody was called in vain, and on how many days. */
record Attempts(int times, int days) {

    /** Feicheng's practice: three calls on two days; the law sets no number (令121第二十三条第一款第(二)项). */
    private static final Attempts ENOUGH = new Attempts(3, 2);

    static Attempts on(List<LocalDate> dates) {
        return new Attempts(dates.size(), (int) dates.stream().distinct().count());
    }

    /** The days of both may be the same ones, so the longer list of days counts. */
    Attempts plus(Attempts more) {
        return new Attempts(times + more.times, Math.max(days, more.days));
    }

    boolean enough() {
        return times >= ENOUGH.times && days >= ENOUGH.days;
    }
}

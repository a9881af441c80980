package org.jiesu.supervision;

import java.util.List;
import org.jiesu.organisation.Institution;
import org.jiesu.organisation.Institutions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Who has to be called when a leader does not read (FC 三.4), in this order; the numbers are the installation's. */
@Component
class PhoneList {

    private static final Logger LOG = LoggerFactory.getLogger(PhoneList.class);
    private static final List<String> MISSING = List.of("未配置电话名单，请按值班安排立即电话报告局领导");

    private final SupervisionSettings settings;
    private final Institutions institutions;

    PhoneList(SupervisionSettings settings, Institutions institutions) {
        this.settings = settings;
        this.institutions = institutions;
    }

    @EventListener(ApplicationReadyEvent.class)
    void warn() {
        institutions.all().stream()
                .map(Institution::code)
                .filter(institution -> calls(institution).isEmpty())
                .forEach(institution -> LOG.warn(
                        "No jiesu.supervision.phone-list.{}: nobody is named to be called when a leader does not read",
                        institution));
    }

    List<String> of(String institution) {
        List<String> calls = calls(institution);
        return calls.isEmpty()
                ? MISSING
                : calls.stream().map(call -> "请电话报告：" + call).toList();
    }

    private List<String> calls(String institution) {
        return settings.phoneList().getOrDefault(institution, List.of());
    }
}

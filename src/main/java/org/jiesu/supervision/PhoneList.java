package org.jiesu.supervision;

import java.util.List;
import org.jiesu.organisation.Institutions;
import org.springframework.stereotype.Component;

/** Who has to be called when a leader does not read (FC 三.4), in this order. */
@Component
class PhoneList {

    private final Institutions institutions;

    PhoneList(Institutions institutions) {
        this.institutions = institutions;
    }

    List<String> of(String institution) {
        return institutions.get(institution).phoneList().stream()
                .map(call -> "请电话报告：%s %s".formatted(call.who(), call.phone()))
                .toList();
    }
}

package org.jiesu.intake;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jiesu.deadlines.OfficeTime;
import org.springframework.stereotype.Component;

/** What a citizen is told at once outside office hours (FC 三.2). */
@Component
class AutoReply {

    private final OfficeTime office;

    AutoReply(OfficeTime office) {
        this.office = office;
    }

    /** The text, or null within office hours, when people answer. */
    String to(String institution, LocalDateTime receivedAt) {
        if (office.isOpen(institution, receivedAt)) {
            return null;
        }
        LocalDate next = office.nextOpening(institution, receivedAt).toLocalDate();
        return "您的来件已收到。现在是非工作时间，工作人员将于%d月%d日%s工作时间内登记处理，请保存好查询码。"
                .formatted(
                        next.getMonthValue(),
                        next.getDayOfMonth(),
                        office.isProvisional(next) ? "（暂定，以国务院公布的放假安排为准）" : "");
    }
}

package org.jiesu.deadlines;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jiesu.cases.Codes;
import org.jiesu.shared.ChinaTime;

/** A clock with its Chinese names, as screens show it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClockDetail(
        String clock,
        String clockName,
        int run,
        Layer layer,
        String layerName,
        OffsetDateTime startedAt,
        OffsetDateTime dueAt,
        int amount,
        TermUnit unit,
        Roll roll,
        Light light,
        String lightLabel,
        ClockState state,
        boolean provisional,
        int extendedBy,
        Integer remaining,
        List<Pause> pauses,
        List<String> pausable,
        ExtensionRule extensionRule,
        List<Extension> extensions,
        OffsetDateTime endedAt,
        String basis,
        String calendarVersion) {

    /** A request for more time on this clock. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Extension(
            long id,
            String clock,
            int amount,
            String amountName,
            String reason,
            String requestedBy,
            OffsetDateTime requestedAt,
            OffsetDateTime oldDueAt,
            boolean oldProvisional,
            OffsetDateTime newDueAt,
            boolean newProvisional,
            boolean collective,
            ExtensionState state,
            String stateName,
            String approver,
            String decidedBy,
            OffsetDateTime decidedAt,
            String opinion,
            LocalDate collectiveOn) {

        static Extension of(ExtensionView view, UnaryOperator<String> mask) {
            return new Extension(
                    view.id(),
                    view.clock(),
                    view.amount(),
                    view.unit().times(view.amount()),
                    mask.apply(view.reason()),
                    view.requestedBy(),
                    ChinaTime.of(view.requestedAt()),
                    ChinaTime.of(view.oldDueAt()),
                    view.oldProvisional(),
                    ChinaTime.of(view.newDueAt()),
                    view.newProvisional(),
                    view.collective(),
                    view.state(),
                    Codes.label("extensionState", view.state().name()),
                    view.rule().approver(),
                    view.decidedBy(),
                    ChinaTime.of(view.decidedAt()),
                    mask.apply(view.opinion()),
                    view.collectiveOn());
        }
    }

    /** @param mask for what people wrote: who brought the matter may be named there */
    public static ClockDetail of(ClockView view, UnaryOperator<String> mask) {
        return new ClockDetail(
                view.clock(),
                Codes.label("clock", view.clock()),
                view.run(),
                view.layer(),
                view.layer().label(),
                ChinaTime.of(view.startedAt()),
                ChinaTime.of(view.dueAt()),
                view.amount(),
                view.unit(),
                view.roll(),
                view.light(),
                view.light() == null ? "已取消" : view.light().label(),
                view.state(),
                view.provisional(),
                view.extendedBy(),
                view.remaining(),
                view.pauses(),
                view.pausable(),
                view.extensionRule(),
                view.extensions().stream()
                        .map(extension -> Extension.of(extension, mask))
                        .toList(),
                ChinaTime.of(view.endedAt()),
                view.basis(),
                view.calendarVersion());
    }
}

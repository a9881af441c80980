package org.jiesu.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jiesu.cases.CaseKind;
import org.jiesu.cases.CaseState;
import org.jiesu.cases.LinkRelation;
import org.jiesu.cases.Outcome;
import org.jiesu.deadlines.ClockDetail;
import org.jiesu.deadlines.Light;
import org.jiesu.supervision.Supervision;

/**
 * Everything a member of staff with access sees of a case; people's identities are masked. Stage, unit and town are
 * there from the start, though not yet known.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CaseDetail(
        String caseNumber,
        CaseKind kind,
        String kindName,
        String institution,
        String channel,
        String channelName,
        String externalNumber,
        CaseState state,
        @JsonInclude(JsonInclude.Include.ALWAYS) String stage,
        String stageName,
        Outcome outcome,
        String outcomeName,
        int round,
        int urges,
        @JsonInclude(JsonInclude.Include.ALWAYS) String handlingUnit,
        String handlingUnitName,
        String handler,
        String handlerName,
        List<String> assistingUnits,
        OffsetDateTime receivedAt,
        OffsetDateTime registeredAt,
        OffsetDateTime acceptedAt,
        OffsetDateTime closedAt,
        boolean offHours,
        LocalDate registrationDueOn,
        String subject,
        String content,
        String demand,
        String category,
        LocalDate occurredAt,
        BigDecimal amount,
        BigDecimal paidAmount,
        BigDecimal claimedAmount,
        List<String> remedies,
        int peopleAffected,
        String matter,
        @JsonInclude(JsonInclude.Include.ALWAYS) String town,
        boolean inRemit,
        String competent,
        String competentPhone,
        boolean urgent,
        boolean anonymous,
        boolean confidential,
        boolean secret,
        boolean realName,
        boolean agent,
        boolean quick,
        List<String> incomplete,
        String duplicateOf,
        List<String> factors,
        PartyView complainant,
        PartyView respondent,
        List<PartyView> parties,
        Light light,
        String lightLabel,
        boolean provisional,
        Supervision.Standing supervision,
        List<ClockDetail> clocks,
        List<LinkView> links,
        Map<String, Object> proposed,
        BigDecimal recoveredAmount,
        String satisfaction,
        String enforcementNumber,
        String decision) {

    /** A party as staff may see it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PartyView(
            String role,
            String roleName,
            String name,
            String phone,
            String idNumber,
            String address,
            String creditCode,
            String platform,
            String orderNumber,
            Boolean noContactBy,
            Boolean minor) {}

    record LinkView(String caseNumber, LinkRelation relation, String relationName) {}
}

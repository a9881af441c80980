package org.jiesu.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jiesu.shared.Refusal;
import org.jiesu.vault.Encrypted;
import org.jiesu.vault.EncryptedRow;

/** The facts of one case. Each act is a method that refuses a wrong state with a sentence. */
@Entity
class CaseRecord extends EncryptedRow {

    @Id
    private String caseNumber;

    @Version
    private long version;

    private String submissionId;
    private String institution;

    @Enumerated(EnumType.STRING)
    private CaseKind kind;

    private String channel;
    private String externalNumber;

    @Enumerated(EnumType.STRING)
    private CaseState state = CaseState.OPEN;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    private int round = 1;
    private LocalDateTime receivedAt;
    private LocalDateTime registeredAt;
    private LocalDateTime dispatchedByChannelAt;
    private LocalDate channelReplyBy;
    private LocalDateTime acceptedAt;
    private LocalDateTime agreedAt;
    private LocalDateTime closedAt;
    private boolean offHours;

    @Encrypted
    private String subject;

    @Encrypted
    private String content;

    @Encrypted
    private String demand;

    @Encrypted
    private String category;

    private LocalDate occurredOn;
    private BigDecimal amount;
    private BigDecimal paidAmount;
    private BigDecimal claimedAmount;

    @Convert(converter = StringList.class)
    private List<String> remedies;

    private boolean consentToPublish;
    private boolean consentToDelegate;
    private int peopleAffected;

    private String matter;
    private String town;
    private boolean inRemit = true;

    @Encrypted
    private String competent;

    @Encrypted
    private String competentPhone;

    private boolean urgent;
    private boolean claimedUrgent;
    private boolean anonymous;
    private boolean confidential;
    private boolean secret;
    private boolean realName;

    @Convert(converter = StringList.class)
    private List<String> incomplete;

    private String duplicateOf;

    @Convert(converter = StringList.class)
    private List<String> factors;

    @Convert(converter = JsonMap.class)
    @Column(name = "proposed")
    private Map<String, Object> proposed;

    private String handlingUnit;

    @Convert(converter = StringList.class)
    private List<String> assistingUnits;

    @Convert(converter = StringList.class)
    private List<String> copiedUnits;

    private String handler;
    private boolean quick;
    private int approvedReturns;

    @Convert(converter = StringList.class)
    private List<String> returnedUnits;

    private boolean returnBarred;

    @Enumerated(EnumType.STRING)
    private Outcome givenUp;

    private int urges;
    private String declineGround;
    private String terminationGround;
    private String enforcementNumber;
    private String decision;
    private BigDecimal recoveredAmount;
    private String satisfaction;

    protected CaseRecord() {}

    CaseRecord(String caseNumber, NewCase opening, LocalDateTime registeredAt) {
        this.caseNumber = caseNumber;
        this.submissionId = opening.submissionId();
        this.institution = opening.institution();
        this.kind = opening.kind();
        this.channel = opening.channel();
        this.externalNumber = opening.externalNumber();
        this.receivedAt = opening.receivedAt();
        this.registeredAt = registeredAt;
        this.dispatchedByChannelAt = opening.dispatchedByChannelAt();
        this.channelReplyBy = opening.channelReplyBy();
        this.offHours = opening.offHours();
        this.subject = opening.subject();
        this.content = opening.content();
        this.demand = opening.demand();
        this.category = opening.category();
        this.occurredOn = opening.occurredOn();
        this.amount = opening.amount();
        this.paidAmount = opening.paidAmount();
        this.claimedAmount = opening.claimedAmount();
        this.town = opening.town();
        this.remedies = opening.remedies();
        this.consentToPublish = opening.consentToPublish();
        this.consentToDelegate = opening.consentToDelegate();
        this.peopleAffected = opening.peopleAffected();
        this.claimedUrgent = opening.urgent();
        this.urgent = opening.urgent();
        this.anonymous = opening.anonymous();
        this.confidential = opening.confidential();
    }

    void assess(Assessment assessment) {
        confirm(assessment.facts());
        secret = secret || assessment.secret();
        realName = assessment.realName();
        incomplete = assessment.incomplete();
        duplicateOf = assessment.duplicateOf();
        factors = assessment.factors();
        proposed = assessment.proposed();
    }

    void confirm(Facts facts) {
        matter = facts.matter();
        town = facts.town();
        inRemit = facts.inRemit();
        competent = facts.competent();
        competentPhone = facts.competentPhone();
        urgent = facts.urgent();
    }

    void nowComplete() {
        incomplete = List.of();
    }

    void accept(LocalDateTime at) {
        requireOpen();
        if (acceptedAt != null) {
            throw new Refusal("该投诉已经受理，不能重复受理");
        }
        acceptedAt = at;
    }

    void decline(String ground) {
        requireOpen();
        if (acceptedAt != null) {
            throw new Refusal("该投诉已经受理，不能再决定不予受理");
        }
        declineGround = ground;
    }

    void refuseDecline() {
        declineGround = null;
    }

    void supplement(String given) {
        requireOpen();
        demand = given;
    }

    void consent(boolean toDelegate, boolean toPublish) {
        consentToDelegate = toDelegate;
        consentToPublish = toPublish;
    }

    void dispatch(String unit, List<String> assisting, List<String> copied) {
        requireOpen();
        if (orEmpty(returnedUnits).contains(unit)) {
            throw new Refusal("该单位对本办件的退单已经同意，不能再分派给它");
        }
        if (!unit.equals(handlingUnit)) {
            handler = null;
        }
        handlingUnit = unit;
        assistingUnits = assisting;
        copiedUnits = copied;
    }

    void assign(String unit) {
        requireOpen();
        handlingUnit = unit;
        handler = null;
        returnBarred = true;
    }

    void requireReturnable() {
        requireOpen();
        if (returnBarred) {
            throw new Refusal("本单位的退单未获同意或者本办件由局领导指定承办，不能再退单");
        }
    }

    /** The unit whose return was refused, or that a leader named, keeps the order. */
    void barReturn() {
        returnBarred = true;
    }

    void takeFromUnit() {
        List<String> returned = new ArrayList<>(orEmpty(returnedUnits));
        returned.add(handlingUnit);
        returnedUnits = returned;
        handlingUnit = null;
        handler = null;
    }

    void signIn(String namedHandler, boolean quickWay) {
        requireOpen();
        handler = namedHandler;
        quick = quickWay;
    }

    void nameHandler(String namedHandler) {
        requireOpen();
        handler = namedHandler;
    }

    int countApprovedReturn() {
        return ++approvedReturns;
    }

    void countUrge() {
        urges++;
    }

    void agree(BigDecimal recovered, LocalDateTime at) {
        requireOpen();
        agreedAt = at;
        recoveredAmount = recovered;
    }

    void terminate(String ground) {
        requireOpen();
        terminationGround = ground;
    }

    void seal() {
        secret = true;
    }

    void giveUp(Outcome how) {
        requireOpen();
        givenUp = how;
    }

    Outcome givenUp() {
        return givenUp;
    }

    void file(String number) {
        requireOpen();
        if (enforcementNumber != null) {
            throw new Refusal("该举报已经立案");
        }
        enforcementNumber = number;
    }

    void decide(String decided) {
        requireOpen();
        decision = decided;
    }

    /** An answer once given is not taken back by a later call that nobody took. */
    void satisfied(String level) {
        if (satisfaction == null || !level.equals("NOT_REACHED")) {
            satisfaction = level;
        }
    }

    void close(Outcome how, LocalDateTime at) {
        requireOpen();
        state = CaseState.CLOSED;
        outcome = how;
        closedAt = at;
    }

    void reopen(LocalDateTime dispatchedAt, LocalDate replyBy) {
        if (state != CaseState.CLOSED) {
            throw new Refusal("该办件尚未办结，不能重办");
        }
        state = CaseState.OPEN;
        outcome = null;
        closedAt = null;
        round++;
        dispatchedByChannelAt = dispatchedAt;
        channelReplyBy = replyBy;
        handlingUnit = null;
        handler = null;
        quick = false;
        approvedReturns = 0;
        returnedUnits = null;
        returnBarred = false;
        givenUp = null;
        agreedAt = null;
        terminationGround = null;
        enforcementNumber = null;
        decision = null;
    }

    void requireOpen() {
        if (state != CaseState.OPEN) {
            throw new Refusal("该办件已经办结，不能再办理");
        }
    }

    String caseNumber() {
        return caseNumber;
    }

    String submissionId() {
        return submissionId;
    }

    LocalDateTime dispatchedByChannelAt() {
        return dispatchedByChannelAt;
    }

    CaseView view() {
        return new CaseView(
                caseNumber,
                kind,
                institution,
                channel,
                externalNumber,
                state,
                outcome,
                round,
                receivedAt,
                registeredAt,
                acceptedAt,
                agreedAt,
                closedAt,
                offHours,
                subject,
                content,
                demand,
                category,
                occurredOn,
                amount,
                paidAmount,
                claimedAmount,
                remedies,
                consentToPublish,
                consentToDelegate,
                peopleAffected,
                new Facts(matter, town, inRemit, competent, competentPhone, urgent),
                claimedUrgent,
                anonymous,
                confidential,
                secret,
                realName,
                orEmpty(incomplete),
                duplicateOf,
                orEmpty(factors),
                proposed == null ? Map.of() : proposed,
                handlingUnit,
                orEmpty(assistingUnits),
                orEmpty(copiedUnits),
                handler,
                quick,
                approvedReturns,
                urges,
                declineGround,
                terminationGround,
                enforcementNumber,
                decision,
                recoveredAmount,
                satisfaction,
                channelReplyBy);
    }

    /** The same matter as a record of another kind, with the dates it had. */
    NewCase as(CaseKind other, List<Party> same) {
        return new NewCase(
                institution,
                other,
                channel,
                externalNumber,
                submissionId,
                receivedAt,
                dispatchedByChannelAt,
                channelReplyBy,
                subject,
                content,
                demand,
                category,
                occurredOn,
                amount,
                paidAmount,
                claimedAmount,
                town,
                remedies,
                consentToPublish,
                consentToDelegate,
                peopleAffected,
                claimedUrgent,
                anonymous,
                confidential,
                offHours,
                same);
    }

    private static List<String> orEmpty(List<String> list) {
        return list == null ? List.of() : new ArrayList<>(list);
    }
}

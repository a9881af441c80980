package org.jiesu.cases;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiesu.organisation.Institution;
import org.jiesu.organisation.Institutions;
import org.jiesu.platform.Staff;
import org.jiesu.platform.StaffDirectory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who must not see a case though their role would let them: the one whom it is about, and who stepped aside (回避). */
@Service
@Transactional
public class Exclusions {

    /** A short name of a unit, such as 食品科, is also the beginning of names of businesses. */
    private static final int TELLING_NAME = 6;

    private final ExclusionRepository repository;
    private final CaseRecordRepository records;
    private final Parties parties;
    private final StaffDirectory directory;
    private final Institutions institutions;
    private final Clock clock;

    Exclusions(
            ExclusionRepository repository,
            CaseRecordRepository records,
            Parties parties,
            StaffDirectory directory,
            Institutions institutions,
            Clock clock) {
        this.repository = repository;
        this.records = records;
        this.parties = parties;
        this.directory = directory;
        this.institutions = institutions;
        this.clock = clock;
    }

    /** User ids of those who must not see the case. */
    @Transactional(readOnly = true)
    public Set<String> of(String caseNumber) {
        return repository.findByCaseNumber(caseNumber).stream()
                .map(Exclusion::userId)
                .collect(Collectors.toSet());
    }

    /** Numbers of the cases that this person must not see. */
    @Transactional(readOnly = true)
    public Set<String> from(String userId) {
        return repository.findByUserId(userId).stream()
                .map(Exclusion::caseNumber)
                .collect(Collectors.toSet());
    }

    void recuse(String caseNumber, String userId) {
        exclude(caseNumber, userId, Exclusion.Ground.RECUSED);
    }

    private void exclude(String caseNumber, String userId, Exclusion.Ground ground) {
        if (!of(caseNumber).contains(userId)) {
            repository.saveAndFlush(new Exclusion(caseNumber, userId, ground, LocalDateTime.now(clock)));
        }
    }

    /** Once it is known against whom a case goes: staff of that name are shut out, one against a unit is sealed. */
    @EventListener
    void on(CaseHappened happened) {
        if (happened.event() == CaseEvent.REGISTERED || happened.event() == CaseEvent.SUPPLEMENTED) {
            parties.respondent(happened.caseNumber())
                    .map(Party::name)
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .ifPresent(name -> isAgainst(happened.caseNumber(), name));
        }
    }

    private void isAgainst(String caseNumber, String respondent) {
        CaseRecord against = records.findById(caseNumber).orElseThrow();
        Institution institution = institutions.get(against.view().institution());
        if (names(institution, respondent)) {
            against.seal();
        }
        directory.named(respondent).stream()
                .filter(person -> institution.code().equals(person.institution()))
                .map(Staff::userId)
                .forEach(userId -> exclude(caseNumber, userId, Exclusion.Ground.RESPONDENT));
    }

    private static boolean names(Institution institution, String respondent) {
        return respondent.contains(institution.name())
                || institution.units().stream()
                        .map(Institution.Unit::name)
                        .anyMatch(unit -> respondent.equals(unit)
                                || unit.length() >= TELLING_NAME
                                        && (respondent.startsWith(unit) || respondent.endsWith(unit)));
    }
}

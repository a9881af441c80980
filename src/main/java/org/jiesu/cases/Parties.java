package org.jiesu.cases;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jiesu.vault.Vault;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The identities of a case's parties; the only door to the table that holds them. */
@Service
@Transactional
public class Parties {

    /** A respondent can't be found by less of the name. */
    public static final int SHORTEST_PART = Vault.SHORTEST_PART;

    private final PartyRepository repository;
    private final Vault vault;

    Parties(PartyRepository repository, Vault vault) {
        this.repository = repository;
        this.vault = vault;
    }

    void add(String caseNumber, List<Party> parties) {
        parties.forEach(party -> repository.save(new PartyRecord(caseNumber, party)));
    }

    /** All parties with their full identity; callers are papers and decision tables, not screens. */
    public List<Party> of(String caseNumber) {
        return repository.findByCaseNumberOrderById(caseNumber).stream()
                .map(PartyRecord::party)
                .toList();
    }

    /** The same of many cases at once, by case number. */
    Map<String, List<Party>> of(Collection<String> caseNumbers) {
        return repository.findByCaseNumberInOrderById(caseNumbers).stream()
                .collect(Collectors.groupingBy(
                        PartyRecord::caseNumber, Collectors.mapping(PartyRecord::party, Collectors.toList())));
    }

    public List<Party> masked(String caseNumber) {
        return of(caseNumber).stream().map(Party::masked).toList();
    }

    public Optional<Party> respondent(String caseNumber) {
        return of(caseNumber).stream()
                .filter(party -> party.role() == PartyRole.RESPONDENT)
                .findFirst();
    }

    /** Whoever brought the matter: complainant, reporter or enquirer; empty for a clue record. */
    public Optional<Party> claimant(String caseNumber) {
        return of(caseNumber).stream()
                .filter(party -> party.role().isClaimant())
                .findFirst();
    }

    /** Replaces what is known of one party, as when missing facts were asked for. */
    public void supplement(String caseNumber, PartyRole role, UnaryOperator<Party> change) {
        repository.findByCaseNumberOrderById(caseNumber).stream()
                .filter(row -> row.party().role() == role)
                .findFirst()
                .ifPresent(row -> row.fill(change.apply(row.party())));
    }

    public Set<String> casesByPhone(String phone) {
        return new LinkedHashSet<>(repository.caseNumbersByPhone(vault.traces("party.phone", phone)));
    }

    public Set<String> casesByIdNumber(String idNumber) {
        return new LinkedHashSet<>(repository.caseNumbersByIdNumber(vault.traces("party.id_number", idNumber)));
    }

    /** Cases whose respondent's name contains this; nothing is found by a single character. */
    public Set<String> casesByRespondent(String name) {
        return vault.patterns("party.business", name).stream()
                .flatMap(pattern -> repository.findByBusinessPartsLike(pattern).stream())
                .filter(row -> row.party().name().contains(name))
                .map(PartyRecord::caseNumber)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}

package org.jiesu.archive;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** No delete: the register of what was destroyed only grows. */
interface DisposalItemRepository extends Repository<DisposalItem, Long> {

    DisposalItem save(DisposalItem item);

    List<DisposalItem> findByListNumberOrderByCaseNumber(String listNumber);

    List<DisposalItem> findByCaseNumberOrderById(String caseNumber);

    List<DisposalItem> findByListNumberAndStateOrderByCaseNumber(String listNumber, DisposalItemState state);

    boolean existsByListNumberAndState(String listNumber, DisposalItemState state);

    /** How many cases of a list became what. */
    interface Count {

        String getListNumber();

        DisposalItemState getState();

        long getCases();
    }

    @Query("select x.listNumber as listNumber, x.state as state, count(x) as cases from DisposalItem x"
            + " where x.listNumber in :listNumbers group by x.listNumber, x.state")
    List<Count> counts(Collection<String> listNumbers);

    /** Cases on a list that is not finished yet. */
    @Query("select x.caseNumber from DisposalItem x, DisposalList l where l.number = x.listNumber"
            + " and l.institution = :institution and x.state = org.jiesu.archive.DisposalItemState.LISTED"
            + " and l.state in (org.jiesu.archive.DisposalState.PROPOSED, org.jiesu.archive.DisposalState.APPROVED)")
    Set<String> waiting(String institution);

    @Query("select x from DisposalItem x, DisposalList l where l.number = x.listNumber"
            + " and l.institution = :institution and x.manifest = :manifest")
    Optional<DisposalItem> destroyedAs(String institution, String manifest);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    List<DisposalItem> findByListNumberAndStateAndCaseNumberInOrderByCaseNumber(
            String listNumber, DisposalItemState state, Collection<String> caseNumbers);
}

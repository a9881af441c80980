package org.jiesu.supervision;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** No update, and no delete but with the whole case: a measure stays a fact. */
interface MeasureRepository extends Repository<MeasureTaken, Long> {

    MeasureTaken save(MeasureTaken taken);

    List<MeasureTaken> findByCaseNumberOrderById(String caseNumber);

    List<MeasureTaken> findByCaseNumberInAndMeasureIn(Collection<String> caseNumbers, Collection<Measure> measures);

    Optional<MeasureTaken> findByCaseNumberAndAnswerRun(String caseNumber, int answerRun);

    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("delete from MeasureTaken x where x.caseNumber = :caseNumber")
    void erase(String caseNumber);
}

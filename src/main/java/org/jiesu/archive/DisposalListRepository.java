package org.jiesu.archive;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface DisposalListRepository extends Repository<DisposalList, String> {

    DisposalList save(DisposalList list);

    Optional<DisposalList> findByNumberAndInstitution(String number, String institution);

    List<DisposalList> findByInstitutionOrderByMadeAtDescNumberDesc(String institution);
}

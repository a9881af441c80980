package org.jiesu.supervision;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface InspectionRepository extends Repository<Inspection, String> {

    Inspection save(Inspection inspection);

    Optional<Inspection> findByNumberAndInstitution(String number, String institution);

    List<Inspection> findByInstitutionOrderByDrawnAtDesc(String institution);
}

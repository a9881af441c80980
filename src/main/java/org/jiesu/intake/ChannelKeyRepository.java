package org.jiesu.intake;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

interface ChannelKeyRepository extends Repository<ChannelKey, String> {

    ChannelKey save(ChannelKey key);

    Optional<ChannelKey> findByKeyId(String keyId);

    /** Of two who change a key at once, the second sees what the first did. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<ChannelKey> findLockedByKeyId(String keyId);

    List<ChannelKey> findByInstitutionAndChannel(String institution, String channel);

    List<ChannelKey> findAllByOrderByInstitutionAscChannelAscCreatedAtAsc();
}

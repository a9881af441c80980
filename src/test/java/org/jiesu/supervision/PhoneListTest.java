package org.jiesu.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.util.List;
import java.util.Map;
import org.jiesu.organisation.Institutions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("电话名单")
class PhoneListTest {

    @Test
    @DisplayName("按配置的次序逐人电话报告")
    void namesEveryoneInOrder() {
        assertThat(list(Map.of("feicheng", List.of("局长 0538-0000002", "局总值班室 0538-0000003")))
                        .of("feicheng"))
                .containsExactly("请电话报告：局长 0538-0000002", "请电话报告：局总值班室 0538-0000003");
    }

    @Test
    @DisplayName("没有配置的明说，不编号码")
    void saysThatThereIsNone() {
        assertThat(list(null).of("feicheng")).containsExactly("未配置电话名单，请按值班安排立即电话报告局领导");
        assertThat(list(Map.of("feicheng", List.of())).of("feicheng")).hasSize(1);
    }

    private static PhoneList list(Map<String, List<String>> phones) {
        return new PhoneList(new SupervisionSettings(phones), mock(Institutions.class));
    }
}

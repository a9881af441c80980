package org.jiesu.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Set;
import org.jiesu.platform.Staff;
import org.jiesu.platform.StaffDirectory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("可以承办的人员")
class HandlersTest {

    private final StaffDirectory directory = mock();
    private final CaseView view = mock();
    private final Handlers handlers = new Handlers(directory);

    @Test
    @DisplayName("本单位人员和负责人，各列一次")
    void membersOfTheUnitAndItsHead() {
        when(view.handlingUnit()).thenReturn("xincheng");
        when(directory.members("xincheng")).thenReturn(List.of(member("wangfang"), member("sunqiang")));
        when(directory.members("xincheng-head")).thenReturn(List.of(member("sunqiang"), member("qiansuo")));

        assertThat(handlers.candidates(view))
                .extracting(Staff::userId)
                .containsExactly("wangfang", "sunqiang", "qiansuo");
    }

    @Test
    @DisplayName("尚未分派的，没有可以承办的人员")
    void nobodyBeforeDispatch() {
        assertThat(handlers.candidates(view)).isEmpty();
    }

    private static Staff member(String userId) {
        return new Staff(userId, "姓名", Set.of("xincheng"), "feicheng");
    }
}

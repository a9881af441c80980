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
    private final Exclusions exclusions = mock();
    private final CaseView view = mock();
    private final Handlers handlers = new Handlers(directory, exclusions);

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

    @Test
    @DisplayName("被投诉的人员和已回避的人员不能承办")
    void neitherWhomItIsAboutNorWhoSteppedAside() {
        when(view.caseNumber()).thenReturn("FC-C-2026-000001");
        when(view.handlingUnit()).thenReturn("xincheng");
        when(directory.members("xincheng")).thenReturn(List.of(member("wangfang"), member("sunqiang")));
        when(exclusions.of("FC-C-2026-000001")).thenReturn(Set.of("wangfang"));

        assertThat(handlers.candidates(view)).extracting(Staff::userId).containsExactly("sunqiang");
    }

    @Test
    @DisplayName("对承办单位保密的办件由投诉中心办理")
    void theCentreHandlesWhatIsKeptFromTheUnits() {
        when(view.handlingUnit()).thenReturn("xincheng");
        when(view.secret()).thenReturn(true);
        when(directory.members("centre")).thenReturn(List.of(member("chen")));

        assertThat(handlers.candidates(view)).extracting(Staff::userId).containsExactly("chen");
    }

    private static Staff member(String userId) {
        return new Staff(userId, "姓名", Set.of("xincheng"), "feicheng");
    }
}

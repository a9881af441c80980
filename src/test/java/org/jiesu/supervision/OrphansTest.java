package org.jiesu.supervision;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Set;
import org.jiesu.cases.CaseKind;
import org.jiesu.cases.CaseView;
import org.jiesu.cases.Cases;
import org.jiesu.cases.Facts;
import org.jiesu.deadlines.Deadlines;
import org.jiesu.platform.Staff;
import org.jiesu.platform.StaffDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("件件有着落检查")
class OrphansTest {

    private final Cases cases = mock(Cases.class);
    private final Messenger messenger = mock(Messenger.class);
    private final StaffDirectory directory = mock(StaffDirectory.class);
    private final TaskHolders holders = mock(TaskHolders.class);
    private final Orphans orphans = new Orphans(cases, mock(Deadlines.class), holders, messenger, directory);

    @BeforeEach
    void staff() {
        when(directory.members(anyString()))
                .thenAnswer(call -> List.of(new Staff(call.getArgument(0), "", Set.of(), "feicheng")));
    }

    @Test
    @DisplayName("无人办理、没有期限的办件列名告知投诉中心主任和内部监督小组")
    void namesThem() {
        CaseView view = mock(CaseView.class);
        when(view.caseNumber()).thenReturn("FC-C-2026-000001");
        when(view.kind()).thenReturn(CaseKind.COMPLAINT);
        when(view.facts()).thenReturn(new Facts("食品安全", null, true, null, null, false));
        when(cases.openOf("feicheng")).thenReturn(List.of(view));
        when(holders.unheld(List.of("FC-C-2026-000001"))).thenReturn(Set.of("FC-C-2026-000001"));

        orphans.check("feicheng");

        for (String told : List.of("centre-head", "supervisor")) {
            verify(messenger).send(eq(told), eq("件件有着落检查：1件"), argThat(lines -> lines.get(0)
                    .text()
                    .equals("FC-C-2026-000001：没有办理人员或者单位，没有在计算的期限")));
        }
    }

    @Test
    @DisplayName("没有的，也告知为0件")
    void saysThatThereAreNone() {
        orphans.check("feicheng");

        verify(messenger).send(eq("supervisor"), eq("件件有着落检查：0件"), any());
    }
}

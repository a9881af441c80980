package org.jiesu.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jiesu.cases.Identities.Part;
import org.jiesu.cases.Identities.Spot;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("文字中的身份信息")
class IdentitiesTest {

    private static final Party REPORTER =
            Party.of(PartyRole.REPORTER, "周小禾", "13853800001", "370983199001011234", "肥城市新城街道龙山路社区3号楼");
    private static final Party SHOP = Party.of(PartyRole.RESPONDENT, "肥城丰禾园超市", "0538-3210000", null, "新城街道龙山路56号");

    private final Identities.Words words = Identities.words(List.of(REPORTER, SHOP));

    @Test
    @DisplayName("标出姓名、电话、证件号码、地址，写法不同也标出")
    void findsWhateverNamesThePerson() {
        assertThat(words.spots("据周小禾说")).containsExactly(new Spot(Part.NAME, 1, 4));
        assertThat(words.spots("电话138-5380 0001")).containsExactly(new Spot(Part.PHONE, 2, 15));
        for (String written : List.of("１３８５３８０００01", "138.5380.0001", "138—5380—0001", "138·5380·0001")) {
            assertThat(parts(written)).as(written).containsExactly(Part.PHONE);
        }
        assertThat(parts("身份证370983199001011234")).containsOnly(Part.ID_NUMBER);
        assertThat(parts("住龙山路社区３号楼")).containsOnly(Part.ADDRESS);
        assertThat(parts("住龙山路社区3号楼")).containsOnly(Part.ADDRESS);
        assertThat(parts("家住肥城市新城街道龙山路社区3号楼")).contains(Part.ADDRESS);
    }

    private List<Part> parts(String text) {
        return words.spots(text).stream().map(Spot::part).toList();
    }

    @Test
    @DisplayName("被投诉人的名称、地址不是要隐去的")
    void leavesTheBusinessAlone() {
        assertThat(words.spots("肥城丰禾园超市，新城街道龙山路56号，电话0538-3210000")).isEmpty();
        assertThat(words.spots(null)).isEmpty();
    }

    @Test
    @DisplayName("屏幕上隐去：周**，138****0001；给对方的文书中不留")
    void masksOrCovers() {
        assertThat(words.masked("周小禾，13853800001，住龙山路社区3号楼")).isEqualTo("周**，138****0001，住****");
        assertThat(words.covered("周小禾，13853800001")).isEqualTo("***，***");
        assertThat(words.withoutNames().covered("周小禾，13853800001")).isEqualTo("周小禾，***");
        assertThat(words.masked(null)).isNull();
    }

    @Test
    @DisplayName("匿名的没有可标出的")
    void nothingOfNobody() {
        assertThat(Identities.words(List.of(Party.of(PartyRole.REPORTER, null, null, null, null), SHOP))
                        .spots("周小禾"))
                .isEmpty();
    }
}

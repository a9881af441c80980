package org.jiesu.jurisdiction;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.jiesu.jurisdiction.Place.Kind;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacesTest {

    private static Places places;

    @BeforeAll
    static void readPlaces() throws IOException {
        places = PlacesConfiguration.read(new ObjectMapper(), "feicheng");
    }

    @ParameterizedTest
    @DisplayName("地址写明镇街的，从其镇街")
    @CsvSource({
        "新城街道龙山路56号,新城街道",
        "肥城市新城街道龙山路社区,新城街道",
        "山东省泰安市肥城市石横镇南大街粮站对面民房,石横镇",
        "山东省肥城市边院镇工业园,边院镇",
        "老城街道孙家小庄社区,老城街道",
        "新城办事处龙山路,新城街道",
        "肥城石横电厂门口,石横镇",
        "湖屯镇104国道旁,湖屯镇",
        "泰安市王瓜店街道蒋庄社区,王瓜店街道",
        "王庄镇汽贸街7号,王庄镇",
        "我在桃园镇的茶叶店,桃园镇"
    })
    void readsTheNamedTown(String address, String town) {
        assertThat(places.find(address)).isEqualTo(Place.town(town));
    }

    @ParameterizedTest
    @DisplayName("只写村名的，按全名最长匹配")
    @CsvSource({"西王庄村,安驾庄镇", "肥城市西王庄村委会旁,安驾庄镇", "王庄村,王庄镇", "肥城市南王庄村,湖屯镇", "住上寨村,潮泉镇", "钱庄一村超市,湖屯镇", "桃花源社区,新城街道"})
    void findsTheTownOfAVillage(String address, String town) {
        assertThat(places.find(address).kind()).as(address).isEqualTo(Kind.TOWN);
        assertThat(places.find(address).town()).isEqualTo(town);
    }

    @Test
    @DisplayName("安驾庄镇西王庄村不是王庄镇")
    void namedTownWinsOverVillage() {
        assertThat(places.find("安驾庄镇西王庄村")).isEqualTo(Place.town("安驾庄镇"));
        assertThat(places.find("边院镇", "李庄村")).isEqualTo(Place.town("边院镇"));
    }

    @Test
    @DisplayName("几个镇街都有的村名，列出候选，不猜")
    void sharedVillageNameIsAmbiguous() {
        Place place = places.find("肥城市李庄村");
        assertThat(place.kind()).isEqualTo(Kind.AMBIGUOUS);
        assertThat(place.town()).isNull();
        assertThat(place.candidates()).containsExactlyInAnyOrder("老城街道", "汶阳镇", "边院镇");
    }

    @Test
    @DisplayName("同时写了两个镇街的，列出候选，不猜")
    void twoNamedTownsAreAmbiguous() {
        assertThat(places.find("石横镇与湖屯镇交界").candidates()).containsExactly("湖屯镇", "石横镇");
    }

    @ParameterizedTest
    @DisplayName("写明外地的，不属本辖区")
    @CsvSource({
        "安徽省合肥市蜀山区城市花园,合肥市蜀山区",
        "合肥市蜀山区城市花园,合肥市蜀山区",
        "山东省济南市历下区,济南市历下区",
        "河北省邢台市桥西区,邢台市桥西区",
        "北京市朝阳区建国路,北京市朝阳区",
        "济南市历下区新城街道,济南市历下区",
        "泰安市泰山区岱庙街道,泰安市泰山区",
        "宁阳县文庙街道,泰安市宁阳县",
        "泰安岱岳区夏张镇,泰安市岱岳区",
        "浙江省义乌市商城大道,义乌市",
        "江苏省某工业园,江苏省"
    })
    void namesAnotherCounty(String address, String otherPlace) {
        assertThat(places.find(address)).isEqualTo(Place.outside(otherPlace));
    }

    @Test
    @DisplayName("来件填了镇街而地址在外地的，以外地为准")
    void otherCountyWinsOverTheGivenTown() {
        assertThat(places.find("新城街道", "济南市天桥区新城街道1号").kind()).isEqualTo(Kind.OUTSIDE);
    }

    @ParameterizedTest
    @DisplayName("合肥城市花园不是肥城市；未知的地名不硬配")
    @ValueSource(strings = {"合肥城市花园附近", "大王庄村", "西王庄镇中心街", "丰禾园超市", "城市花园小区西村", "龙山小区", "某镇东村", "  "})
    void leavesTheUnknownOpen(String address) {
        assertThat(places.find(address, null).kind()).isEqualTo(Kind.UNKNOWN);
    }

    @ParameterizedTest
    @DisplayName("只写到肥城市的，镇街待核实")
    @ValueSource(strings = {"肥城市", "山东省泰安市肥城市", "肥城市区商业街", "肥城孙家超市"})
    void knowsTheAreaWithoutTheTown(String address) {
        assertThat(places.find(address)).isEqualTo(Place.area());
    }
}

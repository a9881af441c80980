package org.jiesu.jurisdiction;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the town in a free address. What an address does not say is left open: a village name that several towns share
 * is answered with all of them, so that a clerk asks instead of guessing.
 */
public final class Places {

    /** 超市, 夜市, 城市花园, 小区 … end like a city or a district but are none. */
    private static final String NO_CITY = "(?<![超城夜集门本全菜我])市(?!场)";

    private static final String NO_DISTRICT = "(?:(?<![小社园景厂校新发])区|县|旗|" + NO_CITY + ")";
    private static final Pattern PROVINCE = Pattern.compile("^(\\p{IsHan}{2,3}省|\\p{IsHan}{2,5}自治区)");
    private static final Pattern CITY =
            Pattern.compile("^(\\p{IsHan}{2,4}?" + NO_CITY + "|\\p{IsHan}{2,7}?(?:自治州|地区|盟))");
    private static final Pattern DISTRICT = Pattern.compile("^(\\p{IsHan}{1,5}?" + NO_DISTRICT + ")");

    /** 西王庄镇 is not 王庄镇. */
    private static final String NO_PREFIX = "(?<![东西南北前后大小上下中])";

    private static final Pattern VILLAGE_SUFFIX = Pattern.compile("(社区居委会|村民?委员?会|居民?委员?会|社区)$");

    private final String province;
    private final String city;
    private final String area;
    private final Pattern areaNamed;
    private final Map<String, Pattern> towns = new LinkedHashMap<>();
    private final Map<String, Set<String>> townsByVillage;
    private final Pattern villageNamed;
    private final Map<String, String> neighbours;

    Places(Gazetteer gazetteer) {
        province = gazetteer.area().provinceName();
        city = gazetteer.area().cityName();
        area = gazetteer.area().name();
        String shortArea = withoutLast(area);
        // 合肥城市花园 contains 肥城市 and lies in Anhui.
        String namedArea = "(?<!合)" + shortArea + "(?:市)?";
        areaNamed = Pattern.compile(namedArea);
        gazetteer.towns().forEach(town -> towns.put(town.name(), townPattern(town.name(), namedArea)));
        townsByVillage = new LinkedHashMap<>();
        gazetteer.villages().forEach(village -> spellings(village.name()).forEach(spelling -> townsByVillage
                .computeIfAbsent(spelling, any -> new TreeSet<>())
                .add(village.town())));
        // Longest name first; only at a boundary, so that an unknown 大王庄村 is not taken for 王庄村.
        villageNamed = Pattern.compile("(?:^|[^\\p{IsHan}]|[在于住到是]|" + namedArea + ")("
                + townsByVillage.keySet().stream()
                        .sorted((a, b) -> b.length() - a.length())
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|"))
                + ")");
        neighbours = gazetteer.neighbours().stream()
                .collect(Collectors.toMap(Gazetteer.Neighbour::name, Gazetteer.Neighbour::fullName));
    }

    /**
     * Reads all hints together (town, address; null or blank ones are skipped). Another county named at the beginning of
     * a hint wins, then a town named in full, then a village.
     */
    public Place find(String... hints) {
        List<String> texts = Stream.of(hints)
                .filter(hint -> hint != null && !hint.isBlank())
                .map(String::strip)
                .toList();
        Optional<String> other =
                texts.stream().map(this::otherPlace).flatMap(Optional::stream).findFirst();
        if (other.isPresent()) {
            return Place.outside(other.get());
        }
        List<String> named = towns.keySet().stream()
                .filter(town -> texts.stream()
                        .anyMatch(text -> towns.get(town).matcher(text).find()))
                .toList();
        if (named.isEmpty()) {
            named = texts.stream()
                    .map(this::townsOfVillages)
                    .flatMap(Collection::stream)
                    .distinct()
                    .toList();
        }
        if (named.size() > 1) {
            return Place.ambiguous(named);
        }
        if (named.size() == 1) {
            return Place.town(named.get(0));
        }
        return texts.stream().anyMatch(text -> areaNamed.matcher(text).find()) ? Place.area() : Place.unknown();
    }

    /** Province, city and district at the beginning, as far as they lead away from our area. */
    private Optional<String> otherPlace(String address) {
        String rest = address;
        String foreign = null;
        Matcher matcher = PROVINCE.matcher(rest);
        if (matcher.find()) {
            rest = rest.substring(matcher.end());
            foreign = matcher.group().equals(province) ? null : matcher.group();
        }
        for (Map.Entry<String, String> neighbour : neighbours.entrySet()) {
            if (rest.startsWith(neighbour.getKey()) || rest.startsWith(withoutLast(city) + neighbour.getKey())) {
                return Optional.of(neighbour.getValue());
            }
        }
        matcher = CITY.matcher(rest);
        if (!matcher.find() || matcher.group().equals(area)) {
            return Optional.ofNullable(foreign);
        }
        String namedCity = matcher.group();
        rest = rest.substring(matcher.end());
        matcher = DISTRICT.matcher(rest);
        String district = matcher.find() ? matcher.group() : "";
        if (namedCity.equals(city) && (district.isEmpty() || district.equals(area))) {
            return Optional.empty();
        }
        return Optional.of(namedCity + district);
    }

    private Set<String> townsOfVillages(String text) {
        Set<String> found = new LinkedHashSet<>();
        Matcher matcher = villageNamed.matcher(text);
        while (matcher.find()) {
            found.addAll(townsByVillage.get(matcher.group(1)));
        }
        return found;
    }

    /** 石横镇, 石横镇政府, 新城街道, 新城办事处, 肥城市石横. */
    private static Pattern townPattern(String name, String namedArea) {
        String bare = name.replaceAll("(街道|镇)$", "");
        String kind = name.substring(bare.length());
        return Pattern.compile(
                NO_PREFIX + bare + "(?:" + kind + "|街道|办事处|街办)" + "|" + namedArea + bare + "(?!村|社区|居委会)");
    }

    /** 西王庄村委会 is written 西王庄村, 西王庄社区 or 西王庄居委会, never just 西王庄: that could be a street or a shop. */
    private static List<String> spellings(String official) {
        String bare = VILLAGE_SUFFIX.matcher(official).replaceFirst("");
        List<String> spellings = new ArrayList<>(List.of(bare + "社区", bare + "居委会"));
        spellings.add(bare.endsWith("村") ? bare : bare + "村");
        return spellings;
    }

    private static String withoutLast(String name) {
        return name.substring(0, name.length() - 1);
    }
}

package org.jiesu.archive;

import java.util.List;
import java.util.function.Function;
import org.springframework.web.util.HtmlUtils;

/** A page of headings and tables in which every text is only a text. */
final class Html {

    private final StringBuilder page;

    Html(String head) {
        page = new StringBuilder(head);
    }

    void title(int level, String text) {
        page.append("<h%1$d>%2$s</h%1$d>\n".formatted(level, escaped(text)));
    }

    /** Label and value in turn; what is not known is left out. */
    void facts(List<String> labelsAndValues) {
        page.append("<table>\n");
        for (int i = 0; i < labelsAndValues.size(); i += 2) {
            String value = labelsAndValues.get(i + 1);
            if (value != null && !value.isBlank()) {
                page.append("<tr><th>")
                        .append(escaped(labelsAndValues.get(i)))
                        .append("</th><td>")
                        .append(escaped(value))
                        .append("</td></tr>\n");
            }
        }
        page.append("</table>\n");
    }

    <T> void table(String title, List<String> heads, List<T> rows, Function<T, List<String>> cells) {
        title(2, title);
        if (rows.isEmpty()) {
            page.append("<p>无</p>\n");
        } else {
            rows(heads, rows, cells);
        }
    }

    <T> void rows(List<String> heads, List<T> rows, Function<T, List<String>> cells) {
        page.append("<table>\n<tr>");
        heads.forEach(head -> page.append("<th>").append(escaped(head)).append("</th>"));
        page.append("</tr>\n");
        rows.forEach(row -> {
            page.append("<tr>");
            cells.apply(row)
                    .forEach(cell -> page.append("<td>").append(escaped(cell)).append("</td>"));
            page.append("</tr>\n");
        });
        page.append("</table>\n");
    }

    void files(String title, List<String> names) {
        title(2, title);
        page.append(names.isEmpty() ? "<p>无</p>\n" : "<ol>\n");
        names.forEach(name -> page.append("<li>").append(escaped(name)).append("</li>\n"));
        page.append(names.isEmpty() ? "" : "</ol>\n");
    }

    String end() {
        return page.append("</body></html>\n").toString();
    }

    private static String escaped(String text) {
        return text == null ? "" : HtmlUtils.htmlEscape(text, "UTF-8");
    }
}

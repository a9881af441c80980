package org.jiesu.workflow.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xml.sax.SAXException;

/**
 * What a model may contain: drawing, names of delegates, and conditions on variables. Everything by which a model could
 * run code of its own, or reach the engine and the beans behind it, is a fault. What is not known here is refused.
 */
public final class ModelCheck {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String CAMUNDA_BPMN = "http://camunda.org/schema/1.0/bpmn";
    private static final String CAMUNDA_DMN = "http://camunda.org/schema/1.0/dmn";

    /** Whether a namespace is only drawing: nothing in it is executed. */
    private static final Pattern DRAWING =
            Pattern.compile("http://www\\.omg\\.org/spec/BPMN/(20100524/DI|non-normative.*)"
                    + "|http://www\\.omg\\.org/spec/DD/20100524/D[CI]|http://bpmn\\.io/schema/.*"
                    + "|https?://www\\.omg\\.org/spec/DMN/[0-9]{8}/(DMNDI|DC|DI)/|http://camunda\\.org/schema/modeler/1\\.0"
                    + "|http://www\\.w3\\.org/(2000/xmlns/|2001/XMLSchema-instance)");

    private static final Pattern DMN = Pattern.compile("https?://www\\.omg\\.org/spec/DMN/[0-9]{8}/MODEL/");
    private static final Pattern FEEL = Pattern.compile("feel|https?://www\\.omg\\.org/spec/DMN/[0-9]{8}/FEEL/");

    private static final Set<String> BPMN_ELEMENTS_WITH_CODE =
            Set.of("script", "scriptTask", "ioSpecification", "dataInputAssociation", "dataOutputAssociation");
    private static final Set<String> CAMUNDA_ELEMENTS = Set.of("properties", "property", "in", "out");
    private static final Set<String> CAMUNDA_ATTRIBUTES = Set.of(
            "asyncBefore",
            "asyncAfter",
            "exclusive",
            "delegateExpression",
            "formRef",
            "formRefBinding",
            "historyTimeToLive",
            "isStartableInTasklist",
            "variableEvents",
            "variableName",
            "versionTag");
    private static final Set<String> CAMUNDA_DMN_ATTRIBUTES =
            Set.of("historyTimeToLive", "versionTag", "inputVariable");
    /** Attributes without a namespace that make the engine evaluate what follows. */
    private static final Set<String> ATTRIBUTES_WITH_CODE = Set.of(
            "language",
            "scriptFormat",
            "implementation",
            "sourceExpression",
            "class",
            "expression",
            "delegateExpression");

    private static final Set<String> DMN_ELEMENTS_WITH_CODE = Set.of(
            "businessKnowledgeModel", "functionDefinition", "invocation", "literalExpression", "context", "import");

    private static final Set<String> FORM_COMPONENTS = Set.of(
            "default",
            "checkbox",
            "checklist",
            "datetime",
            "dynamiclist",
            "group",
            "number",
            "radio",
            "select",
            "separator",
            "spacer",
            "taglist",
            "text",
            "textarea",
            "textfield");
    /** Markdown may hold HTML, links and characters by number; a form needs none of them. */
    private static final Pattern MARKUP =
            Pattern.compile("<\\s*/?\\s*[A-Za-z!]|javascript:|data:text|\\]\\s*[(:\\[]|&#", Pattern.CASE_INSENSITIVE);

    private static final Pattern BEAN = Pattern.compile("\\$\\{([a-z][A-Za-z]*)}");
    private static final Pattern CONDITION = Pattern.compile("\\$\\{(!?[a-z][A-Za-z]*|[a-z][A-Za-z]* == '[A-Z_]+')}");
    private static final String CASE_NUMBER = "#{execution.processBusinessKey}";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Predicate<String> delegates;
    private final List<String> faults = new ArrayList<>();

    private ModelCheck(Predicate<String> delegates) {
        this.delegates = delegates;
    }

    /**
     * The faults of one file of a deployment, each naming the element and what to do, in Chinese; empty when it may run.
     *
     * @param delegates tells which bean names a model may call
     */
    public static List<String> faults(String file, byte[] content, Predicate<String> delegates) {
        ModelCheck check = new ModelCheck(delegates);
        try {
            if (file.endsWith(".bpmn")) {
                check.elements(parse(content)).forEach(check::bpmn);
            } else if (file.endsWith(".dmn")) {
                check.elements(parse(content)).forEach(check::dmn);
            } else if (file.endsWith(".form")) {
                check.form(JSON.readTree(content));
            } else {
                check.faults.add("只能部署 .bpmn、.dmn、.form 文件");
            }
        } catch (SAXException | IOException e) {
            // The parser's message may quote what an external entity brought in.
            check.faults.add("文件格式不正确，或含有不允许的 DOCTYPE、外部实体");
        }
        return check.faults;
    }

    private static Element parse(byte[] xml) throws SAXException, IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(xml)).getDocumentElement();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Element> elements(Element root) {
        var all = root.getElementsByTagName("*");
        return Stream.concat(
                        Stream.of(root), IntStream.range(0, all.getLength()).mapToObj(i -> (Element) all.item(i)))
                .toList();
    }

    private void bpmn(Element element) {
        String namespace = String.valueOf(element.getNamespaceURI());
        String name = element.getLocalName();
        if (namespace.equals(CAMUNDA_BPMN)) {
            if (!CAMUNDA_ELEMENTS.contains(name)) {
                fault(element, "不允许 <camunda:" + name + ">，代码写在委托类里");
            }
        } else if (namespace.equals(BPMN)) {
            if (BPMN_ELEMENTS_WITH_CODE.contains(name)) {
                fault(element, "不允许 <" + name + ">，代码写在委托类里");
            }
        } else if (!DRAWING.matcher(namespace).matches()) {
            fault(element, "不允许的命名空间 " + namespace);
        }
        attributes(element).forEach(attribute -> bpmnAttribute(element, attribute));
        expression(element, ownText(element));
    }

    private void bpmnAttribute(Element element, Attr attribute) {
        String namespace = attribute.getNamespaceURI();
        String name = attribute.getLocalName();
        if (namespace == null || namespace.equals(BPMN)) {
            if (ATTRIBUTES_WITH_CODE.contains(name)) {
                fault(element, "不允许属性 " + name);
            }
        } else if (namespace.equals(CAMUNDA_BPMN)) {
            if (!CAMUNDA_ATTRIBUTES.contains(name)) {
                fault(element, "不允许属性 camunda:" + name + "，请改用 camunda:delegateExpression");
            } else if (name.equals("delegateExpression")) {
                delegate(element, attribute.getValue().strip());
                return;
            }
        } else if (!DRAWING.matcher(namespace).matches()) {
            fault(element, "不允许的命名空间 " + namespace);
        }
        expression(element, attribute.getValue());
    }

    private void delegate(Element element, String expression) {
        var bean = BEAN.matcher(expression);
        if (!bean.matches() || !delegates.test(bean.group(1))) {
            fault(element, "委托 " + expression + " 不在允许之列");
        }
    }

    private void expression(Element element, String text) {
        String expression = text.strip();
        boolean evaluated = expression.contains("${") || expression.contains("#{");
        if (evaluated
                && !expression.equals(CASE_NUMBER)
                && !CONDITION.matcher(expression).matches()) {
            fault(element, "表达式只允许 ${变量}、${!变量}、${变量 == 'CODE'}：" + expression);
        }
    }

    private void dmn(Element element) {
        String namespace = String.valueOf(element.getNamespaceURI());
        String name = element.getLocalName();
        if (DMN.matcher(namespace).matches()) {
            if (DMN_ELEMENTS_WITH_CODE.contains(name)) {
                fault(element, "决策表中不允许 <" + name + ">");
            }
        } else if (!DRAWING.matcher(namespace).matches()) {
            fault(element, "不允许的命名空间 " + namespace);
        }
        for (Attr attribute : attributes(element)) {
            String of = attribute.getNamespaceURI();
            if (attribute.getLocalName().equals("expressionLanguage")
                    && !FEEL.matcher(attribute.getValue().toLowerCase()).matches()) {
                fault(element, "决策表只允许 FEEL，不允许 " + attribute.getValue());
            } else if (CAMUNDA_DMN.equals(of) && !CAMUNDA_DMN_ATTRIBUTES.contains(attribute.getLocalName())) {
                fault(element, "不允许属性 camunda:" + attribute.getLocalName());
            } else if (of != null
                    && !of.equals(CAMUNDA_DMN)
                    && !DRAWING.matcher(of).matches()) {
                fault(element, "不允许的命名空间 " + of);
            }
        }
    }

    private void form(JsonNode form) {
        if (!form.path("components").isArray()) {
            faults.add("表单没有 components");
        }
        components(form.path("components"));
    }

    private void components(JsonNode components) {
        for (JsonNode component : components) {
            String where = component.path("key").asText(component.path("id").asText());
            String type = component.path("type").asText();
            if (!FORM_COMPONENTS.contains(type)) {
                faults.add("字段 " + where + "：不允许组件 " + type);
            }
            component.fields().forEachRemaining(entry -> {
                if (!entry.getKey().equals("components") && hasMarkup(entry.getValue())) {
                    faults.add("字段 " + where + "：" + entry.getKey() + " 中不允许 HTML 和脚本");
                }
            });
            components(component.path("components"));
        }
    }

    private static boolean hasMarkup(JsonNode node) {
        return node.isTextual()
                ? MARKUP.matcher(node.asText()).find()
                : StreamSupport.stream(node.spliterator(), false).anyMatch(ModelCheck::hasMarkup);
    }

    private void fault(Element element, String what) {
        faults.add("元素 " + owner(element) + "：" + what);
    }

    /** The id of the element that a modeler can find: the next one outwards that has an id and is no part of an event. */
    private static String owner(Element element) {
        for (Node node = element; node instanceof Element candidate; node = node.getParentNode()) {
            if (candidate.hasAttribute("id") && !candidate.getLocalName().endsWith("EventDefinition")) {
                return candidate.getAttribute("id");
            }
        }
        return element.getNodeName();
    }

    private static List<Attr> attributes(Element element) {
        return IntStream.range(0, element.getAttributes().getLength())
                .mapToObj(i -> (Attr) element.getAttributes().item(i))
                .toList();
    }

    /** What the engine takes for the text of an element: all of it that no element within encloses. */
    private static String ownText(Element element) {
        StringBuilder text = new StringBuilder();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Text part) {
                text.append(part.getData());
            }
        }
        return text.toString();
    }
}

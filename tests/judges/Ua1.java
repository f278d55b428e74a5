import java.io.FileInputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Asks veraPDF about several files in one process: java -cp JAR Ua1.java ua1[,2u...] FILE... [-- FLAVOURS FILE...]
 *
 * <p>Flavours are veraPDF's: 1a to 4f, ua1, ua2, and wt1a and wt1r for the two of Well-Tagged PDF.
 *
 * <p>Answers in lines whose fields stand between tabs: "checked FLAVOUR FILE RULES CHECKS" once a file and flavour,
 * before it "failed FLAVOUR FILE CLAUSE-TEST MESSAGE" once a rule that fails. A file without its "checked" line was
 * not checked.
 */
public final class Ua1 {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    /** Checks every file against every flavour; whether rules fail is in the lines, not in the exit code. */
    public static void main(String[] words) throws Exception {
        java.util.logging.LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        Map<String, ValidationProfile> read = new HashMap<>();
        List<String> ids = List.of();
        for (int word = 0; word < words.length; word++) {
            if (word == 0 || words[word - 1].equals("--")) {
                ids = List.of(words[word].split(","));
            } else if (!words[word].equals("--")) {
                for (String id : ids) {
                    PDFAFlavour flavour = PDFAFlavour.byFlavourId(id);
                    if (!read.containsKey(id)) {
                        read.put(id, profile(flavour));
                    }
                    check(id, flavour, read.get(id), words[word]);
                }
            }
        }
    }

    private static void check(String id, PDFAFlavour flavour, ValidationProfile profile, String file)
            throws Exception {
        try (InputStream bytes = new FileInputStream(file);
                PDFAParser parser = Foundries.defaultInstance().createParser(bytes, flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, false)) {
            ValidationResult result = validator.validate(parser);
            Set<String> failed = new TreeSet<>();
            Set<String> told = new LinkedHashSet<>();
            for (TestAssertion assertion : result.getTestAssertions()) {
                if (assertion.getStatus() != TestAssertion.Status.FAILED) {
                    continue;
                }
                String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
                if (failed.add(rule)) {
                    told.add(line("failed", id, file, rule, assertion.getMessage()));
                }
            }
            if (failed.isEmpty() != result.isCompliant()) {
                told.add(line("failed", id, file, "?", "compliance and failed rules contradict each other"));
            }
            told.forEach(OUT::println);
            OUT.println(line("checked", id, file, "" + profile.getRules().size(), "" + result.getTotalAssertions()));
        }
    }

    private static String line(String... fields) {
        List<String> plain = new ArrayList<>();
        for (String field : fields) {
            plain.add(String.valueOf(field).replaceAll("\\s+", " "));
        }
        return String.join("\t", plain);
    }

    /** The jar carries its profiles as XML, and no reader of them that runs without the rest of veraPDF. */
    private static ValidationProfile profile(PDFAFlavour flavour) throws Exception {
        String name = flavour == PDFAFlavour.PDFUA_1 ? "PDFUA-1"
                : flavour == PDFAFlavour.WTPDF_1_0_ACCESSIBILITY ? "WTPDF-1-0-Accessibility"
                : flavour == PDFAFlavour.WTPDF_1_0_REUSE ? "WTPDF-1-0-Reuse"
                : flavour == PDFAFlavour.PDFUA_2 ? "PDFUA-2-ISO32005"
                : "PDFA-" + flavour.getId().toUpperCase();
        Document xml;
        try (InputStream stored = Ua1.class.getClassLoader()
                .getResourceAsStream("org/verapdf/pdfa/validation/" + name + ".xml")) {
            xml = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(stored);
        }
        Set<Rule> rules = new LinkedHashSet<>();
        for (Element rule : all(xml.getDocumentElement(), "rule")) {
            Element key = all(rule, "id").get(0);
            Element error = all(rule, "error").get(0);
            List<ErrorArgument> arguments = new ArrayList<>();
            for (Element argument : all(error, "argument")) {
                arguments.add(ErrorArgumentImpl.fromValues(argument.getTextContent(), or(argument, "name"), null));
            }
            String deferred = or(rule, "deferred");
            rules.add(Profiles.ruleFromValues(
                    Profiles.ruleIdFromValues(
                            PDFAFlavour.Specification.valueOf(key.getAttribute("specification")),
                            key.getAttribute("clause"), Integer.parseInt(key.getAttribute("testNumber"))),
                    rule.getAttribute("object"), deferred == null ? null : Boolean.valueOf(deferred),
                    or(rule, "tags"), text(rule, "description"), text(rule, "test"),
                    Profiles.errorFromValues(text(error, "message"), arguments), Collections.emptyList()));
        }
        Set<Variable> variables = new LinkedHashSet<>();
        for (Element variable : all(xml.getDocumentElement(), "variable")) {
            variables.add(Profiles.variableFromValues(
                    variable.getAttribute("name"), variable.getAttribute("object"),
                    text(variable, "defaultValue"), text(variable, "value")));
        }
        return Profiles.profileFromValues(
                flavour, Profiles.profileDetailsFromValues(name, name, "", new Date(0)), "", rules, variables);
    }

    private static List<Element> all(Element within, String tag) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = within.getElementsByTagName(tag);
        for (int at = 0; at < nodes.getLength(); at++) {
            found.add((Element) nodes.item(at));
        }
        return found;
    }

    private static String text(Element within, String tag) {
        List<Element> found = all(within, tag);
        return found.isEmpty() ? "" : found.get(0).getTextContent();
    }

    private static String or(Element element, String attribute) {
        return element.hasAttribute(attribute) ? element.getAttribute(attribute) : null;
    }

    private Ua1() {}
}

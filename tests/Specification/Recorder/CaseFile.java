import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads a case file: views, groups, named lists of alternatives, settings, and lines that expand to one case a combination. */
final class CaseFile {
    private static final Pattern CHOICE = Pattern.compile("«([^»]*)»");

    private final Map<String, List<String>> lists = new HashMap<>();
    private final Map<String, String> views = new LinkedHashMap<>();
    private final List<Case> cases = new ArrayList<>();
    private final HashSet<String> groups = new HashSet<>();
    private final HashSet<String> asked = new HashSet<>();
    private Map<String, String> settings = Map.of();
    private String group;
    private int number;

    private CaseFile() {
    }

    static CaseFile read(Path path) throws IOException {
        var file = new CaseFile();
        for (var line : Files.readAllLines(path)) file.take(line.strip());
        return file;
    }

    /** Temporary views that every case of the file may read: name and query. */
    Map<String, String> views() {
        return views;
    }

    List<Case> cases() {
        return cases;
    }

    private void take(String line) {
        if (line.isEmpty() || line.startsWith("#")) return;
        if (line.startsWith("let ")) define(line.substring(4));
        else if (line.startsWith("view ")) view(line.substring(5));
        else if (line.startsWith("set ")) set(line.substring(4));
        else if (line.startsWith("[") && line.endsWith("]")) begin(line.substring(1, line.length() - 1));
        else expand(line);
    }

    private void define(String text) {
        var parts = text.split("=", 2);
        lists.put(parts[0].strip(), List.of(parts[1].strip().split("\\s*¦\\s*")));
    }

    private void view(String text) {
        var parts = text.split("=", 2);
        views.put(parts[0].strip(), parts[1].strip());
    }

    private void set(String text) {
        var parts = text.split("=", 2);
        settings = new LinkedHashMap<>(settings);
        settings.put(parts[0].strip(), parts[1].strip());
    }

    private void begin(String name) {
        if (!groups.add(name)) throw new IllegalStateException("two groups are named " + name);
        group = name;
        number = 0;
        settings = Map.of();
    }

    private void expand(String line) {
        var choice = CHOICE.matcher(line);
        if (!choice.find()) {
            // Combinations overlap; a question needs one answer only.
            if (asked.add(settings + line)) cases.add(new Case(group + "." + ++number, line, settings));
            return;
        }
        var inner = choice.group(1);
        for (var value : lists.getOrDefault(inner.strip(), List.of(inner.split("¦", -1))))
            expand(line.substring(0, choice.start()) + value + line.substring(choice.end()));
    }
}

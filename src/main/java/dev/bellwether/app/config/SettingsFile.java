package dev.bellwether.app.config;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * A YAML file as a tree that remembers its lines, the environment that wins over it, and the problems found so far.
 *
 * @param name the file as shown in messages
 * @param folder what relative paths in it are relative to; absolute
 * @param overrides what the environment says
 * @param problems where problems are collected
 */
record SettingsFile(String name, Path folder, Overrides overrides, List<Problem> problems) {

    /** The tree of a text; empty, and a problem, if it is no YAML. */
    Section parse(String text) {
        return new Section("", compose(text), this);
    }

    private @Nullable Node compose(String text) {
        try {
            LoaderOptions options = new LoaderOptions();
            options.setMaxAliasesForCollections(20);
            return new Yaml(options).compose(new StringReader(text));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            problems.add(new Problem(name + ":" + line, "", "this is not YAML: " + e.getProblem()));
        } catch (YAMLException e) {
            problems.add(new Problem(name, "", "this is not YAML: a character that YAML does not allow, or too deep"));
        }
        return null;
    }

    void problem(Node node, String key, String message) {
        problems.add(new Problem(where(node), key, message));
    }

    void problem(Entry entry, String message) {
        problems.add(new Problem(entry.where(), entry.key(), message));
    }

    Entry entry(ScalarNode scalar, String key) {
        return new Entry(scalar.getValue().strip(), where(scalar), key, folder);
    }

    String where(Node node) {
        return name + ":" + (node.getStartMark().getLine() + 1);
    }
}

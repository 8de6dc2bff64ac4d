package io.clearmltenants.report;

import io.clearmltenants.connect.SiteNode;
import java.util.List;

/** An installation as a small tree of lines. */
record SiteTree(List<SiteNode> roots) {

    /** Nothing for no nodes; else a title, the lines, and an empty line. */
    String text() {
        if (roots.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("Installation:\n");
        for (SiteNode root : roots) {
            text.append("  ").append(Printable.of(root.text())).append('\n');
            append(text, root.children(), "  ");
        }
        return text.append('\n').toString();
    }

    private static void append(StringBuilder text, List<SiteNode> children, String margin) {
        for (int number = 0; number < children.size(); number++) {
            boolean last = number == children.size() - 1;
            SiteNode child = children.get(number);
            text.append(margin)
                    .append(last ? "└─ " : "├─ ")
                    .append(Printable.of(child.text()))
                    .append('\n');
            append(text, child.children(), margin + (last ? "   " : "│  "));
        }
    }
}

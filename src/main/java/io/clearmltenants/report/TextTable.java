package io.clearmltenants.report;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Tables and paragraphs in plain text; every cell is made {@link Printable}. */
final class TextTable {
    /** The widest line of prose. */
    static final int WIDTH = 100;

    private TextTable() {}

    /** A column of text. @param width beyond which its cells are wrapped */
    static Column text(String header, int width) {
        return new Column()
                .header(header)
                .headerAlign(HorizontalAlign.LEFT)
                .dataAlign(HorizontalAlign.LEFT)
                .footerAlign(HorizontalAlign.LEFT)
                .maxWidth(width);
    }

    /** A column of numbers. */
    static Column number(String header) {
        return new Column()
                .header(header)
                .headerAlign(HorizontalAlign.RIGHT)
                .dataAlign(HorizontalAlign.RIGHT)
                .footerAlign(HorizontalAlign.RIGHT);
    }

    /** A table with lines around it, ended by a line break. */
    static String of(List<Column> columns, List<List<String>> rows) {
        return table(AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS_NO_OUTSIDE_BORDER, columns, rows);
    }

    /** Names and what belongs to them, without lines; a name may be empty. */
    static String pairs(List<List<String>> rows) {
        return table(AsciiTable.NO_BORDERS, List.of(text(null, 14), text(null, WIDTH - 16)), rows);
    }

    /** Sentences as a list, wrapped. */
    static String list(List<String> sentences) {
        return table(
                AsciiTable.NO_BORDERS,
                List.of(text(null, 3), text(null, WIDTH - 6)),
                sentences.stream().map(sentence -> List.of("-", sentence)).toList());
    }

    /** One sentence, wrapped. */
    static String paragraph(String sentence) {
        return table(AsciiTable.NO_BORDERS, List.of(text(null, WIDTH)), List.of(List.of(sentence)));
    }

    private static String table(Character[] border, List<Column> columns, List<List<String>> rows) {
        String[][] cells =
                rows.stream()
                        .map(row -> row.stream().map(Printable::of).toArray(String[]::new))
                        .toArray(String[][]::new);
        String table = AsciiTable.getTable(border, columns.toArray(Column[]::new), cells);
        return Arrays.stream(table.split("\\R"))
                // every line begins with a cell's empty margin
                .map(line -> line.substring(1).stripTrailing())
                .collect(Collectors.joining("\n", "", "\n"));
    }
}

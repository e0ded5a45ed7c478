package io.muster.engine.file.xlsx;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// The look that a spreadsheet gives to a number: up to three sections for positive numbers,
/// negative ones and zero, or with conditions of their own.
///
/// Two things are written otherwise than they are seen, so that nobody can misread them: whole
/// dates come in ISO order, and numbers without thousands separators.
record NumberFormat(List<FormatSection> sections) {

    static final NumberFormat GENERAL = new NumberFormat(List.of(FormatSection.GENERAL));

    private static final int LONGEST = 1_000;
    private static final int MOST_SECTIONS = 4;
    private static final int SECTIONS_FOR_NUMBERS = 3;

    static NumberFormat of(String code) {
        if (code.length() > LONGEST) {
            return GENERAL;
        }
        List<FormatSection> sections =
                split(code).stream().limit(MOST_SECTIONS).map(FormatSection::of).toList();
        return new NumberFormat(
                sections.subList(0, Math.min(SECTIONS_FOR_NUMBERS, sections.size())));
    }

    /// The number as people see it.
    String show(BigDecimal number, DateSystem dates) {
        int at = section(number);
        FormatSection section = sections.get(at);
        // A section of its own says itself how it shows that a number is negative.
        boolean own = at > 0 || section.condition() != null;
        return section.show(number, dates, own);
    }

    private int section(BigDecimal number) {
        for (int i = 0; i < sections.size(); i++) {
            FormatCondition condition = sections.get(i).condition();
            if (condition != null && condition.holds(number)) {
                return i;
            }
        }
        if (sections.stream().anyMatch(section -> section.condition() != null)) {
            for (int i = sections.size() - 1; i > 0; i--) {
                if (sections.get(i).condition() == null) {
                    return i;
                }
            }
            return 0;
        }
        if (number.signum() < 0 && sections.size() > 1) {
            return 1;
        }
        return number.signum() == 0 && sections.size() > 2 ? 2 : 0;
    }

    /// At semicolons outside quotes and brackets.
    private static List<String> split(String code) {
        List<String> sections = new ArrayList<>();
        int from = 0;
        boolean quoted = false;
        boolean bracketed = false;
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            if (c == '"' && !bracketed) {
                quoted = !quoted;
            } else if (!quoted && (c == '[' || c == ']')) {
                bracketed = c == '[';
            } else if (!quoted && (c == '\\' || c == '_' || c == '*')) {
                i++;
            } else if (!quoted && !bracketed && c == ';') {
                sections.add(code.substring(from, i));
                from = i + 1;
            }
        }
        sections.add(code.substring(from));
        return sections;
    }
}

package io.muster.engine.file.xlsx;

import io.muster.engine.outcome.Code;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;

/// Counts the names that a part uses. Parsers keep every name that they ever saw, so a part made of
/// nothing but new ones would fill the memory.
final class NameGuard {

    /// Spreadsheets get along with some dozens.
    private static final int MOST_NAMES = 1_000;

    private static final int MOST_DEPTH = 64;
    private static final int MOST_ATTRIBUTES = 256;

    private final Set<String> names = new HashSet<>();
    private int declarations;
    private int depth;

    void enter(XMLStreamReader element) throws WorkbookException {
        see(element.getLocalName());
        see(element.getPrefix());
        int attributes = element.getAttributeCount();
        declarations += element.getNamespaceCount();
        if (++depth > MOST_DEPTH || attributes > MOST_ATTRIBUTES || declarations > MOST_NAMES) {
            throw unsafe();
        }
        for (int i = 0; i < attributes; i++) {
            see(element.getAttributeLocalName(i));
            see(element.getAttributePrefix(i));
        }
    }

    void leave() {
        depth--;
    }

    private void see(String name) throws WorkbookException {
        if (name != null && !name.isEmpty() && names.add(name) && names.size() > MOST_NAMES) {
            throw unsafe();
        }
    }

    private static WorkbookException unsafe() {
        return new WorkbookException(Code.UNSAFE_WORKBOOK);
    }
}

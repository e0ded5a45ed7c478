package io.muster.engine.file.xlsx;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import io.muster.engine.outcome.Code;
import java.io.Closeable;
import java.io.IOException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Pulls the elements of a part, one after another. Definitions of types and entities, which no
/// spreadsheet writes, are refused; namespaces are passed over.
final class XmlPart implements Closeable {

    private static final XMLInputFactory PARSERS = parsers();

    private final PartStream in;
    private final XMLStreamReader xml;
    private final NameGuard guard = new NameGuard();

    XmlPart(PartStream in) throws IOException {
        this.in = in;
        try {
            this.xml = PARSERS.createXMLStreamReader(in);
        } catch (XMLStreamException e) {
            in.close();
            throw cause(e);
        }
    }

    private static XMLInputFactory parsers() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /// Goes on to the next start or end of an element; false at the end of the part.
    boolean next() throws IOException {
        int event = event();
        while (event != XMLStreamConstants.START_ELEMENT
                && event != XMLStreamConstants.END_ELEMENT) {
            if (event == XMLStreamConstants.END_DOCUMENT) {
                return false;
            }
            event = event();
        }
        return true;
    }

    /// Goes on to the next element of this name; false at the end of the part.
    boolean find(String name) throws IOException {
        while (next()) {
            if (isStart(name)) {
                return true;
            }
        }
        return false;
    }

    boolean isStart(String name) {
        return xml.isStartElement() && xml.getLocalName().equals(name);
    }

    boolean isEnd(String name) {
        return xml.isEndElement() && xml.getLocalName().equals(name);
    }

    /// The name of the element that starts here; null where one ends.
    @Nullable String started() {
        return xml.isStartElement() ? xml.getLocalName() : null;
    }

    /// An attribute of the element that starts here.
    @Nullable String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    /// Appends the text of the element that starts here and goes on to its end.
    ///
    /// @param most characters after which the builder takes no more
    void text(StringBuilder to, int most) throws IOException {
        for (int event = event(); event != XMLStreamConstants.END_ELEMENT; event = event()) {
            switch (event) {
                case XMLStreamConstants.CHARACTERS,
                        XMLStreamConstants.CDATA,
                        XMLStreamConstants.SPACE ->
                        append(to, most);
                case XMLStreamConstants.START_ELEMENT -> skip();
                case XMLStreamConstants.END_DOCUMENT ->
                        throw new WorkbookException(Code.DAMAGED_WORKBOOK);
                default -> {}
            }
        }
    }

    private void append(StringBuilder to, int most) throws IOException {
        try {
            int length = Math.min(xml.getTextLength(), most - to.length());
            if (length > 0) {
                to.append(xml.getTextCharacters(), xml.getTextStart(), length);
            }
        } catch (RuntimeException e) {
            throw cause(e);
        }
    }

    /// Goes on to the end of the element that starts here.
    void skip() throws IOException {
        for (int depth = 1; depth > 0; ) {
            if (!next()) {
                throw new WorkbookException(Code.DAMAGED_WORKBOOK);
            }
            depth += xml.isStartElement() ? 1 : -1;
        }
    }

    private int event() throws IOException {
        in.beginToken();
        int event;
        try {
            event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                guard.enter(xml);
            }
        } catch (XMLStreamException | RuntimeException e) {
            throw cause(e);
        }
        switch (event) {
            case XMLStreamConstants.END_ELEMENT -> guard.leave();
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new WorkbookException(
                            Code.UNSAFE_WORKBOOK,
                            "The workbook defines entities, which no spreadsheet does. Open it in a spreadsheet, save it anew, and import that.");
            default -> {}
        }
        return event;
    }

    /// Parsers wrap what a stream throws, some more than once.
    private static IOException cause(Exception e) {
        for (Throwable cause = e; cause != null; cause = deeper(cause)) {
            if (cause instanceof IOException known) {
                return known;
            }
        }
        return new WorkbookException(Code.DAMAGED_WORKBOOK);
    }

    private static @Nullable Throwable deeper(Throwable e) {
        return e instanceof XMLStreamException xml && xml.getNestedException() != null
                ? xml.getNestedException()
                : e.getCause();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

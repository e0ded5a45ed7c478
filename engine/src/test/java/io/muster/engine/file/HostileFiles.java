package io.muster.engine.file;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/// Reads files that are made to harm, in a process with little memory, and prints what came of each:
/// its name, the milliseconds of work until it was understood or refused, and the outcome.
final class HostileFiles {

    private static final long GIGABYTE = 1L << 30;
    private static final int MILLION = 1_000_000;
    private static final int SHOWN = 3;
    private static final TextFormat COMMAS =
            new TextFormat("UTF-8", ',', '"', 0, HeaderMode.PRESENT);
    private static final SheetFormat SHEET = new SheetFormat("Contacts", 0, HeaderMode.PRESENT);
    private static final String HEADER = "<row><c t=\"inlineStr\"><is><t>a</t></is></c></row>";

    /// Makes a file, and reads it.
    interface Attack {
        Outcome run() throws IOException, UnreadableFileException;
    }

    /// @param millis until it was understood
    record Outcome(long millis, String text) {}

    private HostileFiles() {}

    public static void main(String[] names) throws IOException {
        for (Map.Entry<String, Attack> attack : attacks().entrySet()) {
            Outcome outcome = outcome(attack.getValue());
            System.out.println(attack.getKey() + "\t" + outcome.millis() + "\t" + outcome.text());
        }
    }

    private static Outcome outcome(Attack attack) throws IOException {
        try {
            return attack.run();
        } catch (UnreadableFileException e) {
            return new Outcome(0, e.code() + " " + e.line());
        }
    }

    static Map<String, Attack> attacks() {
        Map<String, Attack> all = new LinkedHashMap<>();
        texts(all);
        archives(all);
        sheets(all);
        return all;
    }

    private static void texts(Map<String, Attack> all) {
        all.put("a cell of a gigabyte", text("a,b\n1,2\n3,", "x", "\n5,6\n", GIGABYTE));
        all.put("a quoted cell of a gigabyte", text("a,b\n1,\"", "x,\n", "\"\n5,6\n", GIGABYTE));
        all.put("an open quote to the end", text("a,b\n1,2\n3,\"", "x,y\n", "", GIGABYTE));
        all.put("a row of 100,000 cells", text("a,b\n", "1,", "2\n5,6\n", 200_000));
        all.put("a header of 100,000 columns", text("a,", "b,", "c\n1,2\n", 200_000));
        all.put("nothing but NULs", text("a,b\n", "\0", "\n5,6\n", GIGABYTE / 16));
        all.put("a NUL in each row", text("a,b\n", "1,\0\n", "5,6\n", GIGABYTE / 256));
        all.put("bytes that are no UTF-8", text("a,b\n", "\u00FF\u00FE", "\n5,6\n", GIGABYTE / 256));
        all.put("bad UTF-8 in each row", text("a,b\n", "\u00E9,1\n", "5,6\n", GIGABYTE / 256));
        all.put("surrogates written as UTF-8", text("a,b\n", "\u00ED\u00A0\u0080,1\n", "5,6\n", GIGABYTE / 256));
        all.put("blank lines without end", text("a,b\n", "\n", "5,6\n", GIGABYTE / 16));
        all.put("quotes that stray in each row", text("a,b\n", "\"x\"y,1\n", "5,6\n", GIGABYTE / 256));
    }

    private static void archives(Map<String, Attack> all) {
        all.put("a bomb", () -> read(new HostileArchive().sheet(HostileArchive.repeated("<row/>", 100 * MILLION))));
        all.put("a bomb beside the sheet", () -> read(new HostileArchive()
                .part("xl/media/image1.png", HostileArchive.repeated("\0", 300 * MILLION))
                .sheet(sink -> sink.write(HEADER))));
        all.put("100,000 parts", () -> {
            HostileArchive archive = new HostileArchive().sheet(sink -> sink.write(HEADER));
            for (int i = 0; i < 100_000; i++) {
                archive.part("x/" + i, "");
            }
            return read(archive);
        });
        all.put("a part larger than it says", () -> read(
                new HostileArchive().sheet(HostileArchive.repeated(HEADER, MILLION)).withSizeOf("xl/sheet.xml", 1_000)));
        all.put("a directory of a gigabyte", () -> read(
                new HostileArchive().sheet(sink -> sink.write(HEADER)).withDirectoryOf(1_000)));
        all.put("entities of its own", () -> read(new HostileArchive()
                .part("xl/sheet.xml", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><worksheet>&b;</worksheet>")));
        all.put("entities that multiply", () -> read(new HostileArchive()
                .part("xl/strings.xml", "<!DOCTYPE a [<!ENTITY b \"bb\"><!ENTITY c \"&b;&b;&b;\">]><sst><si><t>&c;</t></si></sst>")
                .sheet(sink -> sink.write("<row><c t=\"s\"><v>0</v></c></row>"))));
        all.put("names without end", () -> read(new HostileArchive()
                .part("xl/sheet.xml", sink -> {
                    sink.write("<worksheet>");
                    for (int i = 0; i < MILLION; i++) {
                        sink.write("<n" + Integer.toString(i * 7919, 36) + "/>");
                    }
                    sink.write("</worksheet>");
                })));
        all.put("elements in elements", () -> read(
                new HostileArchive().part("xl/sheet.xml", noise("<a>", "", MILLION))));
        all.put("styles without end", () -> read(new HostileArchive()
                .part("xl/styles.xml", sink -> {
                    sink.write("<styleSheet><cellXfs>");
                    noise("<xf numFmtId=\"", "\"/>", MILLION).writeTo(sink);
                })
                .sheet(sink -> sink.write(HEADER))));
    }

    private static void sheets(Map<String, Attack> all) {
        all.put("a workbook's cell of 100 megabytes", () -> read(new HostileArchive().sheet(sink -> {
            sink.write(HEADER + "<row><c t=\"inlineStr\"><is><t>");
            noise("", "", 12 * MILLION).writeTo(sink);
            sink.write("</t></is></c></row>" + HEADER);
        })));
        all.put("a comment of 100 megabytes", () -> read(new HostileArchive().sheet(sink -> {
            sink.write(HEADER + "<!--");
            noise("", "", 12 * MILLION).writeTo(sink);
            sink.write("-->" + HEADER);
        })));
        all.put("16,384 long cells in a row", () -> read(new HostileArchive().sheet(sink -> {
            sink.write(HEADER + "<row>");
            for (int i = 0; i < 16_384; i++) {
                sink.write("<c t=\"inlineStr\"><is><t>");
                sink.write(Integer.toString(i * 7919, 36).repeat(20) + i);
                sink.write("</t></is></c>");
            }
            sink.write("</row>" + HEADER);
        })));
        all.put("three million shared strings", () -> read(new HostileArchive()
                .part("xl/strings.xml", sink -> {
                    sink.write("<sst>");
                    noise("<si><t>", "</t></si>", 3 * MILLION).writeTo(sink);
                    sink.write("<si><t>last</t></si></sst>");
                })
                .sheet(sink -> sink.write(HEADER + "<row><c t=\"s\"><v>" + 3 * MILLION + "</v></c></row>"))));
        all.put("a string that is not there", () -> read(new HostileArchive()
                .part("xl/strings.xml", "<sst><si><t>a</t></si></sst>")
                .sheet(sink -> sink.write(HEADER + "<row><c t=\"s\"><v>2147483647</v></c></row>"))));
        all.put("a million rows of looks", () -> read(new HostileArchive().sheet(sink -> {
            sink.write(HEADER + HEADER);
            for (int i = 3; i <= 1_048_576; i++) {
                sink.write("<row r=\"" + i + "\"><c r=\"A" + i + "\" s=\"1\"/></row>");
            }
        })));
        all.put("a value in the last cell", () -> read(new HostileArchive().sheet(sink ->
                sink.write(HEADER + "<row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c></row>"))));
    }

    private static Attack text(String head, String filling, String tail, long bytes) {
        return () -> {
            long start = cpu();
            Endless source = new Endless(head, filling, tail, bytes);
            String detected;
            try {
                new FormatDetector(Limits.DEFAULT).detect(source);
                detected = "";
            } catch (UnreadableFileException e) {
                detected = "detected " + e.code() + "; ";
            }
            long understood = cpu() - start;
            return new Outcome(understood, detected + rows(source, COMMAS));
        };
    }

    private static Outcome read(HostileArchive archive) throws IOException, UnreadableFileException {
        try (archive) {
            return read(archive.source());
        }
    }

    private static Outcome read(FileSource source) throws IOException {
        long start = cpu();
        String refused;
        try {
            new FormatDetector(Limits.DEFAULT).detect(source);
            refused = "";
        } catch (UnreadableFileException e) {
            refused = e.code() + " " + e.line();
        }
        long understood = cpu() - start;
        return new Outcome(understood, refused.isEmpty() ? rows(source, SHEET) : refused);
    }

    /// The first rows that are not blank, the last one, how many there were, and how it ended.
    private static String rows(FileSource source, FileFormat format) throws IOException {
        StringBuilder text = new StringBuilder();
        String last = "";
        long count = 0;
        try (RowReader reader = RowReaders.open(source, format, Limits.DEFAULT)) {
            for (SourceRow row = reader.next(); row != null; row = reader.next()) {
                if (row instanceof SourceRow.Blank) {
                    count++;
                    continue;
                }
                String shown = Visible.row(row);
                last = shown.substring(0, Math.min(shown.length(), 60));
                text.append(count++ < SHOWN ? last + "; " : "");
            }
            return text + "last " + last + " of " + count;
        } catch (UnreadableFileException e) {
            return text + e.code().toString() + " " + e.line();
        }
    }

    /// Text that packs badly, so that nothing of it is refused for being packed too well.
    private static HostileArchive.Content noise(String before, String after, int times) {
        return sink -> {
            Random random = new Random(1);
            StringBuilder block = new StringBuilder();
            for (int i = 0; i < times; i++) {
                block.append(before).append(Integer.toString(random.nextInt(MILLION, Integer.MAX_VALUE), 36)).append(after);
                if (block.length() > 100_000 || i == times - 1) {
                    sink.write(block.toString());
                    block.setLength(0);
                }
            }
        };
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1_000_000;
    }
}

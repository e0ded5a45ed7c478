package io.muster.engine.file;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Map;

/// Guesses an encoding that has no mark and no rules to break, by which letters stand where.
///
/// Contact files are names, not sentences, and too short of words for language statistics alone:
/// these take a German list for Turkish. So accented Western letters between plain ones count as
/// windows-1252 unless the statistics clearly know better.
final class LetterGuess {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /// What programs write when they are said to write the one on the left; the right-hand one
    /// holds all of it.
    private static final Map<String, String> WIDER =
            Map.of("ISO-8859-1", "windows-1252", "ISO-8859-9", "windows-1254");

    private static final int CLEARLY = 20;
    private static final int SURE = 50;
    private static final double WESTERN_SHARE = 0.9;
    private static final double LEAST = 0.5;
    private static final double PERCENT = 100;

    private LetterGuess() {}

    /// @param text lines that hold more than ASCII
    static EncodingGuess of(byte[] text) {
        CharsetMatch[] matches = new CharsetDetector().setText(text).detectAll();
        double western = westernShare(text);
        int westernConfidence = confidence(matches, "windows-1252", "ISO-8859-1");
        for (CharsetMatch match : matches) {
            String name = WIDER.getOrDefault(match.getName(), match.getName());
            if (name.equals(WINDOWS_1252.name()) || !decodes(name, text)) {
                continue;
            }
            boolean clearly =
                    match.getConfidence() >= SURE
                            && match.getConfidence() >= westernConfidence + CLEARLY;
            if (western < WESTERN_SHARE || clearly) {
                return new EncodingGuess(
                        Charset.forName(name),
                        match.getConfidence() / PERCENT,
                        "letters are most like " + name);
            }
            break;
        }
        return new EncodingGuess(
                WINDOWS_1252,
                western < WESTERN_SHARE
                        ? westernConfidence / PERCENT
                        : Math.max(LEAST, westernConfidence / PERCENT),
                western < WESTERN_SHARE ? "nothing fits better" : "accented Western letters");
    }

    private static int confidence(CharsetMatch[] matches, String... names) {
        int confidence = 0;
        for (CharsetMatch match : matches) {
            for (String name : names) {
                if (match.getName().equals(name)) {
                    confidence = Math.max(confidence, match.getConfidence());
                }
            }
        }
        return confidence;
    }

    private static boolean decodes(String name, byte[] text) {
        if (!Charset.isSupported(name) || name.startsWith("UTF-") || name.startsWith("IBM")) {
            return false;
        }
        try {
            Charset.forName(name).newDecoder().decode(ByteBuffer.wrap(text));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /// The share of non-ASCII bytes that make sense as windows-1252: letters that stand alone among
    /// plain ones, or punctuation that does not stand inside a word.
    private static double westernShare(byte[] text) {
        String read = new String(text, WINDOWS_1252);
        int unusual = 0;
        int western = 0;
        for (int i = 0; i < read.length(); i++) {
            char c = read.charAt(i);
            if (c < 0x80) {
                continue;
            }
            unusual++;
            boolean afterUnusual = i > 0 && isUnusualLetter(read.charAt(i - 1));
            boolean beforeUnusual = i + 1 < read.length() && isUnusualLetter(read.charAt(i + 1));
            boolean insideWord =
                    i > 0
                            && i + 1 < read.length()
                            && Character.isLetter(read.charAt(i - 1))
                            && Character.isLetter(read.charAt(i + 1));
            if (isUnusualLetter(c)
                    ? !(afterUnusual && beforeUnusual)
                    : c != '\uFFFD' && (!insideWord || c == '’')) {
                western++;
            }
        }
        return unusual == 0 ? 1 : (double) western / unusual;
    }

    private static boolean isUnusualLetter(char c) {
        return c >= 0x80 && Character.isLetter(c);
    }
}

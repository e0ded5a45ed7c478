package io.muster.server.platform.pages;

/// A state in one word, with its icon and tone.
public record Badge(Tone tone, String icon, String word) {

    public Badge(Tone tone, String word) {
        this(tone, tone.icon(), word);
    }
}

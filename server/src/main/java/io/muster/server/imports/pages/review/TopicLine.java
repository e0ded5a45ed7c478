package io.muster.server.imports.pages.review;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.imports.Review;
import io.muster.server.imports.review.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// One of the things that people ask about first, with its number.
///
/// @param path of what is counted
public record TopicLine(String label, long count, String path) {

    static List<TopicLine> of(Review review, ReviewAddress address) {
        List<TopicLine> lines = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            lines.add(
                    new TopicLine(
                            t("review.topic." + topic.name().toLowerCase(Locale.ROOT)),
                            review.count(topic),
                            address.codes(topic.codes())));
        }
        lines.add(new TopicLine(t("review.topic.cleared"), review.cleared(), "#columns"));
        return lines;
    }
}

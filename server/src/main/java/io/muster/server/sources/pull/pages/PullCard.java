package io.muster.server.sources.pull.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.platform.pages.Badge;
import io.muster.server.platform.pages.Tone;
import io.muster.server.sources.Source;
import io.muster.server.sources.pull.Pull;
import io.muster.server.sources.pull.PullPlace;
import io.muster.server.sources.pull.PulledFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the page of a source says of its pull.
///
/// @param pull null when it has none
/// @param files the latest that were fetched
/// @param mayChange whether the viewer may set it up
public record PullCard(
        Source source, @Nullable Pull pull, List<PulledFile> files, boolean mayChange) {

    public String path() {
        return "/sources/" + source.key() + "/pull";
    }

    public Badge badge(Pull of) {
        if (of.isUnderWay()) {
            return new Badge(Tone.BUSY, "loader-2", t("pull.state.running"));
        }
        return switch (of.state()) {
            case ACTIVE ->
                    of.error() == null
                            ? new Badge(Tone.OK, t("pull.state.active"))
                            : new Badge(Tone.BUSY, t("pull.state.error"));
            case PAUSED -> new Badge(Tone.PLAIN, "player-pause", t("pull.state.paused"));
            case STOPPED -> new Badge(Tone.BAD, t("pull.state.stopped"));
        };
    }

    /// Whether its outcome is worth waiting for.
    public boolean isLive() {
        return pull != null && pull.isUnderWay();
    }

    /// What a screen reader is told.
    public String announcement() {
        return pull == null ? "" : badge(pull).word();
    }

    /// Whether it looks by itself.
    public boolean isActive(Pull of) {
        return of.state() == Pull.State.ACTIVE;
    }

    /// The place in a few words.
    public String place(Pull of) {
        return switch (of.place()) {
            case PullPlace.Folder(String folder) ->
                    t("pull.place.folder") + (folder.isEmpty() ? "" : ": " + folder);
            case PullPlace.Sftp sftp ->
                    t("pull.place.sftp")
                            + ": "
                            + sftp.user()
                            + "@"
                            + sftp.host()
                            + (sftp.folder().isEmpty() ? "" : " " + sftp.folder());
            case PullPlace.S3 s3 -> t("pull.place.s3") + ": " + s3.bucket() + "/" + s3.prefix();
        };
    }
}

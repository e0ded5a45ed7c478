package io.muster.server.importlog.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.muster.server.access.Caller;
import io.muster.server.importlog.LogRetention;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Lets programs say how long the log is kept.
@RestController
@RequestMapping("/api/v1/import-log/retention")
class LogRetentionController {
    private final LogRetention retention;

    LogRetentionController(LogRetention retention) {
        this.retention = retention;
    }

    /// How long entries are kept.
    ///
    /// @param days null for ever
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record RetentionBody(@Nullable Integer days) {}

    @GetMapping
    RetentionBody get(Caller caller) {
        return new RetentionBody(retention.days(caller.tenant()));
    }

    /// Older entries are removed for good, within hours; contacts stay.
    @PutMapping
    RetentionBody keep(Caller caller, @RequestBody RetentionBody body) {
        retention.keep(caller.tenant(), body.days());
        return get(caller);
    }
}

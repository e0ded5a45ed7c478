package io.muster.server.teams.rest;

import io.muster.server.access.Caller;
import io.muster.server.platform.web.Cursor;
import io.muster.server.platform.web.Page;
import io.muster.server.platform.web.Paging;
import io.muster.server.teams.Team;
import io.muster.server.teams.Teams;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Lets programs keep a tenant's teams.
@RestController
@RequestMapping("/api/v1/teams")
class TeamsController {
    private static final String LIST = "teams";

    private final Teams teams;

    TeamsController(Teams teams) {
        this.teams = teams;
    }

    /// A team as a program asks for it.
    ///
    /// @param name 1 to 200 characters, unlike that of any other team
    record TeamRequest(@Nullable String name) {}

    /// By age.
    @GetMapping
    Page<Team> list(Caller caller, Paging paging) {
        var cursor = paging.cursor();
        UUID after = cursor == null ? null : cursor.id(LIST);
        List<Team> fetched = teams.list(caller.tenant(), after, paging.fetch());
        return Page.of(fetched, paging, team -> Cursor.of(LIST, team.id()));
    }

    @GetMapping("/{id}")
    Team get(Caller caller, @PathVariable UUID id) {
        return teams.get(caller.tenant(), id);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Team create(Caller caller, @RequestBody TeamRequest wanted) {
        return teams.create(caller.tenant(), wanted.name());
    }

    @PatchMapping("/{id}")
    Team rename(Caller caller, @PathVariable UUID id, @RequestBody TeamRequest wanted) {
        return teams.rename(caller.tenant(), id, wanted.name());
    }

    /// Gives the team up: no row can name it any more. Its contacts keep it, and it comes back with
    /// them when a team of its name is created.
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retire(Caller caller, @PathVariable UUID id) {
        teams.retire(caller.tenant(), id);
    }
}

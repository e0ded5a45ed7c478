package io.muster.server.access.idempotency;

import io.muster.server.access.BearerToken;
import io.muster.server.access.Caller;
import io.muster.server.access.idempotency.Answer.Origin;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The same promise for requests whose body is known only by its hash.
@Component
public class Uploads {
    private final Replays replays;
    private final JsonMapper json;

    Uploads(Replays replays, JsonMapper json) {
        this.replays = replays;
        this.json = json;
    }

    public ResponseEntity<?> once(
            HttpServletRequest request,
            Caller caller,
            String bodyHash,
            Supplier<? extends ResponseEntity<?>> work) {
        Optional<IdempotencyKey> key =
                BearerToken.of(request).flatMap(secret -> IdempotencyKey.of(request, secret));
        if (key.isEmpty()) {
            return work.get();
        }
        byte[] print = RequestPrint.of(request, RequestPrint.text(bodyHash));
        return entity(replays.once(caller.tenant(), key.get(), print, () -> answer(work.get())));
    }

    private Answer answer(ResponseEntity<?> entity) {
        URI location = entity.getHeaders().getLocation();
        Object body = entity.getBody();
        return new Answer(
                entity.getStatusCode().value(),
                MediaType.APPLICATION_JSON_VALUE,
                location == null ? null : location.toString(),
                body == null ? new byte[0] : json.writeValueAsBytes(body),
                Origin.FRESH);
    }

    private static ResponseEntity<byte[]> entity(Answer answer) {
        var entity = ResponseEntity.status(answer.status());
        if (answer.contentType() != null) {
            entity.contentType(MediaType.parseMediaType(answer.contentType()));
        }
        if (answer.location() != null) {
            entity.location(URI.create(answer.location()));
        }
        if (answer.origin() == Origin.REPLAYED) {
            entity.header(IdempotencyFilter.REPLAYED, "true");
        }
        return entity.body(answer.body());
    }
}

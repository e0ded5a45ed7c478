package io.muster.server.access;

import io.muster.server.access.idempotency.Uploads;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;

/// Makes an upload that is sent again count once; all other POSTs are seen to on their way in.
@Service
public class Idempotency {
    private final Uploads uploads;

    Idempotency(Uploads uploads) {
        this.uploads = uploads;
    }

    /// Carries out what follows the arrival of a file, or gives the answer of the first time.
    ///
    /// Without an Idempotency-Key it just works. With one, the work runs in the tenant's
    /// transaction together with the memory of its answer, so it should be short. When the answer
    /// is an old one, `work` has not run: the file that has just arrived belongs to nobody.
    ///
    /// @param bodyHash stands for the body: the hash of the file and whatever else it held
    /// @throws io.muster.server.platform.web.ApiProblem 409 while the first attempt runs, 422 if
    ///   the key came with another request
    public ResponseEntity<?> once(
            HttpServletRequest request,
            Caller caller,
            String bodyHash,
            Supplier<? extends ResponseEntity<?>> work) {
        return uploads.once(request, caller, bodyHash, work);
    }
}

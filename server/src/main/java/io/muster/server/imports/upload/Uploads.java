package io.muster.server.imports.upload;

import io.muster.engine.file.Limits;
import io.muster.engine.outcome.Code;
import io.muster.server.files.FileStore;
import io.muster.server.files.FileStoreException;
import io.muster.server.files.FileTooLargeException;
import io.muster.server.files.StoredFile;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.BodyKind;
import io.muster.server.platform.web.FieldError;
import io.muster.server.platform.web.ProblemKind;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Streams the file of a multipart form straight into the store.
@Component("importUploads")
public class Uploads {
    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);
    private static final String FILE = "file";
    private static final Set<String> FIELDS = Set.of(Upload.OPTIONS, Upload.FORMAT);
    private static final int MOST_PARTS = 100;
    private static final int LONGEST_FIELD = 1 << 16;
    private static final int LONGEST_NAME = 255;

    private final FileStore store;
    private final Limits limits;

    Uploads(FileStore store, Limits limits) {
        this.store = store;
        this.limits = limits;
    }

    /// Reads the whole form.
    ///
    /// @throws ApiProblem 400 when it is no form, holds no file or too many parts, 413 when the
    ///   file is too large, 503 when it cannot be stored; nothing is kept then
    public Upload receive(HttpServletRequest request) {
        if (BodyKind.of(request.getContentType()) != BodyKind.MULTIPART) {
            throw noFile("Send the file as multipart/form-data in a part named file.");
        }
        @Nullable StoredFile file = null;
        try {
            String name = "";
            Map<String, String> fields = new HashMap<>();
            var parts = new JakartaServletFileUpload<>().getItemIterator(request);
            for (int count = 1; parts.hasNext(); count++) {
                if (count > MOST_PARTS) {
                    throw tooManyParts();
                }
                FileItemInput part = parts.next();
                if (part.isFormField()) {
                    if (FIELDS.contains(part.getFieldName())) {
                        fields.put(part.getFieldName(), text(part));
                    }
                } else if (FILE.equals(part.getFieldName())
                        && file == null
                        && part.getName() != null
                        && !part.getName().isBlank()) {
                    name = plainName(part.getName());
                    file = store(part.getInputStream());
                }
            }
            if (file == null) {
                throw noFile("Choose a file: the form holds none in its field named file.");
            }
            return new Upload(file, name, Map.copyOf(fields));
        } catch (FileUploadException e) {
            discard(file);
            throw noFile("The upload broke off or is no form. Try again.");
        } catch (IOException e) {
            discard(file);
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            discard(file);
            throw e;
        }
    }

    /// Takes what came in another way than in a multipart form.
    ///
    /// @throws ApiProblem 413 when it is too large, 503 when it cannot be stored; nothing is kept
    ///   then
    public Upload keep(InputStream content, String name) {
        try {
            return new Upload(store(content), name, Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StoredFile store(InputStream content) throws IOException {
        try {
            return store.store(content, limits.fileBytes());
        } catch (FileTooLargeException e) {
            throw ApiProblem.tooLarge(e.limit());
        } catch (FileStoreException e) {
            LOG.error("The storage failed in an upload", e);
            throw new ApiProblem(
                    ProblemKind.UNAVAILABLE,
                    "The file could not be kept: the server's storage is full or out of reach. Ask the"
                            + " operator to check it, then upload the file again.");
        }
    }

    /// Removes a file that nothing came of.
    public void discard(@Nullable StoredFile file) {
        if (file != null) {
            store.delete(file.id());
        }
    }

    private static String text(FileItemInput part) throws IOException {
        byte[] bytes = part.getInputStream().readNBytes(LONGEST_FIELD + 1);
        if (bytes.length > LONGEST_FIELD) {
            throw ApiProblem.tooLarge(LONGEST_FIELD);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /// Some browsers send whole paths.
    private static String plainName(String sent) {
        String name =
                sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1)
                        .replaceAll("\\p{Cntrl}", "")
                        .strip();
        return name.isEmpty()
                ? "contacts.csv"
                : name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    private static ApiProblem tooManyParts() {
        return new ApiProblem(
                ProblemKind.INVALID,
                "The form has more than "
                        + MOST_PARTS
                        + " parts. Send the file, and options and format if you like.");
    }

    private static ApiProblem noFile(String message) {
        return new ApiProblem(
                ProblemKind.INVALID,
                message,
                List.of(new FieldError(FILE, Code.NO_FILE.name(), message)));
    }
}

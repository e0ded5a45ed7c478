package io.muster.server.suppressions.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.platform.web.ApiProblem;
import io.muster.server.suppressions.ListFile;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;

/// A form with a list in a file, which is small enough to be held in memory.
///
/// @param reason why all of it is to be on the list, empty when nobody said
record ListUpload(byte[] file, String reason) {

    /// @throws ApiProblem 422 when there is no file in the form, or too large a one
    static ListUpload receive(HttpServletRequest request) {
        byte[] file = {};
        String reason = "";
        try {
            var parts = new JakartaServletFileUpload<>().getItemIterator(request);
            while (parts.hasNext()) {
                FileItemInput part = parts.next();
                if ("file".equals(part.getFieldName()) && !part.isFormField()) {
                    file = bytes(part);
                } else if ("file-reason".equals(part.getFieldName())) {
                    reason = new String(bytes(part), StandardCharsets.UTF_8);
                }
            }
        } catch (FileUploadException e) {
            throw refused("suppressions.file.none");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (file.length == 0) {
            throw refused("suppressions.file.none");
        }
        return new ListUpload(file, reason);
    }

    private static byte[] bytes(FileItemInput part) throws IOException {
        try (InputStream in = part.getInputStream()) {
            byte[] bytes = in.readNBytes(ListFile.MOST_BYTES + 1);
            if (bytes.length > ListFile.MOST_BYTES) {
                throw refused("suppressions.file.too_large");
            }
            return bytes;
        }
    }

    private static ApiProblem refused(String key) {
        return ApiProblem.unprocessable(t(key), List.of());
    }
}

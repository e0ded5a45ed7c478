package io.muster.server.access.idempotency;

import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.BodyLimits;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/// A request whose body has been read once already and can be read again.
final class HeldRequest extends HttpServletRequestWrapper {
    private static final int MOST = Math.toIntExact(BodyLimits.JSON);

    private final byte[] body;

    private HeldRequest(HttpServletRequest request, byte[] body) {
        super(request);
        this.body = body;
    }

    /// @throws ApiProblem 413 when there is more than is held in memory
    static HeldRequest of(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(MOST + 1);
        if (body.length > MOST) {
            throw ApiProblem.tooLarge(MOST);
        }
        return new HeldRequest(request, body);
    }

    byte[] body() {
        return body;
    }

    @Override
    public ServletInputStream getInputStream() {
        return new Held(body);
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    /// Reads from memory.
    private static final class Held extends ServletInputStream {
        private final ByteArrayInputStream bytes;

        Held(byte[] body) {
            this.bytes = new ByteArrayInputStream(body);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            return bytes.read(buffer, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("The body is at hand already");
        }

        @Override
        public void close() throws IOException {
            bytes.close();
        }
    }
}

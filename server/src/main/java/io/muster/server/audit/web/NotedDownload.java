package io.muster.server.audit.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicBoolean;

/// An answer of which a line is written before its first byte: what cannot be noted is not given.
final class NotedDownload extends HttpServletResponseWrapper {
    private final Runnable note;
    private final AtomicBoolean noted = new AtomicBoolean();

    NotedDownload(HttpServletResponse response, Runnable note) {
        super(response);
        this.note = note;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        noteOnce();
        return super.getOutputStream();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        noteOnce();
        return super.getWriter();
    }

    /// Of what is refused, or not ready yet, nothing is taken away.
    private void noteOnce() {
        if (getStatus() == SC_OK && noted.compareAndSet(false, true)) {
            note.run();
        }
    }
}

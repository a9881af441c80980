package org.jiesu.workflow.engine;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * An answer of the engine's API that swallows what the engine says about an unexpected error: its message may quote the
 * row that could not be written. What the error was stands in the log.
 */
final class EngineErrors extends HttpServletResponseWrapper {

    private static final byte[] GENERIC = "{\"type\":\"RestException\",\"message\":\"系统出错，未保存任何内容，请稍后重试\",\"code\":0}"
            .getBytes(StandardCharsets.UTF_8);

    EngineErrors(HttpServletResponse response) {
        super(response);
    }

    private boolean failed() {
        return getStatus() >= SC_INTERNAL_SERVER_ERROR;
    }

    /** Writes the generic message in place of what was swallowed. */
    void finish() throws IOException {
        if (failed() && !isCommitted()) {
            getResponse().getOutputStream().write(GENERIC);
        }
    }

    /** The engine's API says how long its answer is before it says that it failed. */
    @Override
    public void setStatus(int status) {
        super.setStatus(status);
        if (failed()) {
            super.setContentLengthLong(GENERIC.length);
        }
    }

    @Override
    public void setHeader(String name, String value) {
        if (!(failed() && name.equalsIgnoreCase("Content-Length"))) {
            super.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, String value) {
        if (!(failed() && name.equalsIgnoreCase("Content-Length"))) {
            super.addHeader(name, value);
        }
    }

    @Override
    public void setContentLength(int length) {
        if (!failed()) {
            super.setContentLength(length);
        }
    }

    @Override
    public void setContentLengthLong(long length) {
        if (!failed()) {
            super.setContentLengthLong(length);
        }
    }

    @Override
    public void flushBuffer() throws IOException {
        if (!failed()) {
            super.flushBuffer();
        }
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        ServletOutputStream out = super.getOutputStream();
        return new ServletOutputStream() {
            @Override
            public void write(int b) throws IOException {
                if (!failed()) {
                    out.write(b);
                }
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                if (!failed()) {
                    out.write(bytes, offset, length);
                }
            }

            @Override
            public void flush() throws IOException {
                if (!failed()) {
                    out.flush();
                }
            }

            @Override
            public boolean isReady() {
                return out.isReady();
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                out.setWriteListener(listener);
            }
        };
    }
}

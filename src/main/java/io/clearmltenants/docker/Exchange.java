package io.clearmltenants.docker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.http.Header;
import org.apache.http.HttpEntity;
import org.apache.http.HttpException;
import org.apache.http.HttpResponse;
import org.apache.http.HttpVersion;
import org.apache.http.impl.DefaultBHttpClientConnection;
import org.apache.http.message.BasicHttpEntityEnclosingRequest;
import org.apache.http.util.EntityUtils;

/** One request and its answer, on a connection of its own. */
final class Exchange implements AutoCloseable {
    private static final int BUFFER = 16 * 1024;
    private static final int FIRST_ERROR = 400;
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final Socket socket;
    private final DefaultBHttpClientConnection connection =
            new DefaultBHttpClientConnection(BUFFER);
    private final HttpResponse response;

    /**
     * Sends the request and reads the answer's head.
     *
     * @param patience how long the engine may be silent
     * @throws EngineRefusal where it answers with an error
     */
    Exchange(Endpoint endpoint, Request request, Duration patience) throws IOException {
        socket = endpoint.connect(CONNECT);
        try {
            connection.bind(socket);
            connection.setSocketTimeout((int) patience.toMillis());
            response = send(request);
        } catch (IOException | RuntimeException failure) {
            socket.close();
            throw failure;
        }
    }

    private HttpResponse send(Request request) throws IOException {
        BasicHttpEntityEnclosingRequest message =
                new BasicHttpEntityEnclosingRequest(
                        request.method(), request.target(), HttpVersion.HTTP_1_1);
        message.addHeader("Host", "docker");
        message.addHeader("User-Agent", "clearml-tenants");
        message.addHeader("Connection", request.upgrade() ? "Upgrade" : "close");
        if (request.upgrade()) {
            message.addHeader("Upgrade", "tcp");
        }
        try {
            request.body().ifPresent(body -> describe(message, body));
            connection.sendRequestHeader(message);
            if (request.body().isPresent()) {
                connection.sendRequestEntity(message);
            }
            connection.flush();
            return receive(request);
        } catch (HttpException foreign) {
            throw new IOException("What answers is no Docker engine", foreign);
        }
    }

    private static void describe(BasicHttpEntityEnclosingRequest message, HttpEntity body) {
        message.setEntity(body);
        message.addHeader(body.getContentType());
        if (body.getContentLength() < 0) {
            message.addHeader("Transfer-Encoding", "chunked");
        } else {
            message.addHeader("Content-Length", String.valueOf(body.getContentLength()));
        }
    }

    private HttpResponse receive(Request request) throws IOException, HttpException {
        HttpResponse answer = connection.receiveResponseHeader();
        if (!request.method().equals("HEAD")) {
            connection.receiveResponseEntity(answer);
        }
        int status = answer.getStatusLine().getStatusCode();
        if (status >= FIRST_ERROR) {
            String text =
                    answer.getEntity() == null
                            ? answer.getStatusLine().getReasonPhrase()
                            : EntityUtils.toString(answer.getEntity(), StandardCharsets.UTF_8);
            throw new EngineRefusal(status, text);
        }
        return answer;
    }

    /** The answer's body; for an upgraded connection what comes from the other side. */
    InputStream body() throws IOException {
        HttpEntity entity = response.getEntity();
        return entity == null ? InputStream.nullInputStream() : entity.getContent();
    }

    /** A header's value; empty text where there is none. */
    String header(String name) {
        Header header = response.getFirstHeader(name);
        return header == null ? "" : header.getValue();
    }

    /** What goes to the other side of an upgraded connection. */
    OutputStream output() throws IOException {
        return socket.getOutputStream();
    }

    /** Tells the other side of an upgraded connection that nothing more comes. */
    void endOutput() throws IOException {
        socket.shutdownOutput();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

# A streaming route behind Varnish, /stream and what is below it, and the WebSocket /ws.
sub vcl_recv {
    if (req.http.Upgrade ~ "(?i)websocket" && req.url ~ "^/ws(/|\?|$)") {
        return (pipe);
    }
    if (req.url ~ "^/stream(/|\?|$)") {
        return (pass);
    }
}

sub vcl_pipe {
    if (req.http.Upgrade) {
        set bereq.http.Upgrade = req.http.Upgrade;
        set bereq.http.Connection = req.http.Connection;
    }
}

sub vcl_backend_fetch {
    if (bereq.url ~ "^/stream(/|\?|$)") {
        set bereq.first_byte_timeout = 300s;
        set bereq.between_bytes_timeout = 300s;
    }
}

sub vcl_backend_response {
    if (bereq.url ~ "^/stream(/|\?|$)") {
        return (deliver);
    }
}

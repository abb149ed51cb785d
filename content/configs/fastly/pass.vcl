# A VCL snippet of the type pass: how long Fastly waits for the app.
if (req.url.path ~ "^/stream(/|$)") {
  set bereq.first_byte_timeout = 300s;
  set bereq.between_bytes_timeout = 300s;
}

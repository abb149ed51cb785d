# A VCL snippet of the type fetch: each piece is passed on when it arrives, as it came.
if (req.url.path ~ "^/stream(/|$)") {
  set beresp.do_stream = true;
  set beresp.gzip = false;
  set beresp.brotli = false;
}

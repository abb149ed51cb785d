# A VCL snippet of the type recv: the streaming route is passed.
if (req.url.path ~ "^/stream(/|$)") {
  return(pass);
}

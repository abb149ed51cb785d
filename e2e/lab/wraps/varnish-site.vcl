# What stands around a part of a VCL: the app, its timeouts scaled down, and what the rest of a site does, such as a gzip for everyone.
vcl 4.1;
backend app {
  .host = "127.0.0.1";
  .port = "{{upstream}}";
  .first_byte_timeout = {{idle}};
  .between_bytes_timeout = {{idle}};
}
{{config}}
sub vcl_backend_response {
  {{rest}}
}

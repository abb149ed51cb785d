import { createServer } from "node:http";
import { handler } from "./handler.mjs";

const server = createServer(handler);
{{line}}
server.listen({{port}}, "127.0.0.1");

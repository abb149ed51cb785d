/** Ports for programs that are started by us. */
import { createServer, type AddressInfo } from "node:net";

/**
 * A free port, chosen by the system.
 * @param host where it has to be free; on every interface unless said otherwise
 */
export async function freePort(host?: string): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(0, host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return port;
}

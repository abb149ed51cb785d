// In development there is no copy for offline use: a worker that a build has left at this address goes away.
// The build puts the real worker in the place of this file.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    // As lib/offline/caches.ts names them.
    const base = new URL(self.registration.scope).pathname.slice(0, -1);
    const prefix = base === "" ? "lastbyte-" : `lastbyte${base}:`;
    for (const name of await caches.keys()) if (name.startsWith(prefix)) await caches.delete(name);
    await self.registration.unregister();
    for (const client of await self.clients.matchAll({ type: "window" })) await client.navigate(client.url);
  })());
});

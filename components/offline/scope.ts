/**
 * What a service worker sees, as far as ours uses it: the types of pages and of workers cannot stand in one
 * program.
 */
interface Lasting extends Event {
  waitUntil: (work: Promise<unknown>) => void;
}
export interface Asked extends Lasting {
  readonly request: Request;
  readonly clientId: string;
  respondWith: (answer: Promise<Response>) => void;
}
export interface Told extends Lasting {
  readonly data: unknown;
  readonly ports: readonly MessagePort[];
  readonly source: Client | null;
}
interface Client {
  readonly id: string;
  postMessage: (data: unknown) => void;
}
interface Events {
  install: Lasting;
  activate: Lasting;
  fetch: Asked;
  message: Told;
}

export interface WorkerScope {
  readonly clients: {
    claim: () => Promise<void>;
    matchAll: (options: { type: "all"; includeUncontrolled?: boolean }) => Promise<readonly Client[]>;
  };
  readonly registration: ServiceWorkerRegistration;
  skipWaiting: () => Promise<void>;
  addEventListener: <Kind extends keyof Events>(kind: Kind, listener: (event: Events[Kind]) => void) => void;
}

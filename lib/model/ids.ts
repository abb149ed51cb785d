/** Ids that are part of the model itself. */

/** The layers, in the order in which a token meets them. */
export const LAYERS = [
  "provider",
  "model-client",
  "framework",
  "app",
  "server",
  "platform",
  "proxy",
  "edge",
  "caller",
] as const;
export type Layer = (typeof LAYERS)[number];

/** The traffic that a limit counts for. */
export const TRAFFICS = ["http", "grpc", "websocket", "fastcgi", "uwsgi", "scgi", "ajp"] as const;
export type Traffic = (typeof TRAFFICS)[number];
/** What a stream is taken for while nobody says otherwise. */
export const HTTP: Traffic = "http";

/** An answer that says nothing: "I don't know". */
export const UNKNOWN = "unknown";
/** The answer that there is no such thing on the path. */
export const NONE = "none";
/** The answer that it is something that the knowledge does not name. */
export const OTHER = "other";

/** Questions that the engine itself reads, whatever the knowledge asks beside them. */
export const SYMPTOM = "symptom";
/** Seconds from the start of the request to the cut. */
export const AFTER = "after";
/** Seconds from the last byte to the cut. */
export const SILENCE = "silence";

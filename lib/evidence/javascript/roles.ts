/** What the functions of a JavaScript file are for: routes, effects, handlers of messages. */
import type { SyntaxNode } from "@lezer/common";
import { followCalls, type Func } from "../source/functions";
import { textIn } from "../source/syntax";
import type { Names } from "./names";
import type { Outline } from "./outline";

/** `app.post("/chat", fn)`, `createServer(fn)`, `streamifyResponse(fn)`. */
const ROUTE_CALLS =
  /(^|\.)(app|router|server|fastify|hono|api|express|chat\w*|\w+[Rr]outer)\.(get|post|put|patch|delete|all|route)$|(^|\.)(createServer|streamifyResponse|onRequest|serve|defineEventHandler|eventHandler|withAuth|auth)$/;
/** Functions that a framework finds by their name, where the file exports them. */
const ROUTE_NAMES = /^(GET|POST|PUT|handler|default|loader|action|onRequest)$/;
const EFFECT_CALLS = /(^|\.)(useEffect|useLayoutEffect|onMounted|onMount|createEffect)$/;
/** What ends a stream when the callback that writes it is over. */
const BODY_CALLS =
  /(^|\.)(streamSSE|stream|createUIMessageStream|createDataStream(Response)?|pipeDataStreamToResponse)$/;
const LISTEN_CALLS = /\.(addEventListener|on|addListener)$/;

/** Whether a node stands in `export …`, and as what. */
function isExported(node: SyntaxNode): boolean {
  for (let outer = node.parent, steps = 0; outer && steps < 4; outer = outer.parent, steps += 1)
    if (outer.name === "ExportDeclaration") return true;
    else if (/Block|ArgList/.test(outer.name)) return false;
  return false;
}

/** The role that a function has by what takes it. */
function roleIn(callee: string): string | null {
  if (ROUTE_CALLS.test(callee)) return "route";
  if (EFFECT_CALLS.test(callee)) return "effect";
  if (BODY_CALLS.test(callee)) return "stream-body";
  return LISTEN_CALLS.test(callee) ? "listener" : null;
}

/** Give every function its roles. */
export function findRoles(
  outline: Outline,
  names: Names,
  walk: (see: (node: SyntaxNode, func: Func) => void) => void,
): void {
  const { source } = outline;
  for (const func of outline.funcs) {
    const { node, name } = func;
    const isDefault = node.parent?.name === "ExportDeclaration" && node.parent.getChild("default") !== null;
    if (isExported(node) && (isDefault || ROUTE_NAMES.test(name ?? ""))) func.roles.add("exported");
    if (isExported(node) && ROUTE_NAMES.test(name ?? "")) func.roles.add("route");
    if (node.parent?.name === "ReturnStatement" && func.parent?.roles.has("effect"))
      func.roles.add("cleanup");
    if (node.prevSibling?.name === "Equals" && node.parent?.name === "AssignmentExpression") {
      const target = node.prevSibling.prevSibling;
      if (target && /\.on(message|error|open|close)$/.test(textIn(source, target)))
        func.roles.add("listener");
    }
  }
  walk((node, func) => {
    const callee = node.name === "CallExpression" ? node.firstChild : null;
    if (!callee) return;
    const local = names.functionOf(callee, func);
    if (local !== null && local.name !== null) func.runs.push({ name: local.name, how: "runs" });
    const role = roleIn(textIn(source, callee));
    for (let given = callee.nextSibling?.firstChild; role !== null && given; given = given.nextSibling)
      names.functionOf(given, func)?.roles.add(role);
  });
  for (const { node, roles, parent } of outline.funcs)
    if (parent?.roles.has("effect") && node.parent?.name === "ReturnStatement") roles.add("cleanup");
  // What stands in a route is of it.
  for (const func of outline.funcs)
    if (func.parent?.roles.has("route") || func.parent?.roles.has("served")) func.roles.add("served");
  followCalls(outline.funcs);
}

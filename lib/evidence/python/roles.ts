/** What the functions of a Python file are for: routes, steps of a graph, callbacks, what runs in threads. */
import type { SyntaxNode } from "@lezer/common";
import { followCalls, type Func, type How } from "../source/functions";
import { childrenOf, textIn } from "../source/syntax";
import type { Names } from "./names";
import type { Outline } from "./outline";

/** `@app.get("/x")`, `@cl.on_message`, `@api_view(["GET"])`. */
const ROUTE_DECORATORS =
  /(^|\.)(get|post|put|patch|delete|route|api_route|api_view|on_message|on_chat_start|require_http_methods|http_endpoint)$/;
const SOCKET_DECORATORS = /(^|\.)(websocket|websocket_route)$/;
const STEP_DECORATORS = /(^|\.)(step|node|task|entrypoint|listen|start|router)$/;
const TOOL_DECORATORS = /(^|\.)(tool|function_tool|register_for_execution|ai_callable)$/;
/** Classes whose methods named after HTTP verbs are routes. */
const VIEW_CLASSES = /(View|ViewSet|Resource|RequestHandler|HTTPEndpoint|Consumer)$/;
const VIEW_METHODS = /^(get|post|put|receive|receive_json|on_receive)$/;
/** Calls that make a route of a function that they are given. */
const ROUTE_CALLS =
  /(^|\.)(add_api_route|add_route|add_url_rule|Route|APIRoute|path|re_path|add_get|add_post)$/;
const SOCKET_CALLS = /(^|\.)(add_websocket_route|add_api_websocket_route|WebSocketRoute)$/;
const NODE_CALLS = /(^|\.)(add_node|RunnableLambda|RunnableGenerator|add_conditional_edges)$/;
const THREAD_CALLS =
  /(^|\.)(to_thread|run_in_executor|run_in_threadpool|run_sync|Thread|submit|sync_to_async)$/;
/** What takes a generator and sends its pieces. */
const STREAM_CALLS =
  /(^|\.)(StreamingResponse|EventSourceResponse|StreamingHttpResponse|stream_with_context|write_stream|ChatInterface)$/;
/** What does so with a generator, and sends anything else whole. */
const ANY_RESPONSE = /(^|\.)(Response|make_response)$/;
/** What makes a text a server-sent event; an address of data (`data:image/png;base64,`) is none. */
const EVENT_TEXT = /^\w{0,2}["']+(data|event): ?(?!\w{1,20}\/[\w.+-]{1,60}[;,])/;
/** Stands among the words of a file that makes server-sent events. */
const EVENTS = "event text";
/** Packages whose scripts are themselves what answers. */
const SCRIPT_SERVERS = ["streamlit"];

interface Walk {
  outline: Outline;
  names: Names;
}

const decoratorsOf = (node: SyntaxNode, { outline }: Walk): string[] =>
  node.parent?.name === "DecoratedStatement"
    ? node.parent.getChildren("Decorator").map((one) =>
        textIn(outline.source, one)
          .replace(/^@\s*/, "")
          .replace(/\([^]*$/, "")
          .trim(),
      )
    : [];

/** Roles by decorators, by the class around, and by name. */
function ownRoles(func: Func, walk: Walk): string[] {
  const decorators = decoratorsOf(func.node, walk);
  const any = (pattern: RegExp) => decorators.some((one) => pattern.test(one));
  const roles: string[] = [];
  if (any(SOCKET_DECORATORS)) roles.push("route", "socket");
  else if (any(TOOL_DECORATORS)) roles.push("tool");
  else if (any(STEP_DECORATORS)) roles.push("node");
  else if (any(ROUTE_DECORATORS)) roles.push("route");
  const { source, roots } = walk.outline;
  const inside = func.node.parent?.parent;
  const bases = inside?.name === "ClassDefinition" ? inside.getChild("ArgList") : null;
  if (bases && VIEW_METHODS.test(func.name ?? ""))
    if (childrenOf(bases).some((base) => VIEW_CLASSES.test(textIn(source, base)))) roles.push("route");
  const parameters = func.node.getChild("ParamList");
  const [, first = "", second = ""] =
    /^\(\s*(\w+)\s*(?:[:=][^,)]*)?,?\s*(\w*)/.exec(parameters ? textIn(source, parameters) : "") ?? [];
  if (roots.has("django") && first === "request") roles.push("route");
  if (first === "event" && second === "context") roles.push("route", "function");
  return roles;
}

/** The call in whose arguments a node stands, as nothing else than an argument. */
function callAround(node: SyntaxNode): SyntaxNode | null {
  let outer = node.parent;
  while (outer && /^(ParenthesizedExpression|AwaitExpression)$/.test(outer.name)) outer = outer.parent;
  return outer?.name === "ArgList" && outer.parent?.name === "CallExpression" ? outer.parent : null;
}

/** Whether a generator is iterated where it is made. */
const isIterated = (call: SyntaxNode): boolean =>
  /^(in|from)$/.test(call.prevSibling?.name ?? "") || call.parent?.name === "YieldExpression";

/** Role by what a function, or a generator of it, is given to. */
function roleIn(callee: string): string | null {
  if (STREAM_CALLS.test(callee)) return "streamed";
  if (SOCKET_CALLS.test(callee)) return "socket";
  if (ROUTE_CALLS.test(callee)) return "route";
  if (NODE_CALLS.test(callee)) return "node";
  return THREAD_CALLS.test(callee) ? "threaded" : null;
}

export class Roles {
  private readonly walk: Walk;

  constructor(
    private readonly outline: Outline,
    private readonly names: Names,
  ) {
    this.walk = { outline, names };
    for (const func of outline.funcs) for (const role of ownRoles(func, this.walk)) func.roles.add(role);
    if (SCRIPT_SERVERS.some((name) => outline.roots.has(name))) outline.file.roles.add("route");
  }

  /** A function of the file that is named in the arguments of a call. */
  private given(node: SyntaxNode, func: Func, edge: (target: Func, how: How) => void): void {
    const outer = callAround(node);
    const callee = outer?.firstChild;
    const target = callee ? this.names.functionOf(node, func) : null;
    if (!callee || !target) return;
    const role = roleIn(textIn(this.outline.source, callee));
    if (role === "socket") target.roles.add("route");
    if (role !== null) target.roles.add(role);
    if (role === "streamed") target.roles.add("fed");
    if (role === "threaded") edge(target, "threads");
    if (role === "streamed") edge(target, "makes");
  }

  /** Note what a call or a name in a function says of the functions of the file. */
  note(node: SyntaxNode, func: Func): void {
    const edge = (target: Func, how: How) => {
      if (target.name !== null) func.runs.push({ name: target.name, how });
    };
    if (node.name === "VariableName" || node.name === "MemberExpression") return this.given(node, func, edge);
    const callee = node.firstChild;
    const target = callee ? this.names.functionOf(callee, func) : null;
    if (!target) return;
    if (this.isFed(node, func, target)) target.roles.add("streamed").add("fed");
    edge(target, target.isGenerator && !isIterated(node) ? "makes" : "runs");
  }

  /** Whether what a function gives goes into a streaming response: at once, or by a variable. */
  private isFed(node: SyntaxNode, func: Func, target: Func): boolean {
    const takes = (callee: string) =>
      STREAM_CALLS.test(callee) || (target.isGenerator && ANY_RESPONSE.test(callee));
    const outer = callAround(node)?.firstChild;
    if (outer) return takes(textIn(this.outline.source, outer));
    const variable = node.parent?.name === "AssignStatement" ? node.parent.firstChild : null;
    if (variable?.name !== "VariableName") return false;
    const name = textIn(this.outline.source, variable);
    const fed = new RegExp(`(\\w+)\\(\\s*(?:content\\s*=\\s*)?${name}\\b`, "g");
    const inside = textIn(this.outline.source, func.node);
    return [...inside.matchAll(fed)].some(([, callee = ""]) => takes(callee));
  }

  /** Text of a server-sent event: what yields it makes a stream, whoever takes it. */
  noteText(node: SyntaxNode, func: Func): void {
    if (!EVENT_TEXT.test(textIn(this.outline.source, node))) return;
    this.outline.file.words.add(EVENTS);
    if (/^Yield/.test(node.parent?.name ?? "")) func.roles.add("streamed");
  }

  /** Once all is noted. */
  follow(): void {
    followCalls(this.outline.funcs);
  }
}

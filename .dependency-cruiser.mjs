/**
 * The floors of the house: what a room may import. `npm run check` reads it, and
 * lib/tasks/checks/floors.test.ts holds each rule to a breach that it must find.
 */

/** The rooms of lib/ from the top down, each with the rooms below it that it may import. */
const LIB = {
  "lib/report": ["lib/state", "lib/diagnosis", "lib/text", "lib/model"],
  "lib/state": ["lib/diagnosis", "lib/text", "lib/model"],
  "lib/content": ["lib/search", "lib/trace", "lib/text", "lib/model"],
  "lib/evidence": ["lib/text", "lib/model"],
  "lib/diagnosis": ["lib/text", "lib/model"],
  "lib/share": ["lib/diagnosis", "lib/text", "lib/model"],
  "lib/search": ["lib/text", "lib/model"],
  "lib/proofs": ["lib/trace", "lib/text", "lib/model"],
  "lib/trace": ["lib/text", "lib/model"],
  "lib/configs": ["lib/model"],
  "lib/offline": [],
  "lib/text": ["lib/model"],
  "lib/model": [],
};
const LIB_ROOMS = Object.keys(LIB);
const SITE = ["app", "components", ...LIB_ROOMS];

/** Every room with all of ours that it may import besides itself. What is not named here is refused. */
const ROOMS = {
  "e2e/site": [...SITE, "lib/tasks"],
  // What is measured with the queries of the accuracy stands above them.
  "e2e/measure": [...SITE, "lib/tasks", "e2e/accuracy"],
  "e2e/accuracy": [...SITE, "lib/tasks"],
  "e2e/lab": [...LIB_ROOMS, "lib/tasks"],
  app: ["components", ...LIB_ROOMS],
  components: LIB_ROOMS,
  // The top of lib/: only e2e, and what a tool is set up with, stand on it.
  "lib/tasks": LIB_ROOMS,
  ...LIB,
};

const OURS = "^(app|components|content|e2e|lib)/";
/** Nothing imports a test, so it may look at every room of lib/ for its examples. */
const TEST = "\\.test\\.ts$";
const within = (rooms) => `^(${rooms.join("|")})/`;

/** Data of content/ that a room of lib/ has by import: without it the room would answer wrong, and nobody hands it over. */
const DATA = { "lib/text": ["^content/domains\\.json$"] };

const floors = Object.entries(ROOMS).map(([room, below]) => ({
  name: room,
  comment: `${room} may import itself${below.map((name) => `, ${name}`).join("")}, and nothing else of ours.`,
  severity: "error",
  from: { path: within([room]), pathNot: room.startsWith("lib/") ? TEST : [] },
  to: { path: OURS, pathNot: [within([room, ...below]), ...(DATA[room] ?? [])] },
}));

const WITHOUT_NODE = LIB_ROOMS.filter((room) => room !== "lib/content");
const packages = [
  {
    name: "lib has no React",
    comment: "lib/ has no React and no framework in it; of zustand it takes zustand/vanilla.",
    from: { path: "^lib/" },
    to: { path: "node_modules/((react|react-dom|react-markdown|next)/|zustand/(?!(esm/)?vanilla\\.))" },
  },
  {
    name: "lib has no Node",
    comment: "lib/ uses no Node: only lib/tasks and lib/content may.",
    from: { path: within(WITHOUT_NODE), pathNot: TEST },
    to: { dependencyTypes: ["core"] },
  },
  {
    name: "the model imports nothing",
    comment: "lib/model is the ground floor: types and names, without any package.",
    from: { path: within(["lib/model"]), pathNot: TEST },
    to: { pathNot: within(["lib/model"]) },
  },
];

const shape = [
  {
    name: "a room without a floor",
    comment: "A new room of lib/ or e2e/ takes its place in the table of .dependency-cruiser.mjs.",
    from: { path: "^(lib|e2e)/", pathNot: within(Object.keys(ROOMS)) },
    to: {},
  },
  {
    name: "tests of lib stay in lib",
    comment: "A test may look at every room of lib/ but its tasks, and at nothing above.",
    from: { path: `^lib/(?!tasks/).*${TEST}` },
    to: { path: "^(app|components|e2e|lib/tasks)/" },
  },
  {
    name: "no circle of files",
    comment: "Files that import each other are one file, or want a third one below them.",
    from: {},
    to: { circular: true },
  },
  {
    name: "no circle of folders",
    // Between rooms there is none, as the table goes one way; this is for the folders of one room.
    comment: "Folders of a room that import each other are one folder, or want a third one below them.",
    scope: "folder",
    from: { path: "^(app|components|e2e/[^/]+|lib/[^/]+)/" },
    to: { path: "^$1/", circular: true },
  },
  {
    name: "what is imported is found",
    comment: "No fence sees what an import that cannot be resolved leads to.",
    from: {},
    to: { couldNotResolve: true },
  },
];

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [...floors, ...[...packages, ...shape].map((rule) => ({ ...rule, severity: "error" }))],
  options: {
    doNotFollow: { path: "node_modules" },
    // Types are imports too.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "node", "default"],
    },
  },
};

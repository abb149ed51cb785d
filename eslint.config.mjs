import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import next from "eslint-config-next/core-web-vitals";
import tseslint from "typescript-eslint";

const root = dirname(fileURLToPath(import.meta.url));
const jsxA11y = next.find((config) => config.plugins?.["jsx-a11y"]).plugins["jsx-a11y"];

/** HTML that is inserted: nowhere in JSX, and in one file of the desk, which only takes our own build's fragments. */
const NO_HTML = [
  {
    selector:
      "JSXAttribute[name.name='dangerouslySetInnerHTML'], Property[key.name='dangerouslySetInnerHTML'], Literal[value='dangerouslySetInnerHTML']",
    message: "Render elements: no HTML is inserted here.",
  },
];
const NO_HTML_ASSIGNED = [
  {
    selector:
      "AssignmentExpression[left.property.name=/^(innerHTML|outerHTML)$/], CallExpression[callee.property.name=/^(insertAdjacentHTML|setHTMLUnsafe|parseHTMLUnsafe)$/], CallExpression[callee.object.name='document'][callee.property.name='write']",
    message: "HTML is inserted in components/verdict/fragment.client.tsx and nowhere else.",
  },
];

/**
 * An address that begins at the root of the site, where JSX does not put it under the base (components/base/): what is
 * asked for or written by a script. Whoever leaves the page with a link takes `siteHere`.
 */
const FROM_ROOT =
  ":matches(Literal[value=/^\\u002F(?!\\u002F)/], TemplateLiteral[quasis.0.value.raw=/^\\u002F(?!\\u002F)/])";
const NO_BARE_ADDRESS = [
  {
    selector: [
      `CallExpression[callee.name='fetch'] > ${FROM_ROOT}`,
      `CallExpression[callee.property.name=/^(register|assign|setAttribute)$/] > ${FROM_ROOT}`,
      `NewExpression[callee.name=/^(Worker|SharedWorker|EventSource|URL|Request)$/] > ${FROM_ROOT}`,
      `AssignmentExpression[left.property.name=/^(href|src|content)$/] > ${FROM_ROOT}`,
      `JSXAttribute[name.name=/^(src|srcSet|action|content)$/] ${FROM_ROOT}`,
    ].join(", "),
    message: "The site may stand below a path: at() of components/base/at.ts puts an address there.",
  },
  {
    selector:
      "MemberExpression[object.name='location'][property.name='origin'], VariableDeclarator[init.name='location'] Property[key.name='origin']",
    message: "The site may stand below a path: take siteHere() of components/base/at.ts.",
  },
];

/** What would make an engine differ from run to run, or from place to place. Clock and storage come as arguments. */
const IMPURE = [
  "Date",
  "performance",
  "window",
  "document",
  "localStorage",
  "sessionStorage",
  "indexedDB",
  "caches",
  "navigator",
  "location",
  "history",
  "globalThis",
  "self",
  "process",
  "Buffer",
  "crypto",
  "fetch",
  "XMLHttpRequest",
  "WebSocket",
  "setTimeout",
  "setInterval",
  "setImmediate",
  "queueMicrotask",
  "requestAnimationFrame",
].map((name) => ({ name, message: "lib/ is pure: take clock, storage and the like as an argument." }));

const NO_DYNAMIC = {
  selector: "ImportExpression",
  message: "lib/ imports at the top, where the fences see it.",
};

export default tseslint.config(
  {
    ignores: [
      "out/",
      ".next/",
      ".cache/",
      "content/",
      "test-results/",
      "playwright-report/",
      "next-env.d.ts",
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  ...next,
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    rules: {
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", caughtErrors: "none" },
      ],
      "@typescript-eslint/no-confusing-void-expression": [
        "error",
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
    },
  },
  {
    rules: {
      ...jsxA11y.flatConfigs.recommended.rules,
      // A box that scrolls has to take the focus, or its content is out of the keyboard's reach (axe asks for it).
      "jsx-a11y/no-noninteractive-tabindex": "off",
      "import/no-anonymous-default-export": "off",
      "react/no-danger": "error",
      "no-restricted-syntax": ["error", ...NO_HTML, ...NO_HTML_ASSIGNED],
      "no-eval": "error",
      eqeqeq: "error",
      // Links to documents are plain links (lib/tasks/export/finish.ts takes the framework out of them).
      "@next/next/no-html-link-for-pages": "off",
    },
  },
  {
    // A longer function does several things. A `describe` is a chapter of tests and no function, which the rule cannot tell.
    files: ["**/*.{ts,tsx,mjs}"],
    ignores: ["**/*.test.ts"],
    rules: { "max-lines-per-function": ["error", { max: 60, IIFEs: true }] },
  },
  {
    // A test that reads what is not there fails, as it should.
    files: ["**/*.test.ts", "lib/**/fixtures/**", "e2e/**/*.ts"],
    rules: {
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-misused-spread": "off",
    },
  },
  {
    files: ["app/**", "components/**"],
    ignores: ["components/base/at.ts", "**/*.test.ts"],
    rules: { "no-restricted-syntax": ["error", ...NO_HTML, ...NO_HTML_ASSIGNED, ...NO_BARE_ADDRESS] },
  },
  {
    files: ["components/verdict/fragment.client.tsx", "lib/tasks/export/finish.ts"],
    rules: { "no-restricted-syntax": ["error", ...NO_HTML, ...NO_BARE_ADDRESS] },
  },
  {
    files: ["lib/**"],
    ignores: ["lib/tasks/**", "lib/content/**", "**/*.test.ts"],
    rules: {
      "no-restricted-globals": ["error", ...IMPURE],
      "no-restricted-properties": [
        "error",
        {
          object: "Math",
          property: "random",
          message: "lib/ is pure: take a source of chance as an argument.",
        },
      ],
      "no-restricted-syntax": ["error", ...NO_HTML, ...NO_HTML_ASSIGNED, NO_DYNAMIC],
    },
  },
  {
    // The one table of readers: each is loaded when its format comes, and the fences see these imports too.
    files: ["lib/evidence/registry.ts"],
    rules: { "no-restricted-syntax": ["error", ...NO_HTML, ...NO_HTML_ASSIGNED] },
  },
);

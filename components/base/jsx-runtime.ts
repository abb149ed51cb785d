/**
 * What JSX is compiled to (`jsxImportSource` in tsconfig.json): React's own, but an `href` from the root of the site
 * goes under its base. It is done here, as every element of pages, of content and of the desk is made here: a link
 * is written as anywhere else, and none can be forgotten.
 */
import * as react from "react/jsx-runtime";
import { placed } from "./placed";

export { Fragment, type JSX } from "react/jsx-runtime";

export const jsx: typeof react.jsx = (type, props, key) => react.jsx(type, placed(type, props), key);
export const jsxs: typeof react.jsxs = (type, props, key) => react.jsxs(type, placed(type, props), key);

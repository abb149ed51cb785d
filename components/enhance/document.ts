/** The one script of a document, bundled by the build. */
import { enhance } from "./enhance";

enhance(document);

/** The parts of the lab that claims name. */
import { named, perhaps } from "./named";
import type { Named } from "./kinds/kind";

/** What of a claim, or of a setting of a fact, is an id. */
interface NamesLab {
  environment?: string | undefined;
  /** An app of the lab, in place of one. */
  serve?: string | undefined;
  through?: { proxy: string } | undefined;
}

/** Ids in claims or settings. @param field the field that holds them */
export const claimsNamed = (where: string, field: string, claims: readonly NamesLab[]): Named[] =>
  claims.flatMap(({ environment, serve, through }) => [
    ...named(where, `${field}.environment`, "environment", perhaps(environment)),
    ...named(where, `${field}.serve`, "app of the lab", perhaps(serve)),
    ...named(where, `${field}.through.proxy`, "proxy of the lab", perhaps(through?.proxy)),
  ]);

/** The whole knowledge for machines, as /knowledge.json holds it. */
import { createHash } from "node:crypto";
import { shownCommand } from "../text/placeholders";
import type { Content } from "./load";
import type { ProofRecord } from "./proof-schema";
import { PUBLISHED_VERSION, type Published } from "./published-schema";

type Knowledge = Omit<Published, "$schema" | "lastbyte" | "version" | "revision">;

/** What was run for a pair, a config or a fact, without its recording. */
function proofOf(kind: ProofRecord["kind"], id: string, { proofs }: Content) {
  const found = proofs.find((proof) => proof.kind === kind && proof.id === id);
  return found ? { state: found.state, made: found.made, versions: found.versions } : null;
}

function knowledgeFor(content: Content): Knowledge {
  const { layers, symptoms, questions, products, checks, limits } = content;
  return {
    layers,
    symptoms,
    questions,
    products,
    checks,
    causes: content.causes.map(({ body, fixture: _, ...cause }) => ({
      ...cause,
      page: `/causes/${cause.id}/`,
      text: body.trim(),
    })),
    limits,
    pairs: content.pairs.map(
      ({
        id,
        framework,
        title,
        broken,
        fixed,
        causes,
        needs,
        run,
        marks,
        sources,
        claims,
        brokenCode,
        fixedCode,
      }) => ({
        id,
        page: `/pairs/${id}/`,
        framework,
        title,
        broken,
        fixed,
        causes,
        needs,
        run: shownCommand(run),
        marks,
        sources,
        claims: claims.map((claim) => ({
          scenario: claim.scenario,
          broken: claim.broken,
          fixed: claim.fixed,
        })),
        code: { broken: brokenCode, fixed: fixedCode },
        proof: proofOf("pair", id, content),
      }),
    ),
    configs: content.configs.map(({ proof: _, ...config }) => ({
      ...config,
      page: `/configs/${config.id}/`,
      proof: proofOf("config", config.id, content),
    })),
    guides: content.guides.map(({ body, ...guide }) => ({
      ...guide,
      page: `/guides/${guide.framework}/`,
      text: body.trim(),
    })),
    facts: content.facts.map(({ id, title, statement, causes, sources }) => ({
      id,
      page: `/facts/${id}/`,
      title,
      statement,
      causes,
      sources,
      proof: proofOf("fact", id, content),
    })),
  };
}

const hashOf = (knowledge: Knowledge): string =>
  createHash("sha256").update(JSON.stringify(knowledge)).digest("hex").slice(0, 12);

/** The version of the knowledge: the same content, the same twelve digits. */
export const revisionOf = (content: Content): string => hashOf(knowledgeFor(content));

/**
 * The published knowledge.
 * @param site address of the site without a closing slash, or nothing: then the schema is named from the root of the site
 */
export function publish(content: Content, site = ""): Published {
  const knowledge = knowledgeFor(content);
  return {
    $schema: `${site}/knowledge.schema.json`,
    lastbyte: "knowledge",
    version: PUBLISHED_VERSION,
    revision: hashOf(knowledge),
    ...knowledge,
  };
}

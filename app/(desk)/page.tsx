import { content } from "@/components/content";
import { Desk } from "@/components/desk/desk.client";
import { BySymptom } from "@/components/desk/by-symptom";
import { Words } from "@/components/mdx/markdown";
import { SiteBar } from "@/components/ui/site-bar";
import { SiteFoot } from "@/components/ui/site-foot";
import { knowledgeOf } from "@/lib/content/knowledge";
import type { Knowledge } from "@/lib/diagnosis/types";
import type { ReactNode } from "react";

/** Sentences with Markdown in them, rendered now, so that the page needs no Markdown reader. */
function richWords(knowledge: Knowledge): Record<string, ReactNode> {
  const rules = [...knowledge.causes, ...knowledge.layers].flatMap(({ evidence }) => evidence.map(({ says }) => says));
  const symptoms = knowledge.causes.flatMap((cause) => Object.values(cause.symptoms).flatMap(({ says }) => says ?? []));
  const checks = knowledge.checks.flatMap((check) => [check.look, ...check.outcomes.map(({ label }) => label)]);
  const marked = [...rules, ...symptoms, ...checks].filter((text) => /[`*[\]]/.test(text));
  return Object.fromEntries(marked.map((text) => [text, <Words key={text} inline>{text}</Words>]));
}

export default function Page() {
  const knowledge = knowledgeOf(content());
  return (
    <>
      <SiteBar current="Diagnose" />
      <Desk knowledge={knowledge} rich={richWords(knowledge)}>
        <h1>Your LLM stream broke. Find out where.</h1>
        <p className="lead">Say what you see and what it runs on. You get the layer, the reason and the fix for your own stack. Skip what you don’t know.</p>
      </Desk>
      <noscript><BySymptom /></noscript>
      <SiteFoot />
    </>
  );
}

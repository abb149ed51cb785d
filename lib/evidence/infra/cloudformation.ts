/**
 * CloudFormation and SAM: resources as blocks under their type (`AWS::Lambda::Function`), with defaults of parameters
 * and the template's globals put in, and lists of keys and values as settings by key.
 */
import type { Block } from "../blocks";
import type { Budget } from "../budget";
import { settingsUnder } from "../tree/blocks";
import { childOf, type Node } from "../tree/nodes";
import { yamlTrees } from "../tree/yaml";
import { dereferenced, over } from "./references";

/** A list of `{ Key, Value }` as one node by key; other nodes with their lists made so. */
function keyed(node: Node): Node {
  const pairs = node.children.flatMap(([, item]): (readonly [string, Node])[] => {
    const [key, value] = [childOf(item, "Key"), childOf(item, "Value")];
    return typeof key?.text === "string" && value ? [[key.text, value]] : [];
  });
  const isKeyed = pairs.length > 0 && pairs.length === node.children.length;
  return { ...node, children: isKeyed ? pairs : node.children.map(([name, child]) => [name, keyed(child)]) };
}

/** `{ Ref: X }` as the text X, as the short form has it. */
function shortened(node: Node): Node {
  const [only] = node.children;
  if (node.children.length === 1 && only?.[0] === "Ref") return { ...only[1], at: node.at };
  return { ...node, children: node.children.map(([name, child]) => [name, shortened(child)]) };
}

function resourcesOf(tree: Node): (readonly [type: string, name: string, properties: Node])[] {
  const whole = shortened(tree);
  const parameters = childOf(whole, "Parameters");
  const used = dereferenced(whole, (text) => {
    const parameter = parameters && childOf(parameters, text);
    return (parameter && childOf(parameter, "Default")?.text) ?? undefined;
  });
  return (childOf(used, "Resources")?.children ?? []).map(([name, resource]) => {
    const type = childOf(resource, "Type")?.text ?? "";
    // The globals of a kind stand under the last part of its type.
    const globals = childOf(childOf(used, "Globals"), type.split("::").at(-1) ?? "");
    const properties = childOf(resource, "Properties") ?? { at: resource.at, text: null, children: [] };
    const isServerless = type.includes("::Serverless::");
    const own = isServerless ? over(properties, globals) : properties;
    return [type, name, { ...keyed(own), at: resource.at }];
  });
}

export function cloudFormationBlocks(text: string, budget: Budget, wanted: readonly string[]): Block[] {
  const resources = yamlTrees(text, budget).flatMap(resourcesOf);
  return wanted.flatMap((kind) =>
    resources
      .filter(([type]) => type === kind)
      .map(([, name, { at, ...node }]) => ({
        kind,
        name,
        at,
        settings: settingsUnder({ at, ...node }, budget),
        partial: false,
      })),
  );
}

/** Takes each decisive line of a program in JavaScript back, alone, so that the program still runs. */
import { diffArrays } from "diff";
import ts from "typescript";
import type { Pair } from "../../../lib/content/load";

/** A part of a text that gives way to another text. */
interface Change {
  from: number;
  to: number;
  text: string;
}

/** Statements without which the rest can't stand. */
const NEEDED = [
  ts.SyntaxKind.ImportDeclaration,
  ts.SyntaxKind.ExportDeclaration,
  ts.SyntaxKind.FunctionDeclaration,
  ts.SyntaxKind.ClassDeclaration,
  ts.SyntaxKind.TryStatement,
];

const isStatement = (node: ts.Node): boolean =>
  node.kind >= ts.SyntaxKind.FirstStatement && node.kind <= ts.SyntaxKind.LastStatement;

/** All nodes of a program, each before those in it. */
function nodesOf(node: ts.Node): ts.Node[] {
  const found = [node];
  ts.forEachChild(node, (child) => {
    found.push(...nodesOf(child));
  });
  return found;
}

/** A program with the line, from zero, of which it is asked. */
class Program {
  private readonly file: ts.SourceFile;
  private readonly nodes: readonly ts.Node[];
  constructor(
    private readonly code: string,
    private readonly line: number,
  ) {
    this.file = ts.createSourceFile("program.mjs", code, ts.ScriptTarget.ESNext, true, ts.ScriptKind.JS);
    this.nodes = nodesOf(this.file).slice(1);
  }

  private lineAt(place: number): number {
    return this.file.getLineAndCharacterOfPosition(place).line;
  }

  private linesOf(node: ts.Node): { first: number; last: number } {
    return { first: this.lineAt(node.getStart(this.file)), last: this.lineAt(node.end) };
  }

  /** What a list of properties, arguments or elements loses: the one that begins on the line, if the list began before. */
  private fromList(): Change | null {
    for (const node of this.nodes) {
      const list = ts.isObjectLiteralExpression(node)
        ? node.properties
        : ts.isCallExpression(node) || ts.isNewExpression(node)
          ? node.arguments
          : ts.isArrayLiteralExpression(node)
            ? node.elements
            : undefined;
      const at = list?.findIndex((one) => this.linesOf(one).first === this.line) ?? -1;
      const one = list?.[at];
      if (!list || !one || this.lineAt(list.pos) === this.line) continue;
      const [before, after] = [list[at - 1], list[at + 1]];
      return {
        from: before?.end ?? one.pos,
        to: before ? one.end : (after?.pos ?? list.end),
        text: "",
      };
    }
    return null;
  }

  /** What a chain of calls loses: the call whose name stands on the line, if the chain began before. */
  private fromChain(): Change | null {
    const call = this.nodes.find(
      (node): node is ts.CallExpression & { expression: ts.PropertyAccessExpression } =>
        ts.isCallExpression(node) &&
        ts.isPropertyAccessExpression(node.expression) &&
        this.linesOf(node).first < this.line &&
        this.linesOf(node.expression.name).first === this.line,
    );
    return call ? { from: call.expression.expression.end, to: call.end, text: "" } : null;
  }

  /** The smallest statement on the line, if nothing else uses what it declares. */
  private statement(): Change | null {
    const [smallest] = this.nodes
      .filter((node) => isStatement(node) || NEEDED.includes(node.kind))
      .map((node) => ({ node, ...this.linesOf(node) }))
      .filter(({ first, last }) => first <= this.line && this.line <= last)
      .sort((one, other) => one.last - one.first - (other.last - other.first));
    if (!smallest || NEEDED.includes(smallest.node.kind) || this.isUsed(smallest.node)) return null;
    return { from: smallest.node.getStart(this.file), to: smallest.node.end, text: ";" };
  }

  /** Whether a name that a statement declares stands elsewhere too. */
  private isUsed(statement: ts.Node): boolean {
    if (!ts.isVariableStatement(statement)) return false;
    const own = new Set(nodesOf(statement));
    const names = new Set(
      [...own]
        .filter((node) => ts.isBindingElement(node) || ts.isVariableDeclaration(node))
        .map(({ name }) => name.getText()),
    );
    return this.nodes.some((node) => ts.isIdentifier(node) && names.has(node.text) && !own.has(node));
  }

  /** The program without what the line says, or null where that cannot be taken out. */
  without(): string | null {
    const change = this.fromList() ?? this.fromChain() ?? this.statement();
    return change && this.code.slice(0, change.from) + change.text + this.code.slice(change.to);
  }
}

/** The fixed side with the broken side's lines in place of the change that a line, from zero, belongs to. */
function asBroken(fixed: string, broken: string, line: number): string | null {
  const parts = diffArrays(fixed.split("\n"), broken.split("\n"));
  let at = 0;
  for (const [index, { value, added, removed }] of parts.entries()) {
    if (added) continue;
    if (removed && at <= line && line < at + value.length) {
      const neighbours = [parts[index - 1], parts[index + 1]];
      const instead = neighbours.find((part) => part?.added)?.value ?? [];
      const lines = fixed.split("\n");
      return [...lines.slice(0, at), ...instead, ...lines.slice(at + value.length)].join("\n");
    }
    at += value.length;
  }
  return null;
}

const compiles = (code: string): boolean =>
  ts.transpileModule(code, {
    fileName: "program.mjs",
    reportDiagnostics: true,
    compilerOptions: { allowJs: true, target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext },
  }).diagnostics?.length === 0;

/** The pair's decisive lines with the programs that lack them: without the statement first, then as the broken side has it. */
export const undoneJavaScript = ({
  fixedCode,
  brokenCode,
  marks,
}: Pick<Pair, "fixedCode" | "brokenCode" | "marks">): { mark: string; programs: string[] }[] =>
  marks.fixed.map((mark) => {
    const line = fixedCode.split("\n").findIndex((text) => text.includes(mark.trim()));
    const tries = [new Program(fixedCode, line).without(), asBroken(fixedCode, brokenCode, line)];
    return {
      mark,
      programs: tries.filter((one): one is string => one !== null && one !== fixedCode && compiles(one)),
    };
  });

import { parseAst } from 'vitest/node';

/** What is put in place of the characters from `from` to `to`. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

const comparisons: Readonly<Record<string, string>> = {
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '===': '!==',
  '!==': '===',
};
const calculations: Readonly<Record<string, string>> = {
  '+': '-',
  '-': '+',
  '*': '/',
  '/': '*',
  '%': '*',
};
const connections: Readonly<Record<string, string>> = { '&&': '||', '||': '&&', '??': '&&' };

/** Calls that leave something of the same type when they are taken away. */
const optionalCalls = new Set(
  'filter slice toSorted toReversed sort reverse trim toLowerCase normalize'.split(' '),
);

/**
 * Every edit of a TypeScript file by a small set of rules: another operator, a condition that always or never holds,
 * a boundary moved by one, a call left out.
 */
export function editsOf(source: string): readonly Edit[] {
  const edits: Edit[] = [];
  visit(parseAst(source, { lang: 'ts' }) as unknown as Node, (node) => {
    edits.push(...editsOfNode(node, source));
  });
  return edits;
}

function editsOfNode(node: Node, source: string): Edit[] {
  const whole = (text: string): Edit => ({ from: node.start, to: node.end, text });
  switch (node.type) {
    case 'BinaryExpression':
      return operatorEdits(node, source, { ...comparisons, ...calculations });
    case 'LogicalExpression':
      return operatorEdits(node, source, connections);
    case 'IfStatement':
    case 'ConditionalExpression':
      return always(node.test, ['true', 'false']);
    case 'WhileStatement':
      return always(node.test, ['false']);
    case 'UnaryExpression':
      return node.operator === '!' ? [whole(textOf(node.argument, source))] : [];
    case 'Literal':
      return literalEdits(node.value).map(whole);
    case 'ExpressionStatement':
      return isCall(node.expression) ? [whole(';')] : [];
    case 'CallExpression':
      return callEdits(node, source);
    default:
      return [];
  }
}

function operatorEdits(
  node: Node,
  source: string,
  others: Readonly<Record<string, string>>,
): Edit[] {
  const [left, right] = [node.left, node.right].filter(isNode);
  const other = others[String(node.operator)];
  if (!left || !right || !other) return [];
  // Texts are joined with a plus, which has no counterpart.
  if (node.operator === '+' && [left, right].some(isText)) return [];
  const between = source.slice(left.end, right.start);
  const at = left.end + between.indexOf(String(node.operator));
  return [{ from: at, to: at + String(node.operator).length, text: other }];
}

function always(test: unknown, values: readonly string[]): Edit[] {
  return isNode(test) ? values.map((text) => ({ from: test.start, to: test.end, text })) : [];
}

function literalEdits(value: unknown): string[] {
  if (typeof value === 'boolean') return [String(!value)];
  return typeof value === 'number' ? [String(value + 1)] : [];
}

function callEdits({ callee, start, end }: Node, source: string): Edit[] {
  if (!isNode(callee) || callee.type !== 'MemberExpression') return [];
  if (!isNode(callee.property) || !optionalCalls.has(String(callee.property.name))) return [];
  return [{ from: start, to: end, text: textOf(callee.object, source) }];
}

function isCall(node: unknown): boolean {
  if (!isNode(node)) return false;
  return (
    node.type === 'CallExpression' || (node.type === 'AwaitExpression' && isCall(node.argument))
  );
}

function isText(node: Node): boolean {
  return node.type === 'TemplateLiteral' || typeof node.value === 'string';
}

function textOf(node: unknown, source: string): string {
  return isNode(node) ? source.slice(node.start, node.end) : '';
}

function visit(node: Node, see: (node: Node) => void): void {
  if (node.type === 'ImportDeclaration') return;
  // Types do nothing; what is wrapped in `as` or `satisfies` does.
  if (node.type.startsWith('TS') && !isNode(node.expression)) return;
  see(node);
  for (const [key, child] of Object.entries(node)) {
    if (node.type.startsWith('TS') && key !== 'expression') continue;
    for (const one of Array.isArray(child) ? child : [child]) if (isNode(one)) visit(one, see);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

import { UserFunction, Variable } from '../environment.mjs';
import { className, elements, isTabular } from '../syntax/tree.mjs';

const CHANGES_PER_ROW = new Set(['rand', 'new_guid', 'ingestion_time', 'pack_all']);
const RUNS_ONCE = new Set(['ToScalarExpression', 'ToTableExpression', 'LiteralExpression', 'DynamicExpression']);

class Untraceable extends Error {}

function visitCall(node, visitor) {
  const name = node.Name.SimpleName;
  if (CHANGES_PER_ROW.has(name) || visitor.environment.lookup(name) instanceof UserFunction) throw new Untraceable();
  const [first] = elements(node.ArgumentList.Expressions);
  if (/^column_?ifexists$/.test(name) && className(first) === 'LiteralExpression') visitor.addColumn(String(first.LiteralValue));
  elements(node.ArgumentList.Expressions).forEach((argument) => visit(argument, visitor));
}

function visit(node, visitor) {
  const kind = className(node);
  if (RUNS_ONCE.has(kind) || isTabular(node)) return;
  if (kind === 'StarExpression') throw new Untraceable();
  if (kind === 'FunctionCallExpression') {
    visitCall(node, visitor);
    return;
  }
  if (kind === 'PathExpression') {
    visit(node.Expression, visitor);
    return;
  }
  if (kind === 'NameReference') {
    visitor.addName(node.SimpleName);
    return;
  }
  for (let index = 0; index < node.ChildCount; index++) {
    const child = node.GetChild(index);
    if (child && className(child) !== 'SyntaxToken') visit(child, visitor);
  }
}

/**
 * The one dictionary column that decides the expression's value, or null where there is none: then one evaluation per distinct
 * cell is enough for all rows.
 */
export function dictionaryOf(node, scan, environment) {
  const found = new Set();
  const addColumn = (name) => {
    const index = scan.indexOf(name);
    if (index >= 0) found.add(scan.dictionaries[index]);
  };
  const addName = (name) => {
    if (environment.lookup(name) instanceof Variable || environment.lookup(name) instanceof UserFunction) throw new Untraceable();
    addColumn(name);
  };
  try {
    visit(node, { environment, addColumn, addName });
  } catch (error) {
    if (error instanceof Untraceable) return null;
    throw error;
  }
  return found.size === 1 ? [...found][0] : null;
}

import { className, elements, isTabular, resultColumns } from '../syntax/tree.mjs';

class AllNeeded extends Error {}

/** join and union may give a column another ending: name1, name_string. */
const possibleOrigins = (name) => [name, name.replace(/\d+$/, ''), name.replace(/_[a-z]+$/, '')];

function addResult(node, names) {
  if (isTabular(node)) resultColumns(node).flatMap(({ name }) => possibleOrigins(name)).forEach((name) => names.add(name));
}

function collect(node, names) {
  switch (className(node)) {
    case 'StarExpression': throw new AllNeeded();
    case 'NameReference':
      names.add(node.SimpleName);
      break;
    case 'LiteralExpression':
      if (typeof node.LiteralValue === 'string') names.add(node.LiteralValue);
      break;
    case 'FunctionCallExpression':
      if (node.Name.SimpleName === 'pack_all') throw new AllNeeded();
      break;
    case 'ToScalarExpression':
      addResult(node.Expression, names);
      break;
    case 'InExpression': case 'HasAnyExpression': case 'HasAllExpression':
      elements(node.Right.Expressions).forEach((item) => addResult(item, names));
      break;
    default:
  }
  for (let index = 0; index < node.ChildCount; index++) {
    const child = node.GetChild(index);
    if (child) collect(child, names);
  }
}

function namesOrAll(collectInto) {
  const names = new Set();
  try {
    collectInto(names);
  } catch (error) {
    if (error instanceof AllNeeded) return null;
    throw error;
  }
  return names;
}

/** The names of all columns that an operator may look at; null where it may be any. */
export const namesIn = (node) => namesOrAll((names) => collect(node, names));

/** The names of all columns that can matter to the query's result; null where it may be any. */
export const neededColumns = (queryBlock) => namesOrAll((names) => {
  for (const statement of elements(queryBlock.Statements)) {
    collect(statement, names);
    if (className(statement) === 'ExpressionStatement') addResult(statement.Expression, names);
  }
});

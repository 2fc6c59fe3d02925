import { toOffset } from '../storage/datetime-column.mjs';
import { className } from '../syntax/tree.mjs';
import { isConstant } from '../user-functions.mjs';
import { arithmetic } from '../values/arithmetic.mjs';
import { DateTime, TimeSpan } from '../values/types.mjs';

const MIRRORED = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

const isTime = (node) => className(node) === 'NameReference' && node.SimpleName === 'TimeGenerated';

function constantTime(node, context) {
  const value = isConstant(node, context.environment) ? context.constant(node) : null;
  return value instanceof DateTime ? value : null;
}

function rangeOf(operator, time) {
  const offset = toOffset(time.ticks);
  switch (operator) {
    case '<': return { low: -Infinity, high: offset };
    case '<=': return { low: -Infinity, high: offset + 1 };
    case '>': return { low: offset + 1, high: Infinity };
    default: return { low: offset, high: Infinity };
  }
}

function betweenRange(node, context) {
  if (node.Operator.Text !== 'between' || !isTime(node.Left)) return null;
  const low = constantTime(node.Right.First, context);
  const bound = isConstant(node.Right.Second, context.environment) ? context.constant(node.Right.Second) : null;
  const high = bound instanceof TimeSpan && low ? arithmetic('+', low, bound) : bound;
  return low && high instanceof DateTime ? { low: toOffset(low.ticks), high: toOffset(high.ticks) + 1 } : null;
}

/** The range that a condition on TimeGenerated and constants alone says, or null for any other condition. */
export function timeRangeOf(node, context) {
  if (className(node) === 'BetweenExpression') return betweenRange(node, context);
  if (className(node) !== 'BinaryExpression' || !Object.hasOwn(MIRRORED, node.Operator.Text)) return null;
  const [left, right, operator] = [node.Left, node.Right, node.Operator.Text];
  if (isTime(left)) {
    const time = constantTime(right, context);
    return time && rangeOf(operator, time);
  }
  const time = isTime(right) ? constantTime(left, context) : null;
  return time && rangeOf(MIRRORED[operator], time);
}

export const intersection = (a, b) => (a && b ? { low: Math.max(a.low, b.low), high: Math.min(a.high, b.high) } : a ?? b);

export { DatetimeColumn } from './datetime-column.mjs';
export { DictionaryColumn } from './dictionary-column.mjs';
export { ValueColumn } from './value-column.mjs';

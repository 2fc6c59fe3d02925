'use strict';
// A clock that runs some times as fast as the machine's, from a moment on. It is that of dates and timers; sockets keep the machine's pace.
const { syncBuiltinESMExports } = require('node:module');
const builtin = require('node:timers');

const { began, start, speed } = JSON.parse(process.env.FAST_CLOCK);
const MachineDate = Date;
const now = () => start + (MachineDate.now() - began) * speed;

const fast = (set) => (callback, wait, ...args) => set(callback, (Number(wait) || 0) / speed, ...args);
const replacements = { setTimeout: fast(setTimeout), setInterval: fast(setInterval) };
Object.assign(globalThis, replacements);
Object.assign(builtin, replacements);
syncBuiltinESMExports();

globalThis.Date = class extends Date {
  constructor(...args) {
    super(...(args.length ? args : [now()]));
  }

  static now() { return Math.floor(now()); }
};

'use strict';
// A clock that stands still until it is told to go on. It is that of dates and timers; sockets keep the machine's.
const { syncBuiltinESMExports } = require('node:module');
const builtin = require('node:timers');

let now = Number(process.env.CLOCK);
const timers = new Set();

class ClockTimer {
  constructor(callback, wait, args, repeats) {
    Object.assign(this, { callback, wait: Math.max(1, Number(wait) || 0), args, repeats });
    this.refresh();
  }

  refresh() {
    this.due = now + this.wait;
    timers.add(this);
    return this;
  }

  close() {
    timers.delete(this);
    return this;
  }

  fire() {
    timers.delete(this);
    if (this.repeats)
      this.refresh();
    this.callback(...this.args);
  }

  ref() { return this; }
  unref() { return this; }
  hasRef() { return true; }
}

const first = () => [...timers].reduce((least, timer) => least && least.due <= timer.due ? least : timer, undefined);
const clear = (timer) => timer?.close?.();

const replacements = {
  setTimeout: (callback, wait, ...args) => new ClockTimer(callback, wait, args, false),
  setInterval: (callback, wait, ...args) => new ClockTimer(callback, wait, args, true),
  clearTimeout: clear,
  clearInterval: clear,
};
Object.assign(globalThis, replacements);
Object.assign(builtin, replacements);
syncBuiltinESMExports();

globalThis.Date = class extends Date {
  constructor(...args) {
    super(...(args.length ? args : [now]));
  }

  static now() { return now; }
};

globalThis.clock = {
  /** Goes on, and fires what is due on the way. */
  advance(to) {
    for (let timer = first(); timer && timer.due <= to; timer = first()) {
      now = Math.max(now, timer.due);
      timer.fire();
    }
    now = Math.max(now, to);
  },

  /** When the next timer fires; null where none is set. */
  next: () => first() ? Math.ceil(first().due) : null,
};

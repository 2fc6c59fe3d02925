import { parseDatetime } from '../values/datetime.mjs';
import { toOffset } from '../storage/datetime-column.mjs';

const UP_TO_SECONDS = 19;
const WITH_FRACTION = /^\.(\d{1,7})Z$/;

/** Reads datetimes as offsets, quickly where most lie in the second of the one before. */
export class TimeReader {
  #second = '';
  #offset = NaN;

  /** NaN for text that is no datetime. */
  read(text) {
    const end = text.slice(UP_TO_SECONDS);
    const fraction = WITH_FRACTION.exec(end);
    if (!fraction && end !== 'Z') return this.#parse(text);
    const second = text.slice(0, UP_TO_SECONDS);
    if (second !== this.#second) {
      this.#offset = this.#parse(`${second}Z`);
      this.#second = second;
    }
    return fraction ? this.#offset + Number(fraction[1].padEnd(7, '0')) : this.#offset;
  }

  #parse(text) {
    const time = parseDatetime(text);
    return time === null ? NaN : toOffset(time.ticks);
  }
}

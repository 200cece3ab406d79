/** Loaded first (`--import`): a machine whose clock is ahead by CLOCK_AHEAD_MS, as far as JavaScript asks for it. */
const ahead = Number(process.env.CLOCK_AHEAD_MS);
const Real = Date;
globalThis.Date = class extends Real {
  constructor(...given) {
    if (given.length === 0) super(Real.now() + ahead);
    else super(...given);
  }

  static now() {
    return Real.now() + ahead;
  }
};

import { platformErrors } from './problem.ts';
import { placeOf } from './places.ts';

const WINDOW_MS = 10 * 60_000;
/** Of one place: people type a code wrongly, and an office's share one address. */
const MOST = 30;
/** Places that are remembered; who has the addresses to push others out has them to go around this. */
const MOST_PLACES = 20_000;

/** Codes that people type from paper are shorter than tokens: how many that are none come from one place is counted, per process. */
export class CodeTries {
  private readonly missed = new Map<string, { count: number; until: number }>();

  constructor(private readonly now: () => number = () => performance.now()) {}

  /**
   * What is found by the code. Counted before it is looked up, so that tries in parallel count too; what finds something is
   * taken off again.
   * @throws platform.tooManyCodes with `minutes`, before anything is looked up
   */
  async find<T>(address: string, look: () => Promise<T>, isFound: (found: T) => boolean): Promise<T> {
    const place = this.placeFor(placeOf(address));
    if (place.count >= MOST) {
      const wait = place.until - this.now();
      throw platformErrors.tooManyCodes({ minutes: Math.ceil(wait / 60_000) }).after(wait / 1_000);
    }
    place.count += 1;
    const found = await look();
    if (isFound(found)) place.count -= 1;
    return found;
  }

  private placeFor(name: string): { count: number; until: number } {
    const known = this.missed.get(name);
    if (known && known.until > this.now()) return known;
    this.missed.delete(name);
    if (this.missed.size >= MOST_PLACES) this.missed.delete(this.missed.keys().next().value as string);
    const place = { count: 0, until: this.now() + WINDOW_MS };
    this.missed.set(name, place);
    return place;
  }
}

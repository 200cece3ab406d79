/**
 * Whose six digits were read aloud: every key is made once and every minute's digits once, however many check-ins a phone
 * brings. @throws nothing: digits that are nobody's, or by chance those of two people, find nobody.
 */
import { personKey, sixDigits, WINDOW_MS, windowOf } from '#contracts/training/check-in-codes';

const NEIGHBOURS = [0, -1, 1];

export class SpokenCodes {
  private readonly keys = new Map<string, Promise<string>>();
  private readonly pages = new Map<number, Promise<Map<string, string[]>>>();

  constructor(
    private readonly secret: string,
    private readonly personIds: readonly string[],
  ) {}

  /** @param of the only person who is meant, when the trainer has chosen one */
  async personOf(digits: string, at: Date, of: string | null): Promise<string | undefined> {
    const found = of ? await this.isOf(digits, at, of) : await this.anybody(digits, at);
    return found.length === 1 ? found[0] : undefined;
  }

  private async isOf(digits: string, at: Date, personId: string): Promise<string[]> {
    if (!this.personIds.includes(personId)) return [];
    const key = await this.keyOf(personId);
    for (const step of NEIGHBOURS)
      if ((await sixDigits(key, new Date((windowOf(at) + step) * WINDOW_MS))) === digits) return [personId];
    return [];
  }

  private async anybody(digits: string, at: Date): Promise<string[]> {
    const found = new Set<string>();
    for (const step of NEIGHBOURS)
      for (const personId of (await this.pageOf(windowOf(at) + step)).get(digits) ?? []) found.add(personId);
    return [...found];
  }

  private pageOf(window: number): Promise<Map<string, string[]>> {
    const known = this.pages.get(window) ?? this.write(window);
    this.pages.set(window, known);
    return known;
  }

  private async write(window: number): Promise<Map<string, string[]>> {
    const page = new Map<string, string[]>();
    for (const personId of this.personIds) {
      const digits = await sixDigits(await this.keyOf(personId), new Date(window * WINDOW_MS));
      page.set(digits, [...(page.get(digits) ?? []), personId]);
    }
    return page;
  }

  private keyOf(personId: string): Promise<string> {
    const key = this.keys.get(personId) ?? personKey(this.secret, personId);
    this.keys.set(personId, key);
    return key;
  }
}

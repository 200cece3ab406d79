import { platformErrors } from './problem.ts';

const MB = 1024 * 1024;
/** A phone sends its photos one after the other, an office a list. */
const MOST_OF_ONE = 24 * MB;
const MOST_OF_ALL = 64 * MB;
const AGAIN_S = 3;

/**
 * Bodies that weigh something stand in this process's memory until they are answered: so many bytes of one person and of all
 * together, whoever comes beyond these comes again.
 */
export class BodiesUnderWay {
  private readonly of = new Map<string, number>();
  private all = 0;

  /**
   * Gives what ends it.
   * @throws platform.busy with `seconds`
   */
  begin(personId: string, bytes: number): () => void {
    const own = this.of.get(personId) ?? 0;
    if (own + bytes > MOST_OF_ONE || this.all + bytes > MOST_OF_ALL)
      throw platformErrors.busy({ seconds: AGAIN_S }).after(AGAIN_S);
    this.add(personId, bytes);
    let isOpen = true;
    return () => {
      if (isOpen) this.add(personId, -bytes);
      isOpen = false;
    };
  }

  private add(personId: string, bytes: number): void {
    this.all += bytes;
    const own = (this.of.get(personId) ?? 0) + bytes;
    if (own > 0) this.of.set(personId, own);
    else this.of.delete(personId);
  }
}

/** How long each step took, from the moment at which it was due, and what became of it. */
export const steps = ['token', 'me', 'tasks', 'inbox', 'accept', 'progress', 'again', 'photo'] as const;
export type Step = (typeof steps)[number];

interface Count {
  /** Milliseconds from the due moment to the answer that settled it; waits that the server asked for are in it. */
  took: number[];
  errors: number;
  /** Told to come again later (429 or 503 with Retry-After), and came. */
  putOff: number;
}

export class Meter {
  readonly of = Object.fromEntries(
    steps.map((step) => [step, { took: [], errors: 0, putOff: 0 } satisfies Count]),
  ) as unknown as Record<Step, Count>;
  /** From a phone's planned arrival until its inbox is there: what a person waits for. */
  readonly opened: number[] = [];
  /** The first errors, as they were said. */
  readonly said: string[] = [];
  firstPutOff: string | undefined;
  lastAnswer = 0;
  requests = 0;

  settle(step: Step, due: number): void {
    this.lastAnswer = performance.now();
    this.of[step].took.push(this.lastAnswer - due);
  }

  putOff(step: Step, what: string): void {
    this.of[step].putOff += 1;
    this.firstPutOff ??= `${step}: ${what.slice(0, 120)}`;
  }

  error(step: Step, what: string): void {
    this.of[step].errors += 1;
    if (this.said.length < 20) this.said.push(`${step}: ${what.slice(0, 200)}`);
  }

  get took(): number[] {
    return steps.flatMap((step) => this.of[step].took);
  }

  sum(what: 'errors' | 'putOff'): number {
    return steps.reduce((sum, step) => sum + this.of[step][what], 0);
  }
}

/** Milliseconds, one decimal; not a number of nothing. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1);
  return Math.round((sorted[at] ?? Number.NaN) * 10) / 10;
}

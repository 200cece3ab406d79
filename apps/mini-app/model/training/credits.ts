/** What I have learnt, kept on the phone since the last look. */
import { signal } from '../signals.ts';
import { type MyCredits, take } from '#client';
import { api } from '../api.ts';
import { read, write } from '../local.ts';
import { session } from '../sign-in/session.ts';
import { failureCode } from '../tasks.ts';

const KEPT = 'snapshot.credits';
export const credits = signal<MyCredits | undefined>(read(KEPT));
export const creditsFailed = signal<string | undefined>(undefined);
session.subscribe((who) => {
  if (!who) credits.value = undefined;
});

/** Never throws: the screen reads `creditsFailed`. */
export async function loadCredits(): Promise<void> {
  try {
    credits.value = await take(api.GET('/me/credits'));
    creditsFailed.value = undefined;
    write(KEPT, credits.value);
  } catch (error) {
    creditsFailed.value = failureCode(error);
  }
}

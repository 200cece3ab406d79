/** Short cards: kept on the phone in the language that they came in. */
import { signal } from '../signals.ts';
import { type TrainingCards, take } from '#client';
import { api } from '../api.ts';
import { read, write } from '../local.ts';
import { failureCode } from '../tasks.ts';

export type Card = TrainingCards[number];

export const cards = signal<TrainingCards | undefined>(read('cards'));
export const cardsFailed = signal<string | undefined>(undefined);

export async function loadCards(): Promise<void> {
  try {
    cards.value = await take(api.GET('/training/cards'));
    cardsFailed.value = undefined;
    write('cards', cards.value);
  } catch (error) {
    cardsFailed.value = failureCode(error);
  }
}

let fetched = false;
/** Once per run: they change rarely. */
export async function keepCardsForLater(): Promise<void> {
  if (fetched) return;
  await loadCards();
  fetched = !cardsFailed.value;
}

export const cardsFor = (templateCode: string): Card[] =>
  (cards.value ?? []).filter(({ templates }) => templates.includes(templateCode));

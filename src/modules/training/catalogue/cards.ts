import type { Card } from './card.ts';
import { lifeCards } from './cards-life.ts';
import { serviceCards } from './cards-services.ts';

export type { Card };
export const cards: readonly Card[] = [...serviceCards, ...lifeCards];

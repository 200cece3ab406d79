import { CardFacts } from './card-facts.ts';
import { CardStore } from './card-store.ts';
import { CheckCard } from './check-card.ts';
import { KeepCards } from './keep-cards.ts';
import { PrintCard } from './print-card.ts';
import { ReportImpostor } from './report-impostor.ts';

export const cardProviders = [CardFacts, CardStore, CheckCard, KeepCards, PrintCard, ReportImpostor];

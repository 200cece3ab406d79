import { AskForPaperCard } from './ask-for-paper-card.ts';
import { CardFacts } from './card-facts.ts';
import { CardPhotos } from './card-photos.ts';
import { CardStore } from './card-store.ts';
import { CheckCard } from './check-card.ts';
import { KeepCards } from './keep-cards.ts';
import { PrintCard } from './print-card.ts';
import { ReportImpostor } from './report-impostor.ts';

export const cardProviders = [
  AskForPaperCard,
  CardFacts,
  CardPhotos,
  CardStore,
  CheckCard,
  KeepCards,
  PrintCard,
  ReportImpostor,
];

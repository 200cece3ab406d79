import { ReadFiguresOfMonth } from '../finding/figures-of-month.ts';
import { LookForOddities } from '../finding/look-for-oddities.ts';
import { OddFigureStore } from '../finding/odd-figure-store.ts';
import { AskAboutOddFigure } from './ask-about-odd-figure.ts';
import { OddFigureQueries } from './odd-figure.queries.ts';
import { PresentOddFigures } from './present-odd-figures.ts';
import { ReadOddFigure } from './read-odd-figure.ts';
import { ReadOddFigures } from './read-odd-figures.ts';

export const oddityProviders = [
  AskAboutOddFigure,
  LookForOddities,
  OddFigureQueries,
  OddFigureStore,
  PresentOddFigures,
  ReadFiguresOfMonth,
  ReadOddFigure,
  ReadOddFigures,
];

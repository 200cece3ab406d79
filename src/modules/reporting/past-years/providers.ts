import { ImportPastFigures } from './import-past-figures.ts';
import { PastFigureQueries } from './past-figures.queries.ts';
import { PastForm } from './past-form.ts';
import { PastImports } from './past-imports.ts';
import { ReadPastFile } from './read-past-file.ts';
import { ReadYearAgo } from './read-year-ago.ts';
import { TakeBackPastImport } from './take-back-past-import.ts';

export const pastYearProviders = [
  ImportPastFigures,
  PastFigureQueries,
  PastForm,
  PastImports,
  ReadPastFile,
  ReadYearAgo,
  TakeBackPastImport,
];

import { BeginHeirs } from './begin-heirs.ts';
import { EnterParts } from './enter-parts.ts';
import { ExportRestatedBoard } from './export-restated-board.ts';
import { FollowOffices } from './follow-offices.ts';
import { FollowUnits } from './follow-units.ts';
import { LeftDrafts } from './left-drafts.ts';
import { Lineage } from '../reports/report/lineage.ts';
import { ReadRestatedBoard } from './read-restated-board.ts';
import { ReadRestatement } from './read-restatement.ts';
import { ReportsOfReform } from './reports-of-reform.ts';
import { RestatedBoardQueries } from './restated-board.queries.ts';
import { RestatementQueries } from './restatement.queries.ts';

export const restatementProviders = [
  BeginHeirs,
  EnterParts,
  ExportRestatedBoard,
  FollowOffices,
  FollowUnits,
  LeftDrafts,
  Lineage,
  ReadRestatedBoard,
  ReadRestatement,
  ReportsOfReform,
  RestatedBoardQueries,
  RestatementQueries,
];

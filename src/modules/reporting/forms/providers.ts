import { AnswerSheet } from './answers/answer-sheet.ts';
import { ReadSheet } from './answers/read-sheet.ts';
import { ReturnSheet } from './answers/return-sheet.ts';
import { FormAccess } from './form/form-access.ts';
import { FormRefs } from './form/form-refs.ts';
import { PresentRounds } from './form/present-rounds.ts';
import { PublishForm } from './form/publish-form.ts';
import { ReadForm } from './form/read-form.ts';
import { ReturnedCells } from './form/returned-cells.ts';
import { WriteForm } from './form/write-form.ts';
import { AskedUnits } from './rounds/asked-units.ts';
import { AskForm } from './rounds/ask-form.ts';
import { ExportRound } from './rounds/export-round.ts';
import { FormSends } from './rounds/form-sends.ts';
import { ListForms } from './rounds/list-forms.ts';
import { PlanRound } from './rounds/plan-round.ts';
import { ReadRound } from './rounds/read-round.ts';
import { RecallRound } from './rounds/recall-round.ts';
import { RemindRound } from './rounds/remind-round.ts';
import { RemindSheets } from './rounds/remind-sheets.ts';

export const formProviders = [
  AnswerSheet,
  AskedUnits,
  AskForm,
  ExportRound,
  FormAccess,
  FormRefs,
  FormSends,
  ListForms,
  PlanRound,
  PresentRounds,
  PublishForm,
  ReadForm,
  ReadRound,
  ReadSheet,
  RecallRound,
  RemindRound,
  RemindSheets,
  ReturnedCells,
  ReturnSheet,
  WriteForm,
];

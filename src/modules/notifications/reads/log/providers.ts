import { AnswerReason } from './answer-reason.ts';
import { AskReason } from './ask-reason.ts';
import { CutSession } from './cut-session.ts';
import { ExportLog } from './export-log.ts';
import { FindTrace } from './find-trace.ts';
import { LogAccess } from './log-access.ts';
import { LogController } from './log.controller.ts';
import { LogPresenter } from './log.presenter.ts';
import { LogQueries } from './log.queries.ts';
import { LogQuestions } from '../../plan/messages/facts/log-questions.ts';
import { LogQuestionsController } from './log-questions.controller.ts';
import { ReadLog } from './read-log.ts';
import { ReadLogNames } from './read-log-names.ts';

export const logControllers = [LogController, LogQuestionsController];
export const logProviders = [
  AnswerReason,
  AskReason,
  CutSession,
  ExportLog,
  FindTrace,
  LogAccess,
  LogPresenter,
  LogQueries,
  LogQuestions,
  ReadLog,
  ReadLogNames,
];

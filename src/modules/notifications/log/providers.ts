import { ExportLog } from './export-log.ts';
import { LogAccess } from './log-access.ts';
import { LogController } from './log.controller.ts';
import { LogPresenter } from './log.presenter.ts';
import { LogQueries } from './log.queries.ts';
import { ReadLog } from './read-log.ts';
import { ReadLogNames } from './read-log-names.ts';

export const logControllers = [LogController];
export const logProviders = [ExportLog, LogAccess, LogPresenter, LogQueries, ReadLog, ReadLogNames];

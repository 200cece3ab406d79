import { TasksErasures } from './erasures.ts';
import { TasksKeptRecords } from './kept-records.ts';
import { TasksOwnRecords } from './own-records.ts';
import { TasksPersonReferences } from './person-references.ts';

/** What tasks say of a person's own: what is held, what moves when two are one, what goes when they ask for it, what goes by time. */
export const personProviders = [TasksErasures, TasksKeptRecords, TasksOwnRecords, TasksPersonReferences];

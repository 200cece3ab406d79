import { TasksErasures } from './erasures.ts';
import { TasksOwnRecords } from './own-records.ts';
import { TasksPersonParts } from './person-parts.ts';

/** What tasks say of a person's own: what is held, what moves when two are one, what goes when they ask for it. */
export const personProviders = [TasksErasures, TasksOwnRecords, TasksPersonParts];

import { ListJobStore } from './list-job-store.ts';
import { ListJobs } from './list-jobs.ts';
import { ListQueue, MakeList, MakeOneList } from './make-list.ts';

export const listProviders = [ListJobStore, ListJobs, ListQueue, MakeList, MakeOneList];

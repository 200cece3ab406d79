import { AnswerNames } from './answer-names.ts';
import { AskCommunes } from './ask-communes.ts';
import { NameOpinionsController } from './name-opinions.controller.ts';
import { OpinionStore } from './opinion-store.ts';
import { ReadAskedNames } from './read-asked-names.ts';

export const opinionControllers = [NameOpinionsController];
export const opinionProviders = [AnswerNames, AskCommunes, OpinionStore, ReadAskedNames];

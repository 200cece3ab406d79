import { AnswerNumber } from './answer-number.ts';
import { AskAboutNumbers } from './ask-about-numbers.ts';
import { DoubtNumber } from './doubt-number.ts';
import { NumbersApi } from './numbers.api.ts';

export const numberProviders = [AnswerNumber, AskAboutNumbers, DoubtNumber, NumbersApi];

import { trainingPlanEn } from './training-plan.en.ts';
import { trainingSessionEn } from './training-session.en.ts';

export const trainingEn = { ...trainingPlanEn, ...trainingSessionEn };

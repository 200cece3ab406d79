/** Words of the console about training. They load with its screens. */
import { trainingPlanVi } from './training-plan.vi.ts';
import { trainingSessionVi } from './training-session.vi.ts';

export const trainingVi = { ...trainingPlanVi, ...trainingSessionVi };

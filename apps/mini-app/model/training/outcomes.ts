/** What the answers of training's commands mean for the screens and for the commands after them. */
import type { CheckedIn, CheckInsMerged, Credit, MyTrainingSession } from '#client';
import { absorbSession, loadTraining } from './sessions.ts';

export function readTrainingOutcome(kind: string, answer: unknown): { refs?: Record<string, string> } {
  switch (kind) {
    case 'training.answer':
      absorbSession(answer as MyTrainingSession);
      return {};
    case 'training.self': {
      const { state, at } = answer as CheckedIn;
      void loadTraining();
      return { refs: { state, at } };
    }
    case 'training.credit':
      return { refs: { creditId: (answer as Credit).id } };
    case 'training.door':
      // By client id: what was refused, and why.
      return { refs: Object.fromEntries((answer as CheckInsMerged).refused.map((one) => [one.clientId, one.code])) };
    default:
      return {};
  }
}

import type { Schemas } from './client.ts';
import { useIdentity } from './me.tsx';

export interface Rights {
  /** It is this post's own report, whether it is open or sent. */
  writes: boolean;
  /** This post receives it, whether it has come or not. */
  decides: boolean;
}

/** What `may` of a report does not say: it holds for the state that the report is in now. */
export function useRights({ unit, receiver }: Pick<Schemas['ReportHead'], 'unit' | 'receiver'>): Rights {
  const { post, may } = useIdentity();
  return {
    writes: unit.id === post.unit.id && may('report.write'),
    decides: receiver?.id === post.unit.id && may('report.decide'),
  };
}

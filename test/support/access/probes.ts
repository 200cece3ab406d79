/** How each route with an action is asked: at which place, with which valid words. A route without a probe fails the matrix. */
import type { RouteId } from '#contracts';
import type { Probe } from './probe.ts';
import { accounts } from './probes-of-accounts.ts';
import { allotments } from './probes-of-allotments.ts';
import { approvals } from './probes-of-approvals.ts';
import { channels } from './probes-of-channels.ts';
import { entries } from './probes-of-entries.ts';
import { groups } from './probes-of-groups.ts';
import { log } from './probes-of-log.ts';
import { many } from './probes-of-many.ts';
import { membership } from './probes-of-membership.ts';
import { slips } from './probes-of-slips.ts';
import { merges } from './probes-of-merges.ts';
import { organization } from './probes-of-places.ts';
import { pastFigures } from './probes-of-past-figures.ts';
import { reforms } from './probes-of-reforms.ts';
import { privacy } from './probes-of-privacy.ts';
import { reorganisations } from './probes-of-reorganisations.ts';
import { oddFigures } from './probes-of-odd-figures.ts';
import { reportDocuments } from './probes-of-report-documents.ts';
import { forms } from './probes-of-forms.ts';
import { reporting } from './probes-of-reporting.ts';
import { training } from './probes-of-training.ts';
import { series } from './probes-of-series.ts';
import { notifications, tasks } from './probes-of-work.ts';

export const probes: Partial<Record<RouteId, Probe>> = {
  ...organization,
  ...reorganisations,
  ...pastFigures,
  ...reforms,
  ...membership,
  ...slips,
  ...many,
  ...accounts,
  ...merges,
  ...privacy,
  ...channels,
  ...groups,
  ...log,
  ...series,
  ...tasks,
  ...entries,
  ...allotments,
  ...approvals,
  ...training,
  ...reporting,
  ...oddFigures,
  ...forms,
  ...reportDocuments,
  ...notifications,
};

/** Lists that are made in the background: for whom, how they look, and which are worth showing. Pure. */
import type { Schemas } from '../../api/client.ts';
import type { MessageId } from '../../i18n/i18n.tsx';
import type { IconName } from '../../ui/icon.tsx';
import type { Tone } from '../../ui/layout.tsx';

export type ListJob = Schemas['ListJob'];
type Kind = Schemas['UnitRef']['kind'];

/** Above the commune a list has too many teams to wait for. */
export const inBackground = (kind: Kind): boolean => kind === 'district' || kind === 'province';
/** A province's list fills more pages than anybody prints. */
export const isPrintable = (kind: Kind): boolean => kind !== 'province';

export const listLooks: Record<ListJob['state'], { tone: Tone; icon: IconName; word: MessageId }> = {
  waiting: { tone: 'mute', icon: 'hourglass', word: 'doc.list.waiting' },
  running: { tone: 'doing', icon: 'refresh', word: 'doc.list.running' },
  ready: { tone: 'done', icon: 'check', word: 'doc.list.ready' },
  failed: { tone: 'late', icon: 'alert-circle', word: 'doc.list.failed' },
};

export const isMoving = ({ state }: Pick<ListJob, 'state'>): boolean => state === 'waiting' || state === 'running';

type Asked = Pick<ListJob, 'at' | 'state'> & { unit: { id: string } };

/** Newest first, as they come; one that failed is gone as soon as the same list was asked for again. */
export const worthShowing = <T extends Asked>(jobs: readonly T[]): T[] =>
  jobs.filter(
    (job, index) =>
      job.state !== 'failed' || !jobs.slice(0, index).some(({ unit, at }) => unit.id === job.unit.id && at === job.at),
  );

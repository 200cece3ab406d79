/** What a month in today's units is made of, and how it stands beside what was sent. Pure. */
import { pillars } from '#contracts/enums';
import type { Schemas } from '../../api/client.ts';

export type Restated = Schemas['RestatedFigures'];
export type UnitsOf = 'then' | 'now';
type From = Restated['parts'][number]['from'];

/** In the order in which a reader trusts them. */
export const sources: readonly From[] = ['report', 'share', 'records'];

export const namesFrom = ({ parts }: Pick<Restated, 'parts'>, from: From): string[] =>
  parts.filter((part) => part.from === from).map(({ unit }) => unit.name);

export const inOrder = (figures: Restated['figures']): Restated['figures'] =>
  [...figures].sort((a, b) => pillars.indexOf(a.indicator.pillar) - pillars.indexOf(b.indicator.pillar));

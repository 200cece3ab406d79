/** Lines of a reform as the console reads them. */
import type { Line } from '../pages/unit-reforms/reform-looks.ts';

export const buildLine = (position: number, kind: Line['kind'], more: Partial<Line> = {}): Line => ({
  position,
  kind,
  unit: null,
  stands: null,
  standsIn: null,
  code: null,
  type: null,
  name: null,
  parent: null,
  parentPosition: null,
  intoPosition: null,
  share: null,
  row: null,
  settled: true,
  personId: null,
  standIn: false,
  seat: null,
  ...more,
});

export const communeRef = (id: string) => ({ id, kind: 'commune' as const, name: id, fullName: `Xã ${id}` });
export const districtRef = (id: string) => ({ id, kind: 'district' as const, name: id, fullName: `Huyện ${id}` });

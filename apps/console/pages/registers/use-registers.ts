import { client, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { usePages } from '../../api/use-pages.ts';
import type { Product, RegisterRow } from './register-rows.ts';

/** Of a commune by hamlet, of what lies above by commune; of a day, where one is given. */
export function useRegisters({ q = '', by, at, unit }: { q?: string; by?: 'hamlet'; at?: string; unit?: string } = {}) {
  const { post, commune } = useIdentity();
  const unitId = unit ?? post.unit.id;
  const parts = by ?? (commune ? ('hamlet' as const) : ('commune' as const));
  const query = { by: parts, limit: 100, ...(q && { q }), ...(at && { at }) };
  return usePages<RegisterRow, Schemas['RegisterPage']>('/units/{unitId}/registers', { unitId, ...query }, (cursor) =>
    client.GET('/units/{unitId}/registers', { params: { path: { unitId }, query: { ...query, ...cursor } } }),
  );
}

/** Products of the reader's unit, those on no marketplace first. */
export function useProducts({
  q = '',
  filter,
  at,
  unit,
}: {
  q?: string;
  filter?: 'missing';
  at?: string;
  unit?: string;
} = {}) {
  const { post } = useIdentity();
  const unitId = unit ?? post.unit.id;
  const query = { limit: 100, ...(q && { q }), ...(filter && { filter }), ...(at && { at }) };
  return usePages<Product, Schemas['OcopProductPage']>(
    '/units/{unitId}/ocop-products',
    { unitId, ...query },
    (cursor) =>
      client.GET('/units/{unitId}/ocop-products', { params: { path: { unitId }, query: { ...query, ...cursor } } }),
  );
}

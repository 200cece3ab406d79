import { client, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { usePages } from '../../api/use-pages.ts';
import type { Product, RegisterRow } from './register-rows.ts';

/** Of a commune by hamlet, of what lies above by commune. */
export function useRegisters({ q = '', by }: { q?: string; by?: 'hamlet' } = {}) {
  const { post, commune } = useIdentity();
  const unitId = post.unit.id;
  const query = { by: by ?? (commune ? ('hamlet' as const) : ('commune' as const)), limit: 100, ...(q && { q }) };
  return usePages<RegisterRow, Schemas['RegisterPage']>('/units/{unitId}/registers', { unitId, ...query }, (cursor) =>
    client.GET('/units/{unitId}/registers', { params: { path: { unitId }, query: { ...query, ...cursor } } }),
  );
}

/** Products of the reader's unit, those on no marketplace first. */
export function useProducts({ q = '', filter }: { q?: string; filter?: 'missing' } = {}) {
  const { post } = useIdentity();
  const unitId = post.unit.id;
  const query = { limit: 100, ...(q && { q }), ...(filter && { filter }) };
  return usePages<Product, Schemas['OcopProductPage']>(
    '/units/{unitId}/ocop-products',
    { unitId, ...query },
    (cursor) =>
      client.GET('/units/{unitId}/ocop-products', { params: { path: { unitId }, query: { ...query, ...cursor } } }),
  );
}

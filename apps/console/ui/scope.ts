/** "Thanh Hóa › Triệu Sơn › Minh Sơn": where the signed-in post stands, outermost first. */
import type { Crumb } from './layout.tsx';
import { useIdentity } from '../api/me.tsx';

export function useScopeCrumbs(): Crumb[] {
  const { post } = useIdentity();
  const rank = ['country', 'province', 'district', 'commune', 'hamlet'];
  const above = [...post.ancestors]
    .filter((unit) => unit.kind !== 'country' && unit.id !== post.unit.id)
    .sort((a, b) => rank.indexOf(a.kind) - rank.indexOf(b.kind));
  return [...above, post.unit].map((unit) => ({ label: unit.name }));
}

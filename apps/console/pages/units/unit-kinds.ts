/** Which units may stand below which, and what they may be called. */
import type { Schemas } from '../../api/client.ts';

export type Kind = Schemas['UnitRef']['kind'];

export const kindsBelow: Record<Kind, readonly Kind[]> = {
  country: ['province'],
  province: ['commune', 'district'],
  district: ['commune'],
  commune: ['hamlet'],
  hamlet: [],
};
export const kindsAbove: Record<Kind, readonly Kind[]> = {
  country: [],
  province: ['country'],
  district: ['province'],
  commune: ['province', 'district'],
  hamlet: ['commune'],
};
export const typesOf: Record<Kind, readonly string[]> = {
  country: ['nước'],
  province: ['tỉnh', 'thành phố'],
  district: ['huyện', 'thị xã', 'thành phố', 'quận'],
  commune: ['xã', 'phường', 'thị trấn', 'đặc khu'],
  hamlet: ['thôn', 'bản', 'làng', 'xóm', 'ấp', 'buôn', 'phố', 'khu phố', 'tổ dân phố'],
};

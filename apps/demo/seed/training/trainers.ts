/** Invented trainers of the district's providers, appointed as an administrator would. */
import { routes } from '#contracts';
import type { ApiClient } from '../../api-client.ts';
import { type ProviderKey, type Providers, START, type Tree } from '../load-units.ts';

export type TrainerKey = 'van' | 'quan' | 'trang' | 'tuan' | 'phong';

const trainers: Record<TrainerKey, { fullName: string; provider: ProviderKey; title: string }> = {
  van: { fullName: 'Trịnh Thị Hồng Vân', provider: 'viettel', title: 'Giảng viên Viettel Triệu Sơn' },
  quan: { fullName: 'Lê Bá Quân', provider: 'viettel', title: 'Giảng viên Viettel Triệu Sơn' },
  trang: { fullName: 'Hoàng Thu Trang', provider: 'vnpt', title: 'Giảng viên VNPT Triệu Sơn' },
  tuan: { fullName: 'Vũ Minh Tuấn', provider: 'post', title: 'Giảng viên Bưu điện huyện' },
  phong: { fullName: 'Đinh Xuân Phong', provider: 'viettelPost', title: 'Giảng viên Bưu chính Viettel' },
};

/** Person ids by key. */
export async function appointTrainers(
  admin: ApiClient,
  tree: Tree,
  providers: Providers,
): Promise<Record<TrainerKey, string>> {
  const ids: Partial<Record<TrainerKey, string>> = {};
  for (const [i, [key, { provider, ...trainer }]] of Object.entries(trainers).entries()) {
    const officer = await admin.call(routes.appointOfficer, {
      params: { unitId: tree.districtId },
      body: {
        ...trainer,
        phone: `0519 000 ${101 + i}`,
        email: `giang-vien-${i + 1}@tap-huan.example`,
        role: 'trainer',
        providerId: providers[provider],
        from: START,
      },
    });
    ids[key as TrainerKey] = officer.person.id;
  }
  return ids as Record<TrainerKey, string>;
}

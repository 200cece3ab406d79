/** Households and OCOP products: the denominators, invented but plausible. */
import { routes } from '#contracts';
import type { ApiClient } from '../api-client.ts';
import type { Tree } from './load-units.ts';
import { mainCommune } from './places.ts';
import { sequence } from './people.ts';

const products: [hamlet: number, name: string, owner: string, stars: number, marketplace?: string][] = [
  [1, 'Mật ong hoa nhãn Minh Sơn', 'Hộ bà Lê Thị Bình', 3, 'postmart.vn'],
  [1, 'Trứng vịt muối', 'Hộ ông Trịnh Văn Quế', 3, 'voso.vn'],
  [1, 'Bánh lá răng bừa', 'Hộ bà Nguyễn Thị Nhàn', 3],
  [1, 'Chè lam gừng', 'Hộ bà Lê Thị Thơm', 3],
  [1, 'Tương nếp', 'Hộ ông Phạm Văn Lãm', 4],
  [2, 'Chổi đót', 'Hộ bà Lê Thị Mận', 3],
  [3, 'Bún khô', 'Hộ ông Hoàng Văn Ngọ', 3],
  [3, 'Miến dong', 'Hộ bà Phạm Thị Lụa', 3],
  [4, 'Gạo nếp hạt cau', 'Hợp tác xã nông nghiệp Minh Sơn', 4, 'postmart.vn'],
  [4, 'Cốm nếp', 'Hộ bà Nguyễn Thị Hậu', 3],
  [6, 'Nem chua', 'Hộ ông Lê Văn Tám', 3],
  [6, 'Giò bò', 'Hộ bà Đỗ Thị Vui', 3],
  [7, 'Ổi lê Thôn 7', 'Tổ hợp tác cây ăn quả Thôn 7', 3],
  [9, 'Trà cà gai leo', 'Hợp tác xã dược liệu Minh Sơn', 4, 'voso.vn'],
];

export async function loadRegisters(admin: ApiClient, tree: Tree, communes: readonly string[]): Promise<void> {
  const next = sequence(397);
  for (const commune of communes) {
    const unitId = tree.communes.get(commune) ?? '';
    for (const hamlet of await admin.call(routes.unitChildren, { params: { unitId } })) {
      const households = 90 + Math.floor(next() * 190);
      await admin.call(routes.setRegister, {
        params: { unitId: hamlet.id },
        body: { households, population: Math.round(households * 3.8), asOf: '2022-04-01' },
      });
    }
  }
}

export async function loadProducts(admin: ApiClient, tree: Tree): Promise<void> {
  const hamlets = await admin.call(routes.unitChildren, { params: { unitId: tree.communes.get(mainCommune) ?? '' } });
  for (const [number, name, owner, stars, marketplace] of products) {
    const unitId = hamlets.find((hamlet) => hamlet.name === `Thôn ${number}`)?.id ?? '';
    const product = await admin.call(routes.addOcopProduct, { params: { unitId }, body: { name, owner, stars } });
    if (marketplace)
      await admin.call(routes.listOcopProduct, {
        params: { productId: product.id },
        body: { listedOn: '2022-05-10', marketplace },
      });
  }
}

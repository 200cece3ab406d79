/** A team's report as a phone sends it: what was done, with a photo, and products where they are asked for one by one. */
import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { foldLetters } from '#i18n/fold';
import type { ApiClient } from '../api-client.ts';
import { picture } from './picture.ts';

/** Where the order asks for products by name: the first of the hamlet that nobody has put onto a marketplace. */
export async function productsAskedFor(client: ApiClient, taskId: string, value: number) {
  const { asks, missingProducts } = await client.call(routes.getTask, { params: { taskId } });
  if (!asks?.includes('product_each')) return {};
  const free = (missingProducts ?? []).filter(({ hamlet, listedOn, taken }) => !hamlet && !listedOn && !taken);
  const products = free.slice(0, value).map(({ id, name }, i) => {
    const marketplace = i % 2 === 0 ? 'postmart' : 'voso';
    return { productId: id, marketplace, link: `https://${marketplace}.vn/${foldLetters(name).replaceAll(' ', '-')}` };
  });
  return { products };
}

/** Accepts the task first. */
export async function reportWithPhoto(client: ApiClient, taskId: string, value: number, today: string): Promise<void> {
  await client.call(routes.acceptTask, { params: { taskId } });
  const photoId = randomUUID();
  const { task } = await client.call(routes.reportProgress, {
    params: { taskId },
    body: {
      happenedOn: today,
      value,
      note: 'Làm tại nhà văn hóa thôn',
      photoIds: [photoId],
      ...(await productsAskedFor(client, taskId, value)),
    },
  });
  await client.call(routes.addPhoto, {
    params: { entryId: task.entries.at(-1)?.id ?? '', photoId },
    body: await picture(),
  });
}

/** How former units are called: "Xã Minh Sơn (cũ)", of a divided one "Thị trấn Thiệu Hóa (cũ), 3 tiểu khu". */
import type { Schemas } from '../../api/client.ts';
import { useI18n } from '../../i18n/i18n.tsx';

type Received = Schemas['TakeoverReceived']['units'][number];

export function useReceivedName(): (row: Received) => string {
  const { t } = useI18n();
  return ({ unit, ended, whole, partType, numbers }) => {
    const name = ended ? t('takeover.oldUnit', { unit: unit.fullName }) : unit.fullName;
    return whole
      ? name
      : t('takeover.partOf', {
          unit: name,
          n: numbers.hamlets,
          type: partType ?? t('takeover.col.hamlets').toLowerCase(),
        });
  };
}

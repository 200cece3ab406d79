import { dateInVietnam, formatDate } from '#i18n';
import { api, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';

type SeatsAnswer = Schemas['GroupSeats'];

export function useSeats() {
  const { may } = useIdentity();
  return api.useQuery('get', '/channels/zalo-gmf/seats', {}, { staleTime: 300_000, enabled: may('channel.read') });
}

/** The asset of a seat that no group uses yet. */
export const freeSeat = ({ on, seats }: SeatsAnswer): string | undefined =>
  on ? seats.find((seat) => !seat.used)?.assetId : undefined;

/** Seats for groups that the Official Account makes; one quiet line where that is off. */
export function Seats({ seats: { on, seats, seatVndPerMonth } }: { seats: SeatsAnswer }) {
  const { t, lang } = useI18n();
  if (!on) return <span>{t('groups.seatsOff')}</span>;
  const used = seats.filter((seat) => seat.used).length;
  const ends = seats.flatMap((seat) => (seat.validThrough && !seat.autoRenew ? [seat.validThrough] : [])).sort()[0];
  return (
    <span>
      {t('groups.seats', { a: used, b: seats.length })}{' '}
      {seatVndPerMonth !== null && t('groups.seatCost', { n: seatVndPerMonth })}{' '}
      {ends && t('groups.seatEnds', { date: formatDate(dateInVietnam(ends), lang, { withYear: true }) })}
    </span>
  );
}

import { Link } from '@tanstack/react-router';
import { nothingLeftReasons, productsLeft, sumOfStocks } from '#contracts/organization/ocop';
import { type Translate, useI18n } from '../../../i18n/i18n.tsx';
import { Card, Notice } from '../../../ui/layout.tsx';
import { PlainTable } from '../../../ui/table/plain-table.tsx';
import type { ProductsAsked } from './products.ts';

const shown = 3;

/** The sentence that the server would refuse with. */
function refusal(t: Translate, { commune, obstacle, ...stock }: ProductsAsked): string {
  const name = commune.fullName.charAt(0).toLocaleUpperCase('vi') + commune.fullName.slice(1);
  return obstacle ? t(`assignment.${obstacle}`, { commune: name, ...stock, left: productsLeft(stock) }) : '';
}

function room(t: Translate, asked: readonly ProductsAsked[]): string {
  const sum = sumOfStocks(asked);
  // Each commune has its own room: what one cannot take is not room for another.
  const left = asked.reduce((total, stock) => total + productsLeft(stock), 0);
  return t(sum.ordered > 0 ? 'assign.products.leftOrdered' : 'assign.products.left', { ...sum, left });
}

function namesOf(t: Translate, names: readonly string[]): string {
  if (names.length <= shown + 1) return names.join(', ');
  return t('assign.products.names', { names: names.slice(0, shown).join(', '), n: names.length - shown });
}

/** Communes with nothing left by reason, then those of which too much is asked. */
function byReason(t: Translate, refused: readonly ProductsAsked[]): string[] {
  const empty = nothingLeftReasons.flatMap((reason) => {
    const names = refused.filter(({ obstacle }) => obstacle === reason).map(({ commune }) => commune.name);
    return names.length > 0 ? [t(`assign.products.${reason}`, { names: namesOf(t, names) })] : [];
  });
  const pairs = refused
    .filter((each) => productsLeft(each) > 0)
    .map((each) =>
      t('assign.products.pair', { name: each.commune.name, wanted: each.wanted, left: productsLeft(each) }),
    );
  return pairs.length > 0 ? [...empty, t('assign.products.tooMany', { names: namesOf(t, pairs) })] : empty;
}

function Refusals({ refused }: { refused: readonly ProductsAsked[] }) {
  const { t } = useI18n();
  const [first] = refused;
  const lines = refused.length === 1 && first ? [refusal(t, first)] : byReason(t, refused);
  return lines.map((line) => (
    <span key={line} className="products-line">
      {line}
    </span>
  ));
}

function ToRegister() {
  const { t } = useI18n();
  return (
    <Link to="/registers" search={{ tab: 'ocop' }}>
      {t('assign.products.open')}
    </Link>
  );
}

/** At the target: how many products can be ordered, or why they cannot. */
export function ProductsNote({
  asked,
  onLeaveOut,
}: {
  asked: readonly ProductsAsked[];
  onLeaveOut: (communeIds: string[]) => void;
}) {
  const { t } = useI18n();
  const refused = asked.filter(({ obstacle }) => obstacle);
  const empty = refused.filter((each) => productsLeft(each) === 0).map(({ commune }) => commune.id);
  if (asked.length === 0) return null;
  return (
    <p className={refused.length > 0 ? 'field-error' : 'caption field-note'} role="status">
      {refused.length > 0 ? <Refusals refused={refused} /> : room(t, asked)}{' '}
      {empty.length > 0 && empty.length < asked.length && (
        <button type="button" className="link products-line" onClick={() => onLeaveOut(empty)}>
          {t('assign.products.leaveOut', { n: empty.length })}
        </button>
      )}
      <ToRegister />
    </p>
  );
}

function ProductsTable({ asked }: { asked: readonly ProductsAsked[] }) {
  const { t, n } = useI18n();
  return (
    <Card title={t('preview.products')}>
      <PlainTable
        label={t('preview.products')}
        rows={asked}
        rowId={({ commune }) => commune.id}
        columns={[
          { header: t('assign.col.commune'), cell: ({ commune }) => <b>{commune.name}</b> },
          { header: t('preview.products.registered'), cell: ({ registered }) => n(registered), right: true },
          { header: t('preview.products.missing'), cell: ({ missing }) => n(missing), right: true },
          { header: t('preview.products.ordered'), cell: ({ ordered }) => n(ordered), right: true },
          {
            header: t('preview.products.wanted'),
            cell: ({ wanted, obstacle }) => <span className={obstacle ? 'late' : ''}>{n(wanted)}</span>,
            right: true,
          },
        ]}
      />
    </Card>
  );
}

/** Before sending: the same as the form has said, as the register stands now. */
export function ProductsBeforeSending({ asked }: { asked: readonly ProductsAsked[] }) {
  const { t } = useI18n();
  const refused = asked.filter(({ obstacle }) => obstacle);
  const wanted = asked.reduce((sum, each) => sum + each.wanted, 0);
  if (asked.length === 0) return null;
  return (
    <>
      <Notice
        tone={refused.length > 0 ? 'late' : 'new'}
        icon={refused.length > 0 ? 'ban' : 'package'}
        action={<ToRegister />}
      >
        {refused.length > 0 ? (
          <Refusals refused={refused} />
        ) : (
          `${room(t, asked)} ${t('preview.products.fits', { wanted })}`
        )}
      </Notice>
      {asked.length > 1 && <ProductsTable asked={asked} />}
    </>
  );
}

import { useEffect } from 'react';
import { Checkbox } from '@mantine/core';
import { formatDate } from '#i18n';
import { useWhole } from '../../api/use-pages.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Choice, TextField } from '../../ui/form.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Loaded } from '../../ui/states.tsx';
import { useProducts } from '../registers/use-registers.ts';
import type { ResultRow } from './decision.ts';
import {
  choosable,
  type Line,
  type Name,
  nameFor,
  namesAmong,
  type Names,
  type Product,
  withName,
} from './products.ts';

const confirmedIn = (lines: readonly Line[]): number => lines.reduce((sum, { value }) => sum + value, 0);

interface ChoiceProps {
  result: ResultRow;
  /** What is confirmed, report by report. */
  lines: readonly Line[];
  names: Names;
  setNames: (names: Names) => void;
  /** The officer has pressed the button: what is missing is shown. */
  tried: boolean;
}

function NameFields({
  name,
  onChange,
  lines,
  tried,
}: {
  name: Name;
  onChange: (name: Name) => void;
  lines: readonly Line[];
  tried: boolean;
}) {
  const { t, lang } = useI18n();
  const days = lines.map(({ id, happenedOn, value }) => ({
    value: id,
    label: `${formatDate(happenedOn, lang)} (${value})`,
  }));
  const error = tried && name.marketplace.trim() === '' ? t('confirm.marketplaceMissing') : undefined;
  return (
    <div className="product-name">
      <TextField
        size="xs"
        required
        label={t('ocop.marketplace')}
        placeholder="postmart.vn"
        value={name.marketplace}
        error={error}
        onChange={(marketplace) => onChange({ ...name, marketplace })}
      />
      <TextField
        size="xs"
        type="url"
        label={t('ocop.link')}
        value={name.link}
        onChange={(link) => onChange({ ...name, link })}
      />
      {days.length > 1 && (
        <Choice
          label={t('confirm.productReport')}
          options={days}
          value={name.entryId}
          onChange={(entryId) => onChange({ ...name, entryId })}
        />
      )}
    </div>
  );
}

function ProductRows({ products, lines, names, setNames, tried }: ChoiceProps & { products: readonly Product[] }) {
  const full = Object.keys(names).length >= confirmedIn(lines);
  const choose = ({ id }: Product, chosen: boolean) => {
    const { [id]: _, ...others } = names;
    setNames(chosen ? { ...others, [id]: nameFor(others, lines) } : others);
  };
  return (
    <ul className="products">
      {products.map((product) => {
        const name = names[product.id];
        return (
          <li key={product.id}>
            <Checkbox
              label={product.name}
              description={`${product.owner} · ${product.unit.fullName}`}
              checked={name !== undefined}
              disabled={!name && full}
              onChange={(event) => choose(product, event.currentTarget.checked)}
            />
            {name && (
              <NameFields
                name={name}
                onChange={(changed) => setNames(withName(names, product.id, changed))}
                lines={lines}
                tried={tried}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Unnamed({ left, none }: { left: number; none: boolean }) {
  const { t, n } = useI18n();
  if (none) return <p className="warn caption">{t('confirm.noneMissing')}</p>;
  if (left <= 0) return null;
  return (
    <p className="warn caption" role="status">
      <Icon name="alert-triangle" size={15} /> {t('confirm.unnamed', { n: n(left) })}
    </p>
  );
}

/** Which products of the register stand behind the number: they come into it as listed when the result is confirmed. */
export function ProductsChoice(props: ChoiceProps) {
  const { t } = useI18n();
  const query = useWhole(useProducts({ filter: 'missing' }));
  const { names, setNames } = props;
  // What the register has learned since the team named it is not counted again.
  const gone = query.isWhole && Object.keys(namesAmong(names, query.rows)).length < Object.keys(names).length;
  useEffect(() => {
    if (gone) setNames(namesAmong(names, query.rows));
  }, [gone]);
  const left = confirmedIn(props.lines) - Object.keys(props.names).length;
  return (
    <fieldset className="products-choice">
      <legend>{t('confirm.products')}</legend>
      <Loaded query={query} rows={3}>
        {() => {
          const products = choosable(query.rows, props.result);
          return (
            <>
              <ProductRows {...props} products={products} />
              <Unnamed left={left} none={products.length === 0} />
            </>
          );
        }}
      </Loaded>
    </fieldset>
  );
}

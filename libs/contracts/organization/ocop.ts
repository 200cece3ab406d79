/** The indicator whose work is products put onto marketplaces: each stands by name in the commune's OCOP register. */
export const listedProducts = 'KT04';

/** What a commune's OCOP register says on a day, and what teams have been asked for and still owe. */
export interface OcopStock {
  registered: number;
  /** Of those registered, the ones that are on no marketplace. */
  missing: number;
  /** Targets of open orders for the same, less what is confirmed of them. */
  ordered: number;
}

/** Why no product can be ordered. */
export const nothingLeftReasons = ['productsNotRegistered', 'productsAllListed', 'productsAllOrdered'] as const;
export type NothingLeft = (typeof nothingLeftReasons)[number];
/** Why so many cannot be. */
export const ocopObstacles = [...nothingLeftReasons, 'productsAboveMissing', 'productsAboveLeft'] as const;
export type OcopObstacle = (typeof ocopObstacles)[number];

/** How many products can be ordered: missing in the register, and in nobody's open work. */
export const productsLeft = ({ missing, ordered }: OcopStock): number => Math.max(0, missing - ordered);

export function whyNothingLeft(stock: OcopStock): NothingLeft | null {
  if (productsLeft(stock) > 0) return null;
  if (stock.registered === 0) return 'productsNotRegistered';
  return stock.missing === 0 ? 'productsAllListed' : 'productsAllOrdered';
}

/** Why so many products cannot be ordered of a commune; null when they can. */
export function ocopObstacle(stock: OcopStock, wanted: number): OcopObstacle | null {
  if (wanted <= productsLeft(stock)) return null;
  return whyNothingLeft(stock) ?? (stock.ordered === 0 ? 'productsAboveMissing' : 'productsAboveLeft');
}

/** Of several communes together; more than is missing in one leaves nothing over for another. */
export const sumOfStocks = (stocks: readonly OcopStock[]): OcopStock =>
  stocks.reduce<OcopStock>(
    (sum, { registered, missing, ordered }) => ({
      registered: sum.registered + registered,
      missing: sum.missing + missing,
      ordered: sum.ordered + Math.min(missing, ordered),
    }),
    { registered: 0, missing: 0, ordered: 0 },
  );

/** The indicator whose work is products put onto marketplaces: each stands by name in the commune's OCOP register. */
export const listedProducts = 'KT04';

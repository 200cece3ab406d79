/** What the module's wiring takes from here. */
import { Interactions } from './interactions.ts';
import { OaAccount } from './oa-account.ts';
import { OaTokenStore } from './oa-token-store.ts';
import { Zalo } from './zalo-doors.ts';

export const zaloProviders = [Interactions, OaAccount, OaTokenStore, Zalo];
export { Interactions, OaAccount, OaTokenStore, Zalo };

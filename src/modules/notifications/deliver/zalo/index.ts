/** What the module's wiring takes from here. */
import { Interactions } from './interactions.ts';
import { OaAccount } from './oa-account.ts';
import { OaTokenStore } from './oa-token-store.ts';
import { ZaloConnection } from './zalo-connection.ts';

export const zaloProviders = [Interactions, OaAccount, OaTokenStore, ZaloConnection];
export { Interactions, OaAccount, OaTokenStore, ZaloConnection };

/**
 * Where Zalo's services live. All are configuration: the documentation has moved twice, and an emulator or a proxy may
 * stand in for any of them.
 */
export interface ZaloHosts {
  /** OAuth v4 of the Official Account. */
  oauth: string;
  /** Official Account OpenAPI v3. */
  openapi: string;
  /** ZBS template messages. */
  business: string;
  /** Login proof and phone token exchange of the mini-app. */
  graph: string;
  /** The mini-app's own notices. */
  mini: string;
  bot: string;
}

export const zaloHosts: ZaloHosts = {
  oauth: 'https://oauth.zaloapp.com',
  openapi: 'https://openapi.zalo.me',
  business: 'https://business.openapi.zalo.me',
  graph: 'https://graph.zalo.me',
  mini: 'https://openapi.mini.zalo.me',
  bot: 'https://bot-api.zaloplatforms.com',
};

/** All services below one address, each in a folder of its name: an emulator or a forwarding proxy. */
export function hostsBelow(url: string): ZaloHosts {
  const root = url.replace(/\/+$/, '');
  const at = (name: keyof ZaloHosts) => `${root}/${name}`;
  return {
    oauth: at('oauth'),
    openapi: at('openapi'),
    business: at('business'),
    graph: at('graph'),
    mini: at('mini'),
    bot: at('bot'),
  };
}

/** Telegram's bridge of events, as far as this client knows it. */
import { type MethodName, type MethodParams, postEvent, supports } from '@tma.js/bridge';
import type { Launch } from './launch.ts';

type Version = `${number}.${number}`;
const versionOf = (text: string): Version => (/^\d+\.\d+$/.test(text) ? (text as Version) : '6.0');

export interface Bridge {
  version: Version;
  can(method: MethodName): boolean;
  /** False where this client does not know the method. */
  tell<M extends MethodName>(method: M, params?: MethodParams<M>): boolean;
}

export function bridgeOf(launch: Pick<Launch, 'version'>): Bridge {
  const version = versionOf(launch.version);
  const can = (method: MethodName) => supports(method, version);
  return {
    version,
    can,
    tell: (method, params) => {
      if (!can(method)) return false;
      try {
        (postEvent as (name: MethodName, with_?: unknown) => void)(method, params);
        return true;
      } catch {
        return false;
      }
    },
  };
}

/**
 * What Telegram keeps for an app: on the device (9.0), else in the account's cloud (6.9, 4,096 characters each), else the
 * page's own storage. Desktop clients lose the page's storage, and accounts of one phone share it: keys carry the account.
 */
import { on } from '@tma.js/bridge';
import type { AsyncKV } from './mini-app-host.ts';
import { inTime } from './page.ts';
import type { Bridge } from './telegram-bridge.ts';

const ANSWER_MS = 3_000;
const CLOUD_LENGTH = 4_096;
let counter = 0;
const newRequest = () => `to-so-${Date.now().toString(36)}-${counter++}`;

/** Undefined when the client says no or nothing. */
export function callCustom(bridge: Bridge, method: string, params: object, ms = ANSWER_MS): Promise<unknown> {
  const req_id = newRequest();
  return inTime(
    ms,
    () =>
      new Promise<unknown>((resolve, reject) => {
        const off = on('custom_method_invoked', (answer) => {
          if (answer.req_id !== req_id) return;
          off();
          if (answer.error) reject(new Error('refused'));
          else resolve(answer.result);
        });
        setTimeout(off, ms);
        if (!bridge.tell('web_app_invoke_custom_method', { req_id, method, params })) reject(new Error('unknown'));
      }),
  );
}

export function telegramStorage(bridge: Bridge, account: string, page: Storage): AsyncKV {
  const name = (key: string) => `to-so.${account}.${key}`;
  const local = localOf(page);
  const device = bridge.can('web_app_device_storage_save_key') ? deviceOf(bridge) : undefined;
  const cloud = bridge.can('web_app_invoke_custom_method') ? cloudOf(bridge) : undefined;
  const store = device ?? cloud ?? local;
  return {
    get: async (key) => (await store.get(name(key))) ?? local.get(name(key)),
    set: async (key, value) => {
      if (!(await store.set(name(key), value))) await local.set(name(key), value);
    },
    remove: async (key) => {
      await store.remove(name(key));
      await local.remove(name(key));
    },
  };
}

interface Store {
  get(key: string): Promise<string | null>;
  /** False when it was not kept. */
  set(key: string, value: string): Promise<boolean>;
  remove(key: string): Promise<unknown>;
}

function localOf(page: Storage): Store {
  const quiet = <T>(work: () => T, otherwise: T): T => {
    try {
      return work();
    } catch {
      return otherwise;
    }
  };
  return {
    get: async (key) => quiet(() => page.getItem(key), null),
    set: async (key, value) => quiet(() => (page.setItem(key, value), true), false),
    remove: async (key) => quiet(() => page.removeItem(key), undefined),
  };
}

function deviceOf(bridge: Bridge): Store {
  const ask = <T>(
    answer: 'device_storage_key_received' | 'device_storage_key_saved',
    tell: (req_id: string) => boolean,
  ) => {
    const req_id = newRequest();
    return inTime(
      ANSWER_MS,
      () =>
        new Promise<T>((resolve, reject) => {
          const off = [
            on(answer, (event) => event.req_id === req_id && (stop(), resolve(event as T))),
            on('device_storage_failed', (event) => event.req_id === req_id && (stop(), reject(new Error('failed')))),
          ];
          const stop = () => off.forEach((end) => end());
          setTimeout(stop, ANSWER_MS);
          if (!tell(req_id)) reject(new Error('unknown'));
        }),
    );
  };
  const save = (key: string, value: string | null) =>
    ask<object>('device_storage_key_saved', (req_id) =>
      bridge.tell('web_app_device_storage_save_key', { req_id, key, value }),
    );
  const read = (key: string) =>
    ask<{ value: string | null }>('device_storage_key_received', (req_id) =>
      bridge.tell('web_app_device_storage_get_key', { req_id, key }),
    );
  return {
    get: async (key) => (await read(key))?.value ?? null,
    set: async (key, value) => (await save(key, value)) !== undefined,
    remove: (key) => save(key, null),
  };
}

function cloudOf(bridge: Bridge): Store {
  // The cloud's keys know letters, digits, "_" and "-" only.
  const safe = (key: string) => key.replace(/[^\w-]/g, '_').slice(0, 128);
  return {
    get: async (key) => {
      const found = await callCustom(bridge, 'getStorageValues', { keys: [safe(key)] });
      return (found as Record<string, string> | undefined)?.[safe(key)] || null;
    },
    set: async (key, value) =>
      value.length <= CLOUD_LENGTH &&
      (await callCustom(bridge, 'saveStorageValue', { key: safe(key), value })) !== undefined,
    remove: (key) => callCustom(bridge, 'deleteStorageValues', { keys: [safe(key)] }),
  };
}

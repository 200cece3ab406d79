/** A Telegram client for Android around the page: it hears the mini-app's calls and answers them as events. */
import type { Visit } from '../browser.ts';

declare global {
  interface Window {
    /** Calls of the mini-app, oldest first. */
    toldToHost?: { method: string; params: Record<string, unknown> }[];
    /** What the scanner reads. */
    codeBeforeCamera?: string;
    signedContact?: () => Promise<string>;
  }
}

/** @param contact the card that the client signs once its owner agrees */
export async function playTelegram({ context }: Visit, contact: () => string): Promise<void> {
  await context.exposeFunction('signedContact', contact);
  await context.addInitScript(() => {
    const told: NonNullable<Window['toldToHost']> = [];
    const box = new Map<unknown, unknown>();
    const say = (event: string, data: unknown) =>
      (
        window as unknown as { Telegram: { WebView: { receiveEvent(event: string, data: unknown): void } } }
      ).Telegram.WebView.receiveEvent(event, data);
    const answers: Record<string, (params: Record<string, unknown>) => unknown> = {
      web_app_request_phone: () => say('phone_requested', { status: 'sent' }),
      web_app_invoke_custom_method: async ({ req_id, method }) =>
        say('custom_method_invoked', {
          req_id,
          result: method === 'getRequestedContact' ? await window.signedContact?.() : true,
        }),
      web_app_open_scan_qr_popup: () =>
        window.codeBeforeCamera
          ? say('qr_text_received', { data: window.codeBeforeCamera })
          : say('scan_qr_popup_closed', undefined),
      web_app_device_storage_save_key: ({ req_id, key, value }) => {
        if (value === null) box.delete(key);
        else box.set(key, value);
        say('device_storage_key_saved', { req_id });
      },
      web_app_device_storage_get_key: ({ req_id, key }) =>
        say('device_storage_key_received', { req_id, value: box.get(key) ?? null }),
      web_app_request_content_safe_area: () =>
        say('content_safe_area_changed', { top: 0, right: 0, bottom: 0, left: 0 }),
      web_app_request_viewport: () =>
        say('viewport_changed', { height: innerHeight, width: innerWidth, is_expanded: true, is_state_stable: true }),
    };
    Object.assign(window, {
      toldToHost: told,
      TelegramWebviewProxy: {
        postEvent: (method: string, data: string) => {
          const params = JSON.parse(data || '{}') as Record<string, unknown>;
          told.push({ method, params });
          setTimeout(() => void answers[method]?.(params ?? {}));
        },
      },
    });
  });
}
